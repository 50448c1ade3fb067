import {
  keyColumn,
  keyRow,
  ok,
  notThisForm,
  refuse,
  SEAL_VERSION,
  type CellValue,
  type Form,
  type GridSheet,
  type PlanCell,
  type Previous,
  type Refusal,
  type Result,
  type SealRecord,
  type SheetPlan,
} from "../domain";
import { codeIn } from "./codes";
import { META_SHEET } from "./places";

/** Which form this is, for whom, when, what it is compared with, and its seal: travels inside the file, very hidden. */
export interface Identification {
  /** `code`: 表式码; empty where it was issued before there were any. */
  readonly form: { readonly id: string; readonly version: number; readonly layout: number; readonly code: string };
  readonly ruleset: { readonly id: string; readonly version: number };
  readonly school: string;
  readonly period: string;
  /** Names of the programme sheets as issued. */
  readonly sheets: readonly string[];
  readonly previous: readonly Previous[];
  readonly seal: SealRecord | undefined;
  /** First row below all records but the seal's. */
  readonly sealRow: number;
}

type Line = readonly CellValue[];

/** Rows that other sheets' formulas point at. */
export const META_ROWS = { form: 0, ruleset: 1, issued: 2, sheets: 3 };

function previousLines({ cluster, programme, ...previous }: Previous): Line[] {
  const codes = [...new Set([...Object.keys(previous.lastPeriod), ...Object.keys(previous.sameHalf)])].sort();
  const texts = (kind: string, record: Previous["texts"]): Line[] =>
    Object.keys(record)
      .sort()
      .flatMap((key) => (record[key] === undefined ? [] : [[kind, cluster, programme, key, record[key]]]));
  return [
    ...codes.map((code): Line => ["value", cluster, programme, code, previous.lastPeriod[code] ?? null, previous.sameHalf[code] ?? null]),
    ...texts("explanation", previous.explanations),
    ...texts("text", previous.texts),
  ];
}

/** The records of a seal, one per row. */
export function sealLines(seal: SealRecord): Line[] {
  return [["seal", seal.code, seal.version, seal.formCode || null], ...[...seal.items].map(([key, value]): Line => ["sealed", key, value])];
}

/** The very hidden sheet of identification. */
export function metaSheet(identification: Identification, periodLabel: string): SheetPlan {
  const { form, ruleset, school, period, sheets, previous, seal } = identification;
  const lines: Line[] = [
    ["form", form.id, form.version, form.layout, form.code],
    ["ruleset", ruleset.id, ruleset.version],
    ["issued", school, period, periodLabel],
    ["sheets", ...sheets],
    ...previous.flatMap(previousLines),
    ...(seal ? sealLines(seal) : []),
  ];
  const cells = lines.flatMap((line, row) => line.flatMap((value, column): PlanCell[] => (value === null ? [] : [{ row, column, value }])));
  return { name: META_SHEET, state: "veryHidden", cells };
}

/** The records of the sheet by their rows, in order, as far as the sheet goes. What is blank in them is missing. */
function recordsOf(sheet: GridSheet): ReadonlyMap<number, Line> {
  const rows = new Map<number, CellValue[]>();
  for (const [key, { value }] of sheet.cells) {
    if (value === null) continue;
    const row = keyRow(key);
    let line = rows.get(row);
    if (!line) rows.set(row, (line = []));
    line[keyColumn(key)] = value;
  }
  return new Map([...rows].sort(([a], [b]) => a - b));
}

/** A text as a hidden record holds it: some programs make a number of one that looks like it. */
export const recordText = (value: CellValue | undefined): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
/** A number as a hidden record holds it; undefined where it holds none. */
export const recordNumber = (value: CellValue | undefined): number | undefined => {
  if (typeof value === "number") return value;
  // Some programs turn a number in a text cell into text when they save.
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
};

interface Draft {
  readonly cluster: string;
  readonly programme: string;
  readonly lastPeriod: Record<string, number | undefined>;
  readonly sameHalf: Record<string, number | undefined>;
  readonly explanations: Record<string, string>;
  readonly texts: Record<string, string>;
}

/** Records without a prototype: their keys come from a file. */
const record = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/**
 * Reads the identification of a form.
 * @returns it, or `not-this-form`, `newer-form`, `newer-seal` or `structure-changed`
 */
export function readMeta(sheet: GridSheet, form: Form): Result<Identification, Refusal> {
  const all = recordsOf(sheet);
  const [kind, id, version, layout, code] = all.get(META_ROWS.form) ?? [];
  if (kind !== "form" || recordText(id) !== form.id) return refuse(notThisForm(form, `form ${recordText(id)}`));
  const found = { id: form.id, version: recordNumber(version) ?? 0, layout: recordNumber(layout) ?? 0, code: recordText(code) };
  if (found.version > form.version || found.layout > form.layout)
    return refuse({ code: "newer-form", detail: `layout ${found.layout}`, version: found.version, known: form.version });
  const lineOf = (name: string, row: number): Line | undefined => (all.get(row)?.[0] === name ? all.get(row) : undefined);
  const [ruleset, issued, sheets] = [
    lineOf("ruleset", META_ROWS.ruleset),
    lineOf("issued", META_ROWS.issued),
    lineOf("sheets", META_ROWS.sheets),
  ];
  if (!ruleset || !issued || !sheets)
    return refuse({ code: "structure-changed", detail: "identification", where: META_SHEET, missing: "ruleset, issued, sheets" });

  const drafts = new Map<string, Draft>();
  const items = new Map<string, string>();
  let seal: SealRecord | undefined;
  let sealRow = META_ROWS.sheets + 1;
  for (const [row, [name, a, b, c, d, e]] of all) {
    if (row <= META_ROWS.sheets || name === undefined) continue;
    // The first seals had no version.
    if (name === "seal") seal = { code: recordText(a), version: recordNumber(b) ?? 1, formCode: recordText(c), items };
    else if (name === "sealed") items.set(recordText(a), recordText(b));
    else {
      sealRow = row + 1;
      const key = `${recordText(a)}|${recordText(b)}`;
      const draft = drafts.get(key) ?? {
        cluster: recordText(a),
        programme: recordText(b),
        lastPeriod: record<number | undefined>(),
        sameHalf: record<number | undefined>(),
        explanations: record<string>(),
        texts: record<string>(),
      };
      drafts.set(key, draft);
      const code = codeIn(c, form) ?? recordText(c);
      if (name === "value") {
        draft.lastPeriod[code] = recordNumber(d);
        draft.sameHalf[code] = recordNumber(e);
      } else if (name === "explanation") draft.explanations[code] = recordText(d);
      else if (name === "text") draft.texts[recordText(c)] = recordText(d);
    }
  }
  if (seal && seal.version > SEAL_VERSION)
    return refuse({ code: "newer-seal", detail: `seal ${seal.version}`, version: seal.version, known: SEAL_VERSION });
  return ok({
    form: found,
    ruleset: { id: recordText(ruleset[1]), version: recordNumber(ruleset[2]) ?? 0 },
    school: recordText(issued[1]),
    period: recordText(issued[2]),
    sheets: sheets.slice(1).map(recordText).filter(Boolean),
    previous: [...drafts.values()],
    seal,
    sealRow,
  });
}
