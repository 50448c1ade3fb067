import type { Checked } from "../../actions/check";
import type { FormRequest } from "../../actions/insert";
import type { MixedForms } from "../../actions/consolidate/make-summary";
import type { Earlier } from "../../actions/earlier";
import type { FileStatus } from "../../actions/report/reporter";
import type { NamedFile, Outgoing } from "../../actions/send";
import type { EarlierRemark, GivenAddresses } from "../../actions/consolidate";
import type { Arrival, Change, FindingCounts, Form, Refusal, ReportingPeriod } from "../../domain";
import type { Locale } from "../../locales";
import type { DefinitionJobs } from "./definition-job";
import type {
  ArrivedBlob,
  Copies,
  Download,
  DownloadKind,
  EarlierBlob,
  JudgedFiles,
  JudgedPart,
  ArrivedPart,
  Overview,
} from "./review-job";

/** A file as the browser holds it: its bytes stay outside the page's own memory until a worker reads them. */
export interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

/** What the list of files shows of one. */
export interface FileSummary {
  readonly status: FileStatus;
  readonly school: string;
  /** As `2026-S2`; empty where the form does not say. */
  readonly period: string;
  readonly counts: FindingCounts | undefined;
  readonly refusal: Refusal | undefined;
}

/** A form after a check or a change. */
export type Opened =
  { readonly kind: "checked"; readonly checked: Checked; readonly blob: Blob } | { readonly kind: "refused"; readonly refusal: Refusal };

/** What was made for sending; or the form that still has something to correct. */
export type Sent = { readonly kind: "sent"; readonly checked: Checked; readonly blob: Blob; readonly outgoing: Outgoing } | Opened;

/** Forms of the list of findings. */
export type ReportKind = "xlsx" | "html" | "json";

/** All work that is done beside the page, each with what it gives. */
export interface Jobs extends ReviewJobs, DefinitionJobs {
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

/** Work for 汇总, which comes to the worker only when it is wanted. */
export interface ReviewJobs {
  /** Each thing in a file as it came is a step: what is a form of its own there is judged, what was in a parcel is handed out. */
  readonly arrive: { readonly ask: ArrivedBlob & { readonly earlier: EarlierBlob | undefined }; readonly give: undefined };
  readonly judge: {
    readonly ask: { readonly arrival: Arrival; readonly blob: Blob; readonly earlier: EarlierBlob | undefined };
    readonly give: JudgedPart;
  };
  readonly compare: {
    readonly ask: { readonly lines: Blob; readonly period: ReportingPeriod };
    readonly give: {
      readonly earlier: Blob;
      /** The form that they are of. */
      readonly form: Form;
      readonly addresses: GivenAddresses;
      readonly remarks: readonly EarlierRemark[];
    };
  };
  readonly consolidate: { readonly ask: JudgedFiles; readonly give: Overview | MixedForms };
  readonly download: {
    readonly ask: { readonly judged: JudgedFiles; readonly as: DownloadKind; readonly copies: Copies | undefined };
    readonly give: Download;
  };
}

export type JobKind = keyof Jobs;

/** A job on its way to the worker. */
export type Job = {
  readonly [K in JobKind]: { readonly kind: K; readonly language: Locale["tag"]; readonly ask: Jobs[K]["ask"] };
}[JobKind];

/** How far a job is, and what came of that step. */
export interface JobStep {
  readonly done: number;
  readonly summary?: FileSummary;
  readonly part?: ArrivedPart;
}
