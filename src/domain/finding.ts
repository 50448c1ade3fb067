import { byText } from "./order";
import type { CellRef, CellValue } from "./cell";
import type { Validation } from "./grid";

/** 阻断 | 强制性审核 | 核实性审核 | 提示性审核. A fatal or error must be corrected; a query corrected or explained; an advisory neither. */
export type Severity = "fatal" | "error" | "query" | "advisory";

/** `notChecked` (未审核): the rule could not judge because of faulty inputs; it never counts as passed. */
export type FindingState = "open" | "explained" | "notChecked";

export type Fact = string | number;
export type Facts = Readonly<Record<string, Fact>>;

/** A safe repair: proposed with the finding, applied only when asked. */
export type Fix =
  /** `shown`: what people will see, where that is not the value itself (a day, whose value is a serial number); read by `shownFix`. */
  | { readonly kind: "value"; readonly at: CellRef; readonly value: CellValue; readonly shown?: string }
  | { readonly kind: "validation"; readonly at: CellRef; readonly validations: readonly Validation[] };

/** What a repair puts into its cell, as people will see it there; undefined where it empties the cell. */
export function shownFix({ value, shown }: Extract<Fix, { readonly kind: "value" }>): string | undefined {
  if (value === null) return undefined;
  return shown ?? (typeof value === "object" ? value.error : String(value));
}

/** Why an explanation does not settle its query yet. */
export type ExplanationFault = "missing" | "too-short" | "boilerplate" | "repeated" | "lapsed";

/** What a form showed of earlier periods when it was filled in, where a reviewer's earlier files say more: nothing, or something else. */
export type EarlierBasis = "not-issued" | "issued-otherwise";

/** A fact about a submission. It holds no sentence: `say` (src/locales) writes one in the reader's language. */
export interface Finding {
  /** Rule id, such as `parts-sum-to-total`. */
  readonly rule: string;
  /** Number in the ruleset, such as `A06`. */
  readonly ref: string;
  readonly severity: Severity;
  readonly state: FindingState;
  /** Only a reviewer can settle it: it blocks nothing, and no school is asked about it. Absent where the school can. */
  readonly for?: "reviewer";
  /** Nobody can tell whose the form is. */
  readonly unidentified?: true;
  /** Judged by what the reviewer's earlier files say, not by what the form shows: it was issued with nothing, or with something else. */
  readonly earlier?: EarlierBasis;
  /** Which of the rule's messages. */
  readonly message: string;
  readonly facts: Facts;
  readonly at: CellRef;
  readonly related: readonly CellRef[];
  /** Indicator code, where the finding is about one. */
  readonly indicator?: string;
  /** Name of the programme, where the finding is about one. */
  readonly programme?: string;
  /** What stands in the cell `at`, and what should or was to be expected to stand there: never what was counted or measured of it. */
  readonly found?: Fact;
  readonly expected?: Fact;
  readonly fix?: Fix;
  /** Only for queries: where the explanation goes, what it says, and why it does not settle the query yet. */
  readonly explanation?: { readonly at: CellRef; readonly text: string; readonly fault?: ExplanationFault };
}

/** Whether a finding waits for somebody: the school, or the reviewer alone. */
export function unsettled({ state, severity }: Finding): boolean {
  return state === "open" && severity !== "advisory";
}

/** Whether a school has to correct or explain something. */
export function blocks(finding: Finding): boolean {
  return unsettled(finding) && forSchool(finding);
}

/** Whether a finding keeps the form from being sealed and sent: it blocks, or a relation of the school's could not be judged. */
export function holdsBack(finding: Finding): boolean {
  return blocks(finding) || (finding.state === "notChecked" && forSchool(finding));
}

/** Whether a school can do something about a finding. */
export function forSchool(finding: Finding): boolean {
  return finding.for === undefined;
}

export interface FindingCounts {
  readonly fatal: number;
  readonly error: number;
  /** Open queries. */
  readonly query: number;
  /** Queries settled by an explanation. */
  readonly explained: number;
  readonly advisory: number;
  readonly notChecked: number;
  /** For the reviewer alone, whatever their severity and state: they stand in no other count. */
  readonly reviewer: number;
}

/** Under which count a finding of the school's falls. */
export type FindingKind = Exclude<keyof FindingCounts, "reviewer">;

/** An open finding counts by its severity, any other by its state. */
export function kindOf({ state, severity }: Finding): FindingKind {
  return state === "open" ? severity : state;
}

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { fatal: 0, error: 0, query: 0, explained: 0, advisory: 0, notChecked: 0, reviewer: 0 };
  for (const finding of findings) counts[finding.for ?? kindOf(finding)]++;
  return counts;
}

/** Which sheets come first is the workbook's affair; within one: row, ref, column, message. */
export function inOrder(findings: readonly Finding[], sheets: readonly string[]): Finding[] {
  const order = new Map(sheets.map((name, index) => [name, index]));
  const place = (f: Finding): number => order.get(f.at.sheet) ?? sheets.length;
  return [...findings].sort(
    (a, b) =>
      place(a) - place(b) || a.at.row - b.at.row || byText(a.ref, b.ref) || a.at.column - b.at.column || byText(a.message, b.message),
  );
}
