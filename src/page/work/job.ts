import type { Checked } from "../../actions/check";
import type { FormRequest } from "../../actions/insert";
import type { Earlier } from "../../actions/issue";
import type { FileStatus } from "../../actions/report/reporter";
import type { NamedFile } from "../../actions/send";
import type { Change, FindingCounts, Refusal, ReportingPeriod } from "../../domain";
import type { Locale } from "../../locales";

/** A file as the browser holds it: its bytes stay outside the page's own memory until a worker reads them. */
export interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

/** What the list of files shows of one. */
export interface Summary {
  readonly status: FileStatus;
  readonly school: string;
  readonly counts: FindingCounts | undefined;
  readonly refusal: Refusal | undefined;
}

/** A form after a check or a change. */
export type Opened =
  { readonly kind: "checked"; readonly checked: Checked; readonly blob: Blob } | { readonly kind: "refused"; readonly refusal: Refusal };

/** What was made for sending; or the form that still has something to correct. */
export type Sent = { readonly kind: "sent"; readonly checked: Checked; readonly blob: Blob; readonly files: readonly NamedFile[] } | Opened;

/** Forms of the list of findings. */
export type ReportKind = "xlsx" | "html" | "json";

/** All work that is done beside the page, each with what it gives. */
export interface Jobs {
  readonly open: { readonly ask: { readonly blob: Blob }; readonly give: Opened };
  readonly change: { readonly ask: { readonly blob: Blob; readonly changes: readonly Change[] }; readonly give: Opened };
  readonly send: { readonly ask: { readonly blob: Blob }; readonly give: Sent };
  /** Each file's summary comes as a step. */
  readonly summarise: { readonly ask: { readonly files: readonly NamedBlob[] }; readonly give: undefined };
  readonly report: { readonly ask: { readonly files: readonly NamedBlob[]; readonly as: ReportKind }; readonly give: Blob };
  readonly earlier: {
    readonly ask: {
      readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
      readonly school: string;
      readonly period: ReportingPeriod;
    };
    readonly give: Earlier;
  };
  readonly issue: { readonly ask: Omit<FormRequest, "locale">; readonly give: NamedFile };
}

export type JobKind = keyof Jobs;

/** A job on its way to the worker. */
export type Order = {
  readonly [K in JobKind]: { readonly kind: K; readonly language: Locale["tag"]; readonly ask: Jobs[K]["ask"] };
}[JobKind];

/** What the worker says: a step of the way, the end of it, or that the program itself failed. */
export type Word =
  | { readonly kind: "step"; readonly done: number; readonly summary?: Summary }
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "failed"; readonly what: string };
