import "@testing-library/jest-dom";
import { configure, render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { liveForm } from "../../src/actions/live-form";
import { catalogue } from "../../src/forms";
import { cellName, type Change } from "../../src/domain";
import { localeFor, zhCN, type Locale } from "../../src/locales";
import { App } from "../../src/taskpane/App";
import { makeOf } from "../../src/taskpane/review/work";
import type { Surroundings } from "../../src/taskpane/surroundings";
import { liveTroubleOf, onPaneVisible, openOffice, platform, showPane, startsWithFile } from "../../src/workbook/office";
import { openParcel, PARCEL_LIMITS } from "../../src/workbook/parcel";
import { LARGEST_FILE, openXlsx, writeXlsx, zipPieces } from "../../src/workbook/xlsx";
import { asChanges, type Entry } from "../fill";
import { Downloads, startExcel, type MemoryExcel, type StartOptions } from "../host";

// Two processors are shared with other suites; a check reads a whole workbook through the real client.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(120_000);

/** A pane beside an Excel in memory, and what it handed out. */
export interface OpenPane {
  readonly excel: MemoryExcel;
  readonly user: UserEvent;
  /** What becomes of downloads here. */
  readonly begun: Downloads;
  readonly downloads: { readonly name: string; readonly bytes: Uint8Array; readonly type: string }[];
  readonly copied: string[];
  readonly close: () => void;
}

export interface PaneOptions extends StartOptions {
  readonly lang?: Locale;
  /** The file that is open in Excel; an empty book otherwise. */
  readonly file?: Uint8Array;
  /** What the workbook remembers. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly around?: Partial<Surroundings>;
  /** Before the pane opens. */
  readonly prepare?: (excel: MemoryExcel) => void;
}

/** Opens the pane as the entry does, over the real client, with a clock and a clipboard of its own. */
export async function openPane({
  lang = zhCN,
  file,
  settings = {},
  around = {},
  prepare,
  ...options
}: PaneOptions = {}): Promise<OpenPane> {
  // The oldest Excel that is served, with the client's own check on: a newer member that nobody asked for first would throw.
  const excel = startExcel({ locale: lang.tag, api: "1.13", strict: true, ...options });
  if (file) await excel.openFile(file);
  for (const [key, value] of Object.entries(settings)) excel.book.settings.set(key, value);
  prepare?.(excel);
  const downloads: OpenPane["downloads"] = [];
  const copied: string[] = [];
  const begun = new Downloads(excel);
  document.addEventListener("click", () => begun.pressed(), true);
  const surroundings: Surroundings = {
    catalogue,
    workbook: openOffice(liveForm(catalogue.form)),
    open: async (bytes) => openXlsx(bytes),
    write: async (plan) => writeXlsx(plan),
    troubleOf: liveTroubleOf,
    pane: { startsWithFile, show: showPane, onVisible: onPaneVisible },
    platform: platform(),
    locale: lang,
    look: { forced: false, contrast: false, dark: false },
    today: () => new Date(2026, 10, 23, 9, 30),
    download: (name, bytes, type) => void (begun.begin() && downloads.push({ name, bytes, type })),
    summaries: summariesHere(),
    copy: async (text) => copied.push(text) > 0,
    pageUrl: "https://localhost/page.html",
    ...around,
  };
  const { unmount } = render(<App around={surroundings} />);
  return { excel, user: userEvent.setup({ delay: null }), begun, downloads, copied, close: unmount };
}

/** Summaries without a worker, which this environment lacks; Chromium runs the real one. */
export function summariesHere(by = catalogue): Surroundings["summaries"] {
  let stopped = false;
  return {
    make: async (request, language, step) => {
      stopped = false;
      class Stop extends Error {}
      const options = {
        open: (bytes: Uint8Array) => openXlsx(bytes),
        write: writeXlsx,
        pack: zipPieces,
        openParcel,
        catalogue: by,
        locale: localeFor(language, by.form),
        largestFile: LARGEST_FILE,
        largestParcel: PARCEL_LIMITS.zip,
      };
      try {
        return await makeOf(request, options, (done) => {
          if (stopped) throw new Stop();
          step(done);
        });
      } catch (error) {
        if (error instanceof Stop) return { ok: false, error: "asked" };
        throw error;
      }
    },
    stop: () => void (stopped = true),
  };
}

/** A file with cells filled in by our own patcher. */
export async function filledFile(blank: Uint8Array, filled: readonly Entry[]): Promise<Uint8Array> {
  return patched(blank, asChanges(filled));
}

export async function patched(bytes: Uint8Array, changes: readonly Change[]): Promise<Uint8Array> {
  const workbook = openXlsx(bytes);
  const written = await workbook.write(changes);
  if (!written.ok) throw new Error(`Refused: ${written.error.code}`);
  return workbook.bytes();
}

/** The pane is out of view: it does not ask whether the book was saved, and round trips can be counted. */
export function unwatched(): void {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
}

/** A person enters something in the grid, as text is typed. */
export function enter(excel: MemoryExcel, filled: readonly Entry[]): void {
  for (const { at, value } of filled) {
    if (value === null) excel.type(cellName(at), "");
    else excel.type(cellName(at), typeof value === "object" ? value.day : value);
  }
}

export const button = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole("button", { name });
export const tab = (name: RegExp): HTMLElement => screen.getByRole("tab", { name });
