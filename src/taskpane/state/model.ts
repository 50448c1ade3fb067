import type { Outcome } from "../../actions/arrival";
import type { Checked } from "../../actions/check";
import type { ReviewerClaims } from "../../actions/consolidate";
import type { MadeSummary } from "../../actions/consolidate/make-summary";
import type { Earlier } from "../../actions/earlier";
import type { Draft, DraftChange } from "../../ui/fields/draft";
import type { FixLine } from "../../ui/form/fixes";
import type { FormNotice } from "../../ui/form/notices";
import type { View, ViewChange } from "../../ui/form/view";
import type { Outgoing } from "../../actions/send";
import type { Finding, Refusal, ReportingPeriod } from "../../domain";
import type { NoSummary } from "../surroundings";

/** The three steps of a school's work, and that of the reviewers. */
export type Tab = "fill" | "check" | "send" | "review";

/** What the pane shows. Closed: a switch over it names every screen. */
export type Screen =
  | { readonly kind: "starting" }
  /** 填报. `asking`: the workbook already holds a form, and the pane asks what to do about it. */
  | { readonly kind: "fill"; readonly asking: boolean }
  /** 检查. `preview`: the repairs that are offered together, while they are being looked over. */
  | { readonly kind: "check"; readonly preview?: readonly FixLine[] }
  /** 报送. `asking`: the summary beside the form would be deleted, and the pane asks whether it may. */
  | { readonly kind: "send"; readonly asking?: SummaryHere }
  /** 汇总. `asking`: what stands in the way of inserting, and the pane asks what to do about it. */
  | { readonly kind: "review"; readonly asking?: SummaryQuestion }
  /** Nothing works here; the browser page does the job. */
  | { readonly kind: "unusable"; readonly why: Unusable }
  /** The program itself failed; `what` is for the maintainers. */
  | { readonly kind: "bug"; readonly what: string };

export type Unusable = "too-old" | "office-unreachable" | "not-excel";

/** A summary in the workbook: its sheets that can be seen, and how many cells elsewhere refer to it, where that could be looked up. */
export interface SummaryHere {
  readonly what: string;
  readonly links: number | undefined;
}

/** Whether a summary may replace another, or take other names; `so` is what was answered before. */
export type SummaryQuestion = { readonly what: string; readonly so: SummaryAnswer } & (
  { readonly kind: "exists"; readonly links: number | undefined } | { readonly kind: "taken" }
);
export interface SummaryAnswer {
  readonly replace?: boolean;
  /** Though nobody could look what refers to the old one. */
  readonly blind?: boolean;
  readonly beside?: boolean;
}

/** What a reviewer's summary is made from, and what came of it. */
export interface Review {
  readonly period: ReportingPeriod;
  readonly files: readonly File[];
  /** Forms and summaries of earlier periods. */
  readonly earlier: readonly File[];
  /** Whose files are that could not be used, as the reviewer said. */
  readonly claims: ReviewerClaims;
  /** While it is being made. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly summary: MadeSummary | undefined;
}

/** What is known of the form in the workbook. */
export type Book =
  | { readonly kind: "unknown" }
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** `stale`: something changed since. `at`: when it was checked. */
  | { readonly kind: "checked"; readonly checked: Checked; readonly stale: boolean; readonly at: Date };

/** Work that somebody asked for and that is under way; one at a time. */
export type Task = "insert" | "open" | "check" | "fix" | "explain" | "undo" | "list" | "save" | "send" | "reveal" | "summary";

/** One thing to tell above the screen. Facts; the words come last. */
export type Notice =
  | Outcome
  /** `behind`: this Excel shows the new window behind the others. */
  | { readonly kind: "opened"; readonly behind: boolean }
  | FormNotice
  | { readonly kind: "undone" }
  | { readonly kind: "not-undone" }
  /** The cell was changed between the finding and its repair. */
  | { readonly kind: "overtaken" }
  | { readonly kind: "listed"; readonly sheet: string }
  | { readonly kind: "saved-unchecked" }
  /** The sealed copy stands in a window of its own. */
  | { readonly kind: "copy-opened" }
  | { readonly kind: "differs"; readonly refusal?: Refusal }
  | { readonly kind: "summary"; readonly sheet: string; readonly links: number; readonly charts: boolean }
  | { readonly kind: "summary-opened"; readonly behind: boolean }
  | { readonly kind: "summary-dropped" }
  | { readonly kind: "summary-too-large" }
  | { readonly kind: "summary-damaged"; readonly what: string }
  | { readonly kind: "summary-stopped"; readonly why: NoSummary };

/** The whole pane. */
export interface PaneState {
  readonly screen: Screen;
  readonly book: Book;
  readonly draft: Draft;
  readonly view: View;
  readonly task: Task | undefined;
  readonly notice: Notice | undefined;
  /** What was made for sending, while the seal it was made under holds. */
  readonly outgoing: Outgoing | undefined;
  /** Excel saves by itself what is changed. */
  readonly autoSave: boolean;
  readonly review: Review;
}

/** What happened. Effects tell what Excel did; components tell what the person did. */
export type Message =
  | { readonly kind: "opened"; readonly hasForm: boolean; readonly tab: Tab; readonly school?: string; readonly period?: ReportingPeriod }
  | { readonly kind: "unusable"; readonly why: Unusable }
  | { readonly kind: "bug"; readonly what: string }
  | { readonly kind: "went"; readonly to: Tab }
  | { readonly kind: "asked-to-replace"; readonly asking: boolean }
  | { readonly kind: "drafted"; readonly draft: DraftChange }
  | { readonly kind: "earlier-read"; readonly earlier: Earlier }
  | { readonly kind: "began"; readonly task: Task }
  | { readonly kind: "ended" }
  | { readonly kind: "told"; readonly notice: Notice | undefined }
  | { readonly kind: "changed" }
  | { readonly kind: "checked"; readonly checked: Checked; readonly at: Date }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "viewed"; readonly view: ViewChange }
  | { readonly kind: "previewed"; readonly preview: readonly FixLine[] | undefined }
  | { readonly kind: "sent"; readonly outgoing: Outgoing }
  | { readonly kind: "auto-save"; readonly on: boolean }
  | { readonly kind: "picked"; readonly review: Partial<Pick<Review, "period" | "files" | "earlier" | "claims">> }
  | { readonly kind: "reviewing"; readonly progress: Review["progress"] }
  | { readonly kind: "summed-up"; readonly summary: MadeSummary }
  | { readonly kind: "asked-to-drop"; readonly asking: SummaryHere | undefined }
  | { readonly kind: "asked-about-summary"; readonly asking: SummaryQuestion | undefined };

/** The findings of the form, if there is one. */
export function findingsOf({ book }: PaneState): readonly Finding[] {
  return book.kind === "checked" ? book.checked.findings : [];
}
