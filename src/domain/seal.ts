import { cellName, MAX_TEXT, type CellRef } from "./cell";
import { cut } from "./fit";
import { inputItems, sortedKeys } from "./input-items";
import type { ProgrammeReport, Reported, SealRecord, Submission } from "./submission";

/** Crockford base32: no I, L, O, U, so that a code can be read out over the telephone. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The canonical text of a cell. A number is written the shortest way that reads back the same. */
export function canonical(reported: Reported): string {
  switch (reported.kind) {
    case "blank":
      return "";
    // A time counts as its number: how it looks is a finding, not a change.
    case "number":
    case "time":
      return `n${Object.is(reported.value, -0) ? 0 : reported.value}`;
    case "date":
      return `d${reported.day ?? reported.serial}`;
    case "fault":
      return `e${reported.code}`;
    case "text":
      return wording(reported.value);
  }
}

/** Programs differ in line ends and in what they leave at the ends of a text. */
function wording(text: string): string {
  return text.trim() === "" ? "" : `t${text.replace(/\r\n?/g, "\n").trim()}`;
}

/** An item under the seal: its canonical text, empty for a blank, and the cell where people see it. */
export interface SealedItem {
  readonly key: string;
  readonly text: string;
  readonly at: CellRef;
}

/** Everything a seal of a version covers, in a fixed order: what is entered; from version 2 on, then what it is judged by. */
export function sealedItems(submission: Submission, version: number): SealedItem[] {
  const items = inputItems(submission).map(({ key, value }) => ({ key, text: canonical(value), at: value.at }));
  if (version >= 2) for (const [index, report] of submission.programmes.entries()) addJudgedBy(report, `${index + 1}`, items);
  return items;
}

/** What a programme is judged by: 对比数 as printed, and what the identification says it was issued with, told at the same cells. */
function addJudgedBy({ comparisons, previous, texts }: ProgrammeReport, of: string, items: SealedItem[]): void {
  const number = (value: number | undefined): string => (value === undefined ? "" : `n${value}`);
  const codes = sortedKeys(comparisons);
  for (const code of codes) items.push({ key: `${of}|comparison|${code}`, text: canonical(comparisons[code]!), at: comparisons[code]!.at });
  for (const code of codes) {
    const [last, sameHalf] = [number(previous?.lastPeriod[code]), number(previous?.sameHalf[code])];
    items.push({ key: `${of}|issued|${code}`, text: last || sameHalf ? `${last}|${sameHalf}` : "", at: comparisons[code]!.at });
  }
  for (const id of sortedKeys(texts)) {
    const text = previous?.texts[id];
    items.push({ key: `${of}|issued text|${id}`, text: text === undefined ? "" : wording(text), at: texts[id]!.at });
  }
}

/** What the record of a seal keeps of a text: no more than a cell can hold. The code is made of all of it. */
export function recorded(text: string): string {
  return cut(text, MAX_TEXT);
}

/** What a seal says of itself. */
export type SealHead = Pick<SealRecord, "version" | "formCode">;

/**
 * Canonical JSON (sorted, without white space) of form, ruleset, school, period and all that the seal covers: the input of the hash.
 * @param items what a seal of this version covers
 */
export function canonicalJson(
  submission: Submission,
  { version, formCode }: SealHead,
  items: readonly SealedItem[] = sealedItems(submission, version),
): string {
  return JSON.stringify([
    ...(version < 2 ? [] : [["seal", version, formCode]]),
    ["form", submission.form.id, submission.form.version],
    ["ruleset", submission.ruleset.id, submission.ruleset.version],
    ["issued", submission.issued.school, submission.issued.period],
    ...items.map(({ key, text }) => [key, text]),
  ]);
}

/**
 * The code people see: the first 60 bits of a SHA-256 as 3 groups of 4, such as `7K3Q-9ABC-0XYZ`.
 * @param hash at least 8 bytes
 */
export function shortCode(hash: Uint8Array): string {
  let bits = 0n;
  for (const byte of hash.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  let code = "";
  for (let i = 0; i < 12; i++) code += ALPHABET[Number((bits >> BigInt(59 - 5 * i)) & 31n)];
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** How a workbook stands to its seal. */
export type SealState =
  | { readonly state: "none" }
  /** `formulas`: input cells that hold some under a seal of version 1, which does not tell whether they did when it was made. */
  | { readonly state: "sealed"; readonly code: string; readonly formulas?: readonly CellRef[] }
  /** `changed` is empty where the record itself was tampered with. */
  | { readonly state: "changed"; readonly code: string; readonly changed: readonly CellRef[] };

/**
 * Compares a submission with the seal it carries.
 * @param seal the one it carries
 * @param items what a seal of that version covers
 * @param computed the code that the contents give now
 */
export function sealState(submission: Submission, seal: SealRecord, items: readonly SealedItem[], computed: string): SealState {
  const formulas = submission.anomalies.flatMap(({ kind, at }) => (kind === "formula" ? [at] : []));
  const others = items.filter(({ key, text }) => (seal.items.get(key) ?? "") !== recorded(text));
  // No form is sealed with formulas any more: what is there came later.
  const changed = distinct([...others.map(({ at }) => at), ...(seal.version < 2 ? [] : formulas)]);
  if (seal.code !== computed || changed.length > 0) return { state: "changed", code: seal.code, changed };
  return { state: "sealed", code: seal.code, ...(formulas.length > 0 ? { formulas } : {}) };
}

function distinct(cells: readonly CellRef[]): CellRef[] {
  return [...new Map(cells.map((at) => [cellName(at), at])).values()];
}
