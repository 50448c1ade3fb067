import {
  keyColumn,
  keyRow,
  memoized,
  memoizedBy,
  plainName,
  refuse,
  ok,
  schoolLabel,
  type Form,
  type GridSheet,
  type Refusal,
  type Result,
} from "../domain";
import { codeIn } from "./codes";
import { coverRows, formLabels, programmeHeads, programmeRows } from "./form-labels";
import type { CoverPlaces, ProgrammeColumns, ProgrammePlaces } from "./places";

/** Labels are compared without white space, width and punctuation: programs and hands change those without meaning it. Codes stand as they are. */
const MAX_LABEL = 60;

function structureChanged(where: string, missing: string): { readonly ok: false; readonly error: Refusal } {
  return refuse({ code: "structure-changed", detail: `${where}: ${missing}`, where, missing });
}

/** The label of a code: no printed label has a colon, since labels have no punctuation. */
const codeLabel = (code: string): string => `code:${code}`;

/** A label and where it stands. */
interface Found {
  readonly row: number;
  readonly column: number;
  readonly label: string;
}

/** Where everything stands on a sheet. */
export interface Layout {
  /** Undefined where the sheet is no cover. */
  readonly cover: Result<CoverPlaces, Refusal> | undefined;
  /** Undefined where it is no programme sheet, under whatever name. */
  readonly programme: Result<ProgrammePlaces, Refusal> | undefined;
}

/** A layout with what it was worked out from. */
interface Known {
  readonly labels: readonly Found[];
  readonly layout: Layout;
}

/** What is known of the sheets of a form. Almost all of a province are laid out alike: where the labels stand as in the sheet before, all else does. */
class Layouts {
  private readonly words: ReadonlySet<string>;
  /** Texts of cells to the labels they are: one that is printed, a code, or both. */
  private readonly plain = new Map<string, readonly string[]>();
  private readonly known = new Map<string, Known>();

  constructor(private readonly form: Form) {
    this.words = formLabels(form);
  }

  of(sheet: GridSheet): Layout {
    const labels: Found[] = [];
    const numbers = new Map<number, number>();
    for (const [key, { value }] of sheet.cells) {
      if (typeof value === "number") numbers.set(key, value);
      else if (typeof value === "string" && value.length <= MAX_LABEL)
        for (const label of this.labelsOf(value)) labels.push({ row: keyRow(key), column: keyColumn(key), label });
    }
    const known = this.known.get(sheet.name);
    if (known && sameLabels(known.labels, labels) && !hasCodes(numbers, known.layout)) return known.layout;
    const layout = { cover: findCover(sheet.name, labels, this.form), programme: findProgramme(sheet.name, labels, numbers, this.form) };
    if (layout.programme?.ok !== false && !hasCodes(numbers, layout)) keep(this.known, sheet.name, { labels, layout });
    return layout;
  }

  private labelsOf(text: string): readonly string[] {
    return memoized(this.plain, MOST_KEPT, text, () => {
      const [plain, code] = [plainName(text), codeIn(text, this.form)];
      return [...(this.words.has(plain) ? [plain] : []), ...(code === undefined ? [] : [codeLabel(code)])];
    });
  }
}

/** What people type is without end: not all of it is kept. */
const MOST_KEPT = 1_000;

function keep<T>(known: Map<string, T>, key: string, value: T): void {
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, value);
}

function sameLabels(one: readonly Found[], other: readonly Found[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ row, column, label }, index) => {
      const found = other[index]!;
      return found.row === row && found.column === column && found.label === label;
    })
  );
}

/** Whether numbers stand where codes should: then the places depend on them, too. */
function hasCodes(numbers: ReadonlyMap<number, number>, { programme }: Layout): boolean {
  if (!programme?.ok) return false;
  for (const key of numbers.keys()) if (keyColumn(key) === programme.value.columns.code) return true;
  return false;
}

const layouts = memoizedBy((form: Form) => new Layouts(form));

/** Finds everything of a sheet by its printed labels, wherever rows and columns were moved to. */
export function layoutOf(sheet: GridSheet, form: Form): Layout {
  return layouts(form).of(sheet);
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

/** @param numbers those of the sheet, by the key of their cells */
function findProgramme(
  sheet: string,
  labels: readonly Found[],
  numbers: ReadonlyMap<number, number>,
  form: Form,
): Result<ProgrammePlaces, Refusal> | undefined {
  const heads = programmeHeads(form);
  const head = headRow(labels, heads, "code");
  if (!head) return undefined;
  const columns = {} as Record<keyof ProgrammeColumns, number>;
  for (const name of Object.keys(heads) as (keyof ProgrammeColumns)[]) {
    const at = head.columns.get(name) ?? [];
    if (at.length !== 1) return structureChanged(sheet, heads[name]);
    columns[name] = at[0]!;
  }
  const codes = rowsOf(
    withNumbers(labels, numbers, columns.code, form),
    columns.code,
    new Map(form.indicators.map(({ code }) => [codeLabel(code), code])),
    sheet,
    (code) => `${form.labels.code} ${code}`,
  );
  if (!codes.ok) return codes;
  const shown = (id: string): string =>
    form.texts.find((item) => item.id === id)?.label ?? form.labels[id as "category" | "cluster" | "programme"];
  const rows = rowsOf(labels, columns.group, programmeRows(form), sheet, shown);
  if (!rows.ok) return rows;
  const row = (id: string): number => rows.value.get(id)!;
  return ok({
    sheet,
    columns,
    category: row("category"),
    cluster: row("cluster"),
    programme: row("programme"),
    indicators: codes.value,
    texts: new Map(form.texts.map(({ id }) => [id, row(id)])),
  });
}

/** The labels, with the codes that a program made numbers of. */
function withNumbers(labels: readonly Found[], numbers: ReadonlyMap<number, number>, column: number, form: Form): readonly Found[] {
  const codes = [...numbers].flatMap(([key, value]): Found[] => {
    const code = keyColumn(key) === column ? codeIn(value, form) : undefined;
    return code === undefined ? [] : [{ row: keyRow(key), column, label: codeLabel(code) }];
  });
  return [...labels, ...codes];
}

function findCover(sheet: string, labels: readonly Found[], form: Form): Result<CoverPlaces, Refusal> | undefined {
  const { category, cluster, programme } = form.labels;
  const head = headRow(labels, { category, cluster, programme }, "cluster");
  const school = labels.find(({ label }) => label === plainName(schoolLabel(form)));
  if (!head || !school) return undefined;
  const input = head.columns.get("cluster")![0]!;
  const shown = (id: string): string => form.cover.find((item) => item.id === id)?.label ?? form.labels[id as "school" | "period" | "seal"];
  const rows = rowsOf(labels, school.column, coverRows(form), sheet, shown);
  if (!rows.ok) return rows;
  return ok({
    sheet,
    input,
    result: head.columns.get("programme")![0]!,
    school: rows.value.get("school")!,
    period: rows.value.get("period")!,
    seal: rows.value.get("seal")!,
    items: new Map(form.cover.map(({ id }) => [id, rows.value.get(id)!])),
    programmes: head.row + 1,
  });
}
