import { clockOf } from "./calendar";
import type { CellRef } from "./cell";
import type { Indicator } from "./form";
import type { Validation } from "./grid";
import type { Refusal } from "./refusal";

/** What a cell reports. Six cases, so that no rule mistakes an empty cell for zero, or an error for a text. */
export type Reported =
  | { readonly kind: "blank"; readonly at: CellRef }
  | { readonly kind: "number"; readonly value: number; readonly at: CellRef }
  | { readonly kind: "text"; readonly value: string; readonly at: CellRef }
  /** A number shown as a date. `day` is ISO (`2026-12-20`); undefined where the serial is no day. */
  | { readonly kind: "date"; readonly serial: number; readonly day: string | undefined; readonly at: CellRef }
  /** A number shown as a time: a part of a day. */
  | { readonly kind: "time"; readonly value: number; readonly at: CellRef }
  /** `#REF!` and its like, or a boolean (`TRUE`, `FALSE`). */
  | { readonly kind: "fault"; readonly code: string; readonly at: CellRef };

/** A numeric value to compare with, or undefined where the earlier report has none. */
export type Comparison = Readonly<Record<string, number | undefined>>;

/** What earlier files say about one programme line. */
export interface Previous {
  readonly cluster: string;
  readonly programme: string;
  /** Values of the period before, by indicator code. */
  readonly lastPeriod: Comparison;
  /** Values of the same half of the year before. */
  readonly sameHalf: Comparison;
  /** 上期说明, by indicator code, or `line` for the programme's own row. */
  readonly explanations: Readonly<Record<string, string | undefined>>;
  /** Texts of the period before, by text item id. */
  readonly texts: Readonly<Record<string, string | undefined>>;
}

/** One programme of one school: one sheet. */
export interface ProgrammeReport {
  readonly sheet: string;
  readonly category: Reported;
  readonly cluster: Reported;
  readonly programme: Reported;
  /** By indicator code; every code of the form is present. */
  readonly values: Readonly<Record<string, Reported>>;
  /** 说明, by indicator code, and `line` for the programme's own row. */
  readonly explanations: Readonly<Record<string, Reported>>;
  /** By text item id. */
  readonly texts: Readonly<Record<string, Reported>>;
  /** 对比数 as it stands in the locked cells, by indicator code. */
  readonly comparisons: Readonly<Record<string, Reported>>;
  /** What the form was issued with; undefined where with nothing. */
  readonly previous: Previous | undefined;
  /** What a reviewer's earlier files say about the line. The school may never have seen it. */
  readonly given?: Previous;
}

/** What the reader saw that is no value: facts for the F rules. */
export type Anomaly =
  /** The native validation of an input cell is gone, usually by pasting. */
  | {
      readonly kind: "validation-removed";
      /** The first of `cells`. */
      readonly at: CellRef;
      readonly cells: readonly CellRef[];
      /** All validations the sheet should have. */
      readonly restore: readonly Validation[];
    }
  /** A formula stands where a value belongs. */
  | { readonly kind: "formula"; readonly at: CellRef; readonly formula: string; readonly value: Reported }
  /** A locked comparison value is not the one the form was issued with. */
  | {
      readonly kind: "comparison-altered";
      readonly at: CellRef;
      readonly code: string;
      readonly found: Reported;
      readonly issued: number | undefined;
    }
  /** A cell that shows a result of the form's own check holds something else than a formula over cells. */
  | {
      readonly kind: "result-overwritten";
      /** The first of `cells`. */
      readonly at: CellRef;
      readonly cells: readonly CellRef[];
      /** What stands in the first. */
      readonly found: string;
    }
  /** A printed word of the form (name or unit of an indicator) is not the form's. */
  | {
      readonly kind: "label-altered";
      readonly at: CellRef;
      readonly code: string;
      readonly found: string;
      readonly issued: string;
      /** It is the 计量单位 that is another: in which of the two the figure is, nobody knows. */
      readonly unit?: true;
    }
  /** A cover or programme sheet out of another form: of another school, else of another period; a second cover that names neither has none of the two. */
  | { readonly kind: "foreign-sheet"; readonly at: CellRef; readonly school?: string; readonly period?: string }
  /** The definition that the file carries is not the one it is judged by. `rows`: what differs; empty where it is gone. */
  | {
      readonly kind: "definition-altered";
      readonly at: CellRef;
      readonly rows: readonly string[];
      readonly sealedBy?: string;
      /** By code, what it prints of indicators that differ: name and unit. */
      readonly printed?: Readonly<Record<string, readonly string[]>>;
    }
  /** The cover or a programme sheet is hidden: what it reports is read all the same. */
  | { readonly kind: "sheet-hidden"; readonly at: CellRef };

/** The version of the seals that are made; each version is verified by its own canonical text. */
export const SEAL_VERSION = 2;

/** What was sealed: enough to tell which cell changed afterwards. */
export interface SealRecord {
  readonly code: string;
  /** Says what is covered: `sealedItems`. */
  readonly version: number;
  /** 表式码, the code of the form; empty where the form has none. */
  readonly formCode: string;
  /** By the keys of `sealedItems`: the canonical text of what stood there. Blanks may be left out. */
  readonly items: ReadonlyMap<string, string>;
}

/** One school, one period, one or more programme reports, as read from one workbook. */
export interface Submission {
  readonly form: { readonly id: string; readonly version: number };
  readonly ruleset: { readonly id: string; readonly version: number };
  /** For whom and when the form was issued; it travels in the hidden identification. */
  readonly issued: { readonly school: string; readonly period: string };
  readonly school: Reported;
  readonly period: Reported;
  /** By cover item id. */
  readonly cover: Readonly<Record<string, Reported>>;
  readonly programmes: readonly ProgrammeReport[];
  readonly anomalies: readonly Anomaly[];
  /** Where the code is printed on the cover. */
  readonly sealPlace: CellRef;
  readonly seal: SealRecord | undefined;
}

/** The text of a cell, trimmed of white space at its ends; undefined where it holds none. A number typed where a text belongs counts as text. */
export function textOf(reported: Reported | undefined): string | undefined {
  switch (reported?.kind) {
    case undefined:
    case "blank":
    case "fault":
      return undefined;
    case "date":
      return reported.day;
    case "number":
      return String(reported.value);
    case "time":
      return String(shown(reported));
    case "text":
      return reported.value.trim() || undefined;
  }
}

/** The number of a cell; undefined where it holds none. */
export function numberOf(reported: Reported | undefined): number | undefined {
  return reported?.kind === "number" ? reported.value : undefined;
}

/** What stands in a cell, as people see it. */
export function shown(reported: Reported): string | number {
  switch (reported.kind) {
    case "blank":
      return "";
    case "number":
    case "text":
      return reported.value;
    case "date":
      return reported.day ?? reported.serial;
    case "time":
      return clockOf(reported.value) ?? reported.value;
    case "fault":
      return reported.code;
  }
}

/**
 * What an indicator is compared with: a stock with the previous period, a flow with the same half of the year before. Undefined where
 * `previous` says nothing.
 */
export function comparisonOf(previous: Previous | undefined, { code, measure, compared }: Indicator): number | undefined {
  if (compared === false) return undefined;
  return (measure === "stock" ? previous?.lastPeriod : previous?.sameHalf)?.[code];
}

/** A submission without the sheets out of other forms: all that is known of those is that they are there. */
export function ofOwnSheets(submission: Submission): Submission {
  const foreign = new Set(submission.anomalies.flatMap((one) => (one.kind === "foreign-sheet" ? [one.at.sheet] : [])));
  if (foreign.size === 0) return submission;
  return {
    ...submission,
    programmes: submission.programmes.filter(({ sheet }) => !foreign.has(sheet)),
    anomalies: submission.anomalies.filter(({ kind, at }) => kind === "foreign-sheet" || !foreign.has(at.sheet)),
  };
}

/** Why a form that holds sheets of other schools counts for nobody; undefined where it holds none. */
export function twoSchools({ school, issued, anomalies }: Submission): Extract<Refusal, { code: "two-schools" }> | undefined {
  const others = anomalies.flatMap((one) => (one.kind === "foreign-sheet" && one.school !== undefined ? [one] : []));
  if (others.length === 0) return undefined;
  const schools = [...new Set([issued.school || (textOf(school) ?? ""), ...others.map((one) => one.school!)])].filter(Boolean);
  return { code: "two-schools", detail: others.map(({ at }) => at.sheet).join(", "), schools };
}
