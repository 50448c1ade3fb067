import type { Arrival, Catalogue, EarlierLine, Exclusion, FileRecord, Finding, Refusal, CellText, LineWithTexts } from "../../domain";
import type { PartialIdentity } from "../../sheets";
import type { NoticeAnswer } from "../../sheets/notice-sheet";

/** A line before its file has a number among others. */
export type JudgedLine = Omit<LineWithTexts, "file">;

/** A form, read and judged: what is kept of it. Plain data, so that a worker can hand it over. */
export interface JudgedForm {
  readonly kind: "form";
  readonly record: NonNullable<FileRecord["form"]>;
  /** Why nobody can say whose the form is or for when; absent where that is clear. */
  readonly unclear?: Exclusion;
  /** It came back as it was issued. */
  readonly blank?: true;
  /** Every school that it says it is of: the one it was issued for, the one its cover names. */
  readonly says: readonly string[];
  readonly lines: readonly JudgedLine[];
  readonly coverSheet: string;
  /** By cover item id. */
  readonly cover: Readonly<Record<string, CellText>>;
  /** In the order of the contract. */
  readonly findings: readonly Finding[];
  /** Stable names of the findings, in the same order. */
  readonly ids: readonly string[];
}

/** An answered 核实单. */
export interface JudgedReply {
  readonly kind: "reply";
  readonly school: string;
  readonly period: string;
  readonly answers: readonly NoticeAnswer[];
}

/** A reviewers' workbook: what it says of its period is what later ones compare with. */
export interface JudgedSummary {
  readonly kind: "summary";
  readonly period: string;
  readonly lines: readonly EarlierLine[];
}

/** Why a file cannot be taken, and what could be read of it all the same. */
export interface JudgedRefusal {
  readonly kind: "refused";
  readonly refusal: Refusal;
  readonly partial?: PartialIdentity;
  /** It was refused before anybody looked into it, though it could be taken out of what lies around it. */
  readonly unopened?: true;
}

/** One file after the first stage. What the second needs of it, and nothing of its bytes. */
export interface JudgedFile {
  readonly arrival: Arrival;
  /** SHA-256 of the bytes, in hexadecimal; empty where there were none to read. */
  readonly digest: string;
  /** The definition that the form carries, where it was judged by that: by the one at hand otherwise. */
  readonly definition?: Catalogue;
  readonly outcome: JudgedForm | JudgedReply | JudgedSummary | JudgedRefusal;
}

/** A file that could not even be opened. @param unopened whether its bytes are there all the same */
export function refusedFile(arrival: Arrival, refusal: Refusal, unopened = false): JudgedFile {
  return { arrival, digest: "", outcome: { kind: "refused", refusal, ...(unopened ? { unopened } : {}) } };
}

/** Whether a file is a 核实单 in which nothing is answered: no reply. */
export function isBlankNotice(file: JudgedFile): file is JudgedFile & { readonly outcome: JudgedReply } {
  return file.outcome.kind === "reply" && file.outcome.answers.length === 0;
}

/** Whether there is something to copy of a file. */
export function hasBytes({ digest, outcome }: JudgedFile): boolean {
  return digest !== "" || (outcome.kind === "refused" && outcome.unopened === true);
}
