import type { GivenAddresses, NoticeCount, Outline, ReviewerClaims } from "../../actions/consolidate";
import type { Arrival, Fate, Form, ReportingPeriod, SchoolRecord } from "../../domain";

/** A file as it came: its bytes stay outside the page's own memory until a worker reads them. */
export interface ArrivedBlob {
  /** With its folders, by slashes. */
  readonly name: string;
  readonly blob: File;
}

/**
 * What was judged, as a line of JSON in a blob: thousands of them neither fill the page's memory nor hold it up on their way
 * from the worker that judges to the one that consolidates.
 */
export interface JudgedPart {
  readonly kind: "judged";
  readonly path: readonly string[];
  /** Of what was refused unopened within a parcel: it goes along with the other files. */
  readonly bytes?: Blob;
  readonly line: Blob;
}

/** One thing that was found in a file as it came. */
export type ArrivedPart =
  | JudgedPart
  /** It came in a parcel: whoever has nothing to do judges it. */
  | { readonly kind: "inside"; readonly arrival: Arrival; readonly blob: Blob }
  /** No file of a person; `line` says so. */
  | { readonly kind: "passed-over"; readonly line: Blob };

/** What earlier files say, as JSON. Workers read it once and know it by its number. */
export interface EarlierBlob {
  readonly id: number;
  readonly blob: Blob;
}

/** All that was judged, for one period. Workers keep what they made of it by its number. */
export interface JudgedFiles {
  readonly id: number;
  readonly lines: Blob;
  readonly period: ReportingPeriod;
  /** The form that earlier files are of, where there are some. */
  readonly earlier?: Form;
  /** What earlier forms say of where schools are written to. */
  readonly addresses: GivenAddresses;
  /** Whose files are, as the reviewer says. */
  readonly claims: ReviewerClaims;
}

/** What can be downloaded. */
export type DownloadKind = "xlsx" | "zip" | "notices" | "json";

/** The files that came, one behind the other. */
export interface Copies {
  readonly blob: Blob;
  /** By the order of the consolidation; undefined where there is nothing to copy. */
  readonly sizes: readonly (number | undefined)[];
}

export interface Download {
  readonly name: string;
  readonly blob: Blob;
  /** Letters by their kind, and those whose address nobody knows. */
  readonly notices?: Readonly<NoticeCount>;
}

/** What the page tells of a consolidation. Sentences are in the language that was asked for. */
export interface Overview extends Outline {
  readonly period: string;
  readonly files: readonly FileOverview[];
  /** Schools with something to be done about: missing, late, refused, unknown to the roster. */
  readonly schools: readonly SchoolOverview[];
  /** The findings that weigh most, those of one act together, and how many more there are. */
  readonly findings: readonly ActOverview[];
  readonly moreFindings: number;
  readonly replies: { readonly count: number; readonly matched: number; readonly unmatched: number };
  readonly passedOver: number;
  /** Of sound forms for other periods, the period that most of them are for. */
  readonly other?: { readonly period: string; readonly count: number };
}

export interface FileOverview {
  readonly path: readonly string[];
  readonly fate: Fate["kind"];
  readonly school: string;
  readonly why: string;
}

export interface SchoolOverview {
  readonly school: string;
  readonly state: SchoolRecord["state"];
  /** What is to be known beside that: the school it may mean, the lines that are missing. */
  readonly note: string;
}

/** The heaviest finding of one act on one sheet; `members` are all of them, where each has something of its own to say. */
export interface ActOverview extends FindingOverview {
  readonly members: readonly FindingOverview[];
}

export interface FindingOverview {
  readonly id: string;
  readonly school: string;
  readonly programme: string;
  readonly ref: string;
  readonly message: string;
  readonly cell: string;
  /** Share of the anticipated total that hangs on it; undefined where it is about no number. */
  readonly effect: number | undefined;
  /** Said of what only the reviewer can settle. */
  readonly state: string | undefined;
}
