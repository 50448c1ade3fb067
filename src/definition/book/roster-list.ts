import {
  cellAt,
  keyColumn,
  keyRow,
  nearest,
  plainName,
  schools,
  clusters,
  WHOLE_SCHOOL,
  type CellRef,
  type Definition,
  type Fact,
  type Grid,
  type GridSheet,
  type RosterEntry,
} from "../../domain";
import type { BookSeverity } from "./mistake";

/** What a list of schools can say wrongly, or in a way that its reader has to be told of, with the facts that sentences may use. */
export const LIST_MISTAKES = {
  /** No row has the headings that a list needs. */
  "list-headings": { severity: "error", facts: ["headings"] },
  "list-blank": { severity: "error", facts: ["heading"] },
  "list-error": { severity: "error", facts: ["found"] },
  /** The cluster is in another category on the roster, or earlier in the list. */
  "list-category": { severity: "error", facts: ["cluster", "found", "known"] },
  "list-empty": { severity: "error", facts: [] },
  /** Perhaps another name of a school or a cluster that is known: nobody but the department can tell. */
  "list-near": { severity: "question", facts: ["heading", "found", "known"] },
  "list-note": { severity: "notice", facts: ["found"] },
  "list-filled": { severity: "notice", facts: ["heading", "count"] },
  "list-twice": { severity: "notice", facts: ["line", "row"] },
  "list-there": { severity: "notice", facts: ["line"] },
  "list-sheet": { severity: "notice", facts: ["sheet"] },
} as const satisfies Readonly<Record<string, { readonly severity: BookSeverity; readonly facts: readonly string[] }>>;

export type ListMistakeCode = keyof typeof LIST_MISTAKES;

/** Something that is to be said of a list, at its cell. */
export interface ListProblem {
  readonly at: CellRef;
  readonly code: ListMistakeCode;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** What a list makes of a roster. */
export interface RosterBatch {
  /** The lines of the roster as it is to be; absent where something is wrong with the list. */
  readonly entries?: readonly RosterEntry[];
  /** Where the lines stand that came from the list, by their places in `entries`. */
  readonly cells: ReadonlyMap<number, CellRef>;
  readonly problems: readonly ListProblem[];
}

/** Whether the lines of a list come to those of the roster, or in their place. */
export type BatchMode = "add" | "replace";

type Heading = "number" | "category" | "cluster" | "school" | "shortName" | "programme";

/** What departments write above the columns; the first word is the one that is told. */
const HEADINGS: Readonly<Record<Heading, readonly string[]>> = {
  number: ["序号", "编号"],
  category: ["产业类别", "类别", "产业大类"],
  cluster: ["产业集群", "产业集群名称", "集群", "集群名称", "服务产业集群", "对接产业集群", "服务的产业集群"],
  school: ["学校", "学校名称", "院校", "院校名称", "职业院校", "高职院校", "单位", "单位名称", "填报单位"],
  shortName: ["简称", "学校简称"],
  programme: ["专业（群）", "专业群", "专业群名称", "专业（群）名称", "专业", "专业名称"],
};
const HEADING_OF = new Map(
  Object.entries(HEADINGS).flatMap(([heading, words]) => words.map((word) => [plainName(word), heading as Heading] as const)),
);

/** A table may have titles above its headings. */
const ROWS_ABOVE = 20;
const FILLED_DOWN: readonly Heading[] = ["category", "cluster", "school"];
/** A line that is none: what people write below a table, and its totals. */
const NOTE = /^(注|说明|备注|合计|总计|小计|制表|填表|联系)/;

/**
 * Reads a list of schools as departments type it: titles above and notes below, columns in any order and under any of their usual names,
 * cells merged or left blank where they say the same as above.
 * @param definition whose roster the list adds to, or stands in the place of
 */
export function readRosterList(grid: Grid, definition: Definition, mode: BatchMode): RosterBatch {
  const problems: ListProblem[] = [];
  const [list, ...others] = grid.sheets.flatMap((sheet) => headed(sheet, definition) ?? []);
  if (!list) {
    const headings = needed(definition).map((heading) => HEADINGS[heading][0]!);
    const at = { sheet: grid.sheets[0]?.name ?? "", row: 0, column: 0 };
    return { cells: new Map(), problems: [{ at, code: "list-headings", facts: { headings: headings.join("、") } }] };
  }
  for (const { sheet } of others)
    problems.push({ at: { sheet: sheet.name, row: 0, column: 0 }, code: "list-sheet", facts: { sheet: sheet.name } });
  const lines = linesOf(list, definition, problems);
  return merged(lines, definition, mode, problems, list.sheet.name);
}

interface Headed {
  readonly sheet: GridSheet;
  readonly row: number;
  readonly columns: ReadonlyMap<Heading, number>;
}

function needed({ form }: Definition): Heading[] {
  return form.subject === "school" ? ["cluster", "school"] : ["cluster", "school", "programme"];
}

/** The first row of a sheet that has the headings of a list. */
function headed(sheet: GridSheet, definition: Definition): Headed | undefined {
  for (let row = 0; row < ROWS_ABOVE; row++) {
    const columns = new Map<Heading, number>();
    for (const [key, { value }] of sheet.cells) {
      const heading = keyRow(key) === row && typeof value === "string" ? HEADING_OF.get(plainName(value)) : undefined;
      if (heading && !columns.has(heading)) columns.set(heading, keyColumn(key));
    }
    if (needed(definition).every((heading) => columns.has(heading))) return { sheet, row, columns };
  }
  return undefined;
}

/** A line of the list, as it was typed. */
interface Line {
  readonly at: CellRef;
  readonly categoryAt: CellRef;
  readonly number?: number;
  readonly category?: string;
  readonly cluster: string;
  readonly school: string;
  readonly shortName?: string;
  readonly programme: string;
}

function linesOf({ sheet, row: head, columns }: Headed, definition: Definition, problems: ListProblem[]): Line[] {
  const rows = [...new Set([...sheet.cells.keys()].map(keyRow))].filter((row) => row > head).sort((a, b) => a - b);
  const above = new Map<Heading, string>();
  const filled = new Map<Heading, { readonly at: CellRef; count: number }>();
  const lines: Line[] = [];
  for (const row of rows) {
    const at = (heading: Heading): CellRef => ({ sheet: sheet.name, row, column: columns.get(heading) ?? 0 });
    const typed = (heading: Heading): string => (columns.has(heading) ? textAt(sheet, at(heading), problems) : "");
    const texts = new Map((Object.keys(HEADINGS) as Heading[]).map((heading) => [heading, typed(heading)]));
    if (isNote(sheet, row, texts, problems)) continue;
    for (const heading of FILLED_DOWN) {
      const text = texts.get(heading)!;
      if (text !== "") above.set(heading, text);
      else if (above.has(heading)) {
        texts.set(heading, above.get(heading)!);
        const first = filled.get(heading);
        if (first) first.count++;
        else filled.set(heading, { at: at(heading), count: 1 });
      }
    }
    if (definition.form.subject === "school") texts.set("programme", WHOLE_SCHOOL);
    const blank = needed(definition).filter((heading) => texts.get(heading) === "");
    for (const heading of blank) problems.push({ at: at(heading), code: "list-blank", facts: { heading: HEADINGS[heading][0]! } });
    if (blank.length > 0) continue;
    const [category, cluster, school, shortName, programme] = (["category", "cluster", "school", "shortName", "programme"] as const).map(
      (heading) => texts.get(heading)!,
    ) as [string, string, string, string, string];
    const number = Number(texts.get("number"));
    lines.push({
      ...{ at: at("school"), categoryAt: at("category") },
      ...(Number.isInteger(number) && number > 0 ? { number } : {}),
      ...(category === "" ? {} : { category }),
      ...(shortName === "" ? {} : { shortName }),
      ...{ cluster, school, programme },
    });
  }
  for (const [heading, { at, count }] of filled)
    problems.push({ at, code: "list-filled", facts: { heading: HEADINGS[heading][0]!, count } });
  return lines;
}

/** What a cell says: the cell where its merge begins, if it is merged. */
function textAt(sheet: GridSheet, at: CellRef, problems: ListProblem[]): string {
  const area = (sheet.merges ?? []).find(
    ({ top, bottom, left, right }) => at.row >= top && at.row <= bottom && at.column >= left && at.column <= right,
  );
  const cell = cellAt(sheet, area ? { row: area.top, column: area.left } : at);
  if (!cell || cell.value === null) return "";
  if (typeof cell.value === "object") {
    problems.push({ at, code: "list-error", facts: { found: cell.value.error } });
    return "";
  }
  return String(cell.value)
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a row is none of the list: blank, a note, a total, or the headings once more on another page. Notes are told. */
function isNote(sheet: GridSheet, row: number, texts: ReadonlyMap<Heading, string>, problems: ListProblem[]): boolean {
  const all = [...sheet.cells].flatMap(([key, { value }]) =>
    keyRow(key) === row && value !== null && String(value).trim() !== "" ? [{ column: keyColumn(key), text: String(value).trim() }] : [],
  );
  const [first] = all;
  if (!first) return true;
  if (HEADING_OF.get(plainName(texts.get("school")!)) === "school") return true;
  const named = texts.get("school") !== "" || texts.get("programme") !== "";
  if (named && !NOTE.test(first.text)) return false;
  problems.push({ at: { sheet: sheet.name, row, column: first.column }, code: "list-note", facts: { found: first.text } });
  return true;
}

const keyOf = ({ cluster, school, programme }: Pick<Line, "cluster" | "school" | "programme">): string =>
  [cluster, school, programme].map(plainName).join("|");
const said = ({ school, programme }: Pick<Line, "school" | "programme">): string => `${school} ${programme}`;

function merged(
  lines: readonly Line[],
  { roster, ruleset }: Definition,
  mode: BatchMode,
  problems: ListProblem[],
  sheet: string,
): RosterBatch {
  const old = mode === "add" ? roster.entries : [];
  const there = new Map(old.map((entry) => [keyOf(entry), entry]));
  const categoryOf = new Map(roster.entries.map(({ cluster, category }) => [plainName(cluster), category]));
  const seen = new Map<string, Line>();
  const fresh: Line[] = [];
  for (const line of lines) {
    const first = seen.get(keyOf(line));
    seen.set(keyOf(line), first ?? line);
    if (first) problems.push({ at: line.at, code: "list-twice", facts: { line: said(line), row: first.at.row + 1 } });
    else if (there.has(keyOf(line))) problems.push({ at: line.at, code: "list-there", facts: { line: said(line) } });
    else fresh.push({ ...line, category: categoryIn(line, categoryOf, problems) });
  }
  askNear(fresh, "school", schools(roster), ruleset.schoolNames, problems);
  askNear(fresh, "cluster", clusters(roster), ruleset.schoolNames, problems);
  if (fresh.length === 0 && mode === "replace") problems.push({ at: { sheet, row: 0, column: 0 }, code: "list-empty", facts: {} });
  const inOrder = [...problems].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
  const cells = new Map(fresh.map(({ at }, index) => [old.length + index, at]));
  if (problems.some(({ code }) => LIST_MISTAKES[code].severity === "error")) return { cells, problems: inOrder };
  return { entries: [...old, ...numbered(fresh, old, roster.entries)], cells, problems: inOrder };
}

/** A cluster is of one category: the one that the roster, or an earlier line, has it in. */
function categoryIn({ categoryAt: at, cluster, category }: Line, categoryOf: Map<string, string>, problems: ListProblem[]): string {
  const known = categoryOf.get(plainName(cluster));
  if (category === undefined && known === undefined) problems.push({ at, code: "list-blank", facts: { heading: HEADINGS.category[0]! } });
  else if (category !== undefined && known !== undefined && plainName(category) !== plainName(known))
    problems.push({ at, code: "list-category", facts: { cluster, found: category, known } });
  categoryOf.set(plainName(cluster), known ?? category ?? "");
  return known ?? category ?? "";
}

/** Names that are not known but near to one that is: each is asked about once. */
function askNear(
  lines: readonly Line[],
  heading: "school" | "cluster",
  known: readonly string[],
  { threshold, lead }: { readonly threshold: number; readonly lead: number },
  problems: ListProblem[],
): void {
  const asked = new Set(known);
  for (const line of lines) {
    const found = line[heading];
    if (asked.has(found)) continue;
    asked.add(found);
    const near = known.find((name) => plainName(name) === plainName(found)) ?? nearest(found, known, threshold, lead);
    if (near !== undefined)
      problems.push({ at: line.at, code: "list-near", facts: { heading: HEADINGS[heading][0]!, found, known: near } });
  }
}

/** Lines with 序号 each: as the list has it where that is free, else the next; a school keeps its abbreviation. */
function numbered(lines: readonly Line[], old: readonly RosterEntry[], before: readonly RosterEntry[]): RosterEntry[] {
  const taken = new Set(old.map(({ number }) => number));
  const shortOf = new Map(before.flatMap(({ school, shortName }) => (shortName === undefined ? [] : [[school, shortName] as const])));
  let next = Math.max(0, ...taken);
  return lines.map(({ number: given, category, cluster, school, shortName = shortOf.get(school), programme }): RosterEntry => {
    const number = given !== undefined && !taken.has(given) ? given : next + 1;
    taken.add(number);
    next = Math.max(next, number);
    return { number, category: category!, cluster, school, ...(shortName === undefined ? {} : { shortName }), programme };
  });
}
