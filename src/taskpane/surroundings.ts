import type { Catalogue, Refusal, Result, WorkbookPlan } from "../domain";
import type { MadeSummary, MixedForms, SummaryRequest } from "../actions/consolidate/make-summary";
import type { Locale } from "../locales";
import type { Appearance } from "../ui/theme";
import type { FileWorkbook, LiveTrouble, LiveWorkbook, Platform } from "../workbook/port";

/** All that the pane has around it. The entry makes it, tests make their own; nothing in this room reaches past it. */
export interface Surroundings {
  /** The form, with all that judges it. */
  readonly catalogue: Catalogue;
  readonly workbook: LiveWorkbook;
  /** Opens the bytes of a file; the library comes with the first call. */
  open(bytes: Uint8Array): Promise<FileWorkbook>;
  /** Makes the bytes of a plan; the library comes with the first call. */
  write(plan: WorkbookPlan): Promise<Uint8Array>;
  /** The trouble of a live Excel behind a refusal; undefined where the form itself is refused. */
  troubleOf(refusal: Refusal): LiveTrouble | undefined;
  readonly pane: PaneWindow;
  readonly platform: Platform;
  readonly locale: Locale;
  readonly look: Appearance;
  today(): Date;
  /**
   * Hands a file to the browser, which does with it what it does; never on a Mac or an iPad, where it does nothing. One file a press: a
   * second is asked about.
   */
  download(name: string, bytes: Uint8Array, type: string): void;
  /** Copies a text; false where the engine has no clipboard to write to. */
  copy(text: string): Promise<boolean>;
  /** Makes summaries beside the thread that draws. */
  readonly summaries: Summaries;
  /** The browser page that does the same job on files. */
  readonly pageUrl: string;
}

/** The pane beside the grid, as Excel shows it. */
export interface PaneWindow {
  /** Whether Excel starts the add-in, out of view, together with the open workbook. */
  startsWithFile(): Promise<boolean>;
  show(): Promise<void>;
  /** Tells when the pane comes into view, and when it goes. @returns how to stop listening */
  onVisible(listener: (visible: boolean) => void): Promise<() => void>;
}

/** What a reviewer asks for: the files as the browser holds them, their bytes outside the pane's own memory until they are read. */
export interface FilesRequest extends Pick<SummaryRequest, "period" | "claims"> {
  readonly files: readonly File[];
  readonly earlier: readonly File[];
}

/** Why there is no summary. */
export type NoSummary = "asked" | "silent" | "broken" | MixedForms;

/** Makes one summary at a time. */
export interface Summaries {
  /** @returns the summary, or why there is none; throws where the program itself fails */
  make(request: FilesRequest, language: Locale["tag"], step: (done: number) => void): Promise<Result<MadeSummary, NoSummary>>;
  /** Stops what is being made, and lets go of all it took. */
  stop(): void;
}
