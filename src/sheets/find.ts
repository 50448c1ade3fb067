import { keyColumn, keyRow, plainName, refuse, ok, type Form, type GridSheet, type Refusal, type Result } from "../domain";
import { textLabel, type CoverPlaces, type ProgrammeColumns, type ProgrammePlaces } from "./places";

/** Labels are compared without white space, width and punctuation: programs and hands change those without meaning it. */
const MAX_LABEL = 60;

function structureChanged(where: string, missing: string): { readonly ok: false; readonly error: Refusal } {
  return refuse({ code: "structure-changed", detail: `${where}: ${missing}`, where, missing });
}

/** A text and where it stands. */
interface Found {
  readonly row: number;
  readonly column: number;
  readonly label: string;
}

/** A sheet with all its short texts in their plain form: worked out once, asked several times. */
export interface LabelledSheet {
  readonly sheet: GridSheet;
  readonly labels: readonly Found[];
}

/** Most texts of a form stand in every other, too. What people typed is without end, so not all of it is kept. */
const plain = new Map<string, string>();
const MOST_KEPT = 1_000;

function plainLabel(text: string): string {
  let label = plain.get(text);
  if (label === undefined) {
    if (plain.size >= MOST_KEPT) plain.clear();
    plain.set(text, (label = plainName(text)));
  }
  return label;
}

export function labelled(sheet: GridSheet): LabelledSheet {
  const found: Found[] = [];
  for (const [key, { value }] of sheet.cells)
    if (typeof value === "string" && value.length <= MAX_LABEL)
      found.push({ row: keyRow(key), column: keyColumn(key), label: plainLabel(value) });
  return { sheet, labels: found };
}

/** The row in which all of some labels stand, with their columns. */
function headRow<Name extends string>(
  labels: readonly Found[],
  wanted: Readonly<Record<Name, string>>,
  anchor: NoInfer<Name>,
): { row: number; columns: Map<Name, number[]> } | undefined {
  const plain = new Map((Object.entries(wanted) as [Name, string][]).map(([name, label]) => [plainName(label), name]));
  const byRow = new Map<number, Map<Name, number[]>>();
  for (const { row, column, label } of labels) {
    const name = plain.get(label);
    if (name === undefined) continue;
    const columns = byRow.get(row) ?? new Map<Name, number[]>();
    columns.set(name, [...(columns.get(name) ?? []), column]);
    byRow.set(row, columns);
  }
  // The head is the row with most of the labels; a label that a user typed somewhere stands alone.
  const best = [...byRow].filter(([, columns]) => columns.has(anchor)).sort((a, b) => b[1].size - a[1].size || a[0] - b[0])[0];
  return best && best[1].size >= 3 ? { row: best[0], columns: best[1] } : undefined;
}

/** Whether a sheet is one of the programme sheets, under whatever name. */
export function isProgrammeSheet({ labels }: LabelledSheet, form: Form): boolean {
  return headRow(labels, programmeHeads(form), "code") !== undefined;
}

function programmeHeads({ labels }: Form): Record<keyof ProgrammeColumns, string> {
  const { group, code, name, unit, comparison, current, result, explanation } = labels;
  return { group, code, name, unit, comparison, current, result, explanation };
}

/** Rows of labels within one column: each label exactly once. */
function rowsOf(
  labels: readonly Found[],
  column: number,
  wanted: ReadonlyMap<string, string>,
  where: string,
  shown: (id: string) => string,
): Result<Map<string, number>, Refusal> {
  const rows = new Map<string, number>();
  for (const { row, column: at, label } of labels) {
    const id = at === column ? wanted.get(label) : undefined;
    if (id === undefined) continue;
    if (rows.has(id)) return structureChanged(where, shown(id));
    rows.set(id, row);
  }
  for (const id of wanted.values()) if (!rows.has(id)) return structureChanged(where, shown(id));
  return ok(rows);
}

/** Finds everything of a programme sheet by its printed labels, wherever rows and columns were moved to. */
export function findProgramme({ sheet, labels }: LabelledSheet, form: Form): Result<ProgrammePlaces, Refusal> {
  const heads = programmeHeads(form);
  const head = headRow(labels, heads, "code");
  if (!head) return structureChanged(sheet.name, form.labels.code);
  const columns = {} as Record<keyof ProgrammeColumns, number>;
  for (const name of Object.keys(heads) as (keyof ProgrammeColumns)[]) {
    const at = head.columns.get(name) ?? [];
    if (at.length !== 1) return structureChanged(sheet.name, heads[name]);
    columns[name] = at[0]!;
  }
  const codes = rowsOf(
    withNumbers(sheet, labels, columns.code, form),
    columns.code,
    new Map(form.indicators.map(({ code }) => [code, code])),
    sheet.name,
    (code) => `${form.labels.code} ${code}`,
  );
  if (!codes.ok) return codes;
  const named = new Map<string, string>([
    [plainName(form.labels.category), "category"],
    [plainName(form.labels.cluster), "cluster"],
    [plainName(form.labels.programme), "programme"],
    ...form.texts.map((item): [string, string] => [plainName(textLabel(item)), item.id]),
  ]);
  const shown = (id: string): string =>
    form.texts.find((item) => item.id === id)?.label ?? form.labels[id as "category" | "cluster" | "programme"];
  const rows = rowsOf(labels, columns.group, named, sheet.name, shown);
  if (!rows.ok) return rows;
  const row = (id: string): number => rows.value.get(id)!;
  return ok({
    sheet: sheet.name,
    columns,
    category: row("category"),
    cluster: row("cluster"),
    programme: row("programme"),
    indicators: codes.value,
    texts: new Map(form.texts.map(({ id }) => [id, row(id)])),
  });
}

/** A code that lost its leading zero, because a program made a number of it, is still that code. */
function withNumbers(sheet: GridSheet, labels: readonly Found[], column: number, form: Form): Found[] {
  const width = form.indicators[0]!.code.length;
  const numbers: Found[] = [];
  for (const [key, { value }] of sheet.cells)
    if (typeof value === "number" && keyColumn(key) === column)
      numbers.push({ row: keyRow(key), column, label: String(value).padStart(width, "0") });
  return numbers.length > 0 ? [...labels, ...numbers] : [...labels];
}

/** Finds everything of the cover by its printed labels; undefined where the sheet is no cover. */
export function findCover({ sheet, labels }: LabelledSheet, form: Form): Result<CoverPlaces, Refusal> | undefined {
  const { category, cluster, programme, school, period, seal } = form.labels;
  const head = headRow(labels, { category, cluster, programme }, "cluster");
  const label = `${school}（盖章）`;
  if (!head || !labels.some((one) => one.label === plainName(label))) return undefined;
  const input = head.columns.get("cluster")![0]!;
  const column = labels.find((one) => one.label === plainName(label))!.column;
  const wanted = new Map<string, string>([
    [plainName(label), "school"],
    [plainName(period), "period"],
    [plainName(seal), "seal"],
    ...form.cover.map((item): [string, string] => [plainName(item.label), item.id]),
  ]);
  const shown = (id: string): string => form.cover.find((item) => item.id === id)?.label ?? form.labels[id as "school" | "period" | "seal"];
  const rows = rowsOf(labels, column, wanted, sheet.name, shown);
  if (!rows.ok) return rows;
  return ok({
    sheet: sheet.name,
    input,
    result: head.columns.get("programme")![0]!,
    school: rows.value.get("school")!,
    period: rows.value.get("period")!,
    seal: rows.value.get("seal")!,
    items: new Map(form.cover.map(({ id }) => [id, rows.value.get(id)!])),
    programmes: head.row + 1,
  });
}
