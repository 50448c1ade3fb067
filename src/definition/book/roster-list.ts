import {
  cellAt,
  holds,
  keyColumn,
  keyRow,
  nearest,
  plainName,
  schools,
  clusters,
  WHOLE_SCHOOL,
  type Area,
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
  /** More rows, or merged areas, than any list of schools has. */
  "list-long": { severity: "error", facts: ["count", "most"] },
  /** Perhaps another name of a school or a cluster that is known: nobody but the department can tell. */
  "list-near": { severity: "question", facts: ["heading", "found", "known"] },
  /** Perhaps several names in one cell. */
  "list-several": { severity: "question", facts: ["heading", "found"] },
  /** A cluster that the roster did not have. */
  "list-new": { severity: "notice", facts: ["heading", "found"] },
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

/** Rows of the longest list, its notes among them, and merged areas: what has more is no list of schools. */
const MOST_ROWS = 10_000;

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
  const heads = grid.sheets.flatMap((sheet) => headsIn(sheet));
  const isWhole = ({ columns }: Headed): boolean => needed(definition).every((heading) => columns.has(heading));
  const first = new Map([...heads].reverse().flatMap((one) => (isWhole(one) ? [[one.sheet, one] as const] : [])));
  const [list, ...others] = grid.sheets.flatMap((sheet) => first.get(sheet) ?? []);
  if (!list) {
    // Of a row that has some of them, those are told that it has not.
    const [best] = [...heads].sort((a, b) => b.columns.size - a.columns.size);
    const row = best && best.columns.size > 1 ? best : undefined;
    const missing = needed(definition).filter((heading) => !row?.columns.has(heading));
    const at = { sheet: (row?.sheet ?? grid.sheets[0])?.name ?? "", row: row?.row ?? 0, column: 0 };
    const facts = { headings: missing.map((heading) => HEADINGS[heading][0]!).join("、") };
    return { cells: new Map(), problems: [{ at, code: "list-headings", facts }] };
  }
  for (const { sheet } of others)
    problems.push({ at: { sheet: sheet.name, row: 0, column: 0 }, code: "list-sheet", facts: { sheet: sheet.name } });
  const texts = textsByRow(list.sheet);
  const count = Math.max(texts.size, list.sheet.merges?.length ?? 0);
  if (count > MOST_ROWS) {
    problems.push({ at: { sheet: list.sheet.name, row: list.row, column: 0 }, code: "list-long", facts: { count, most: MOST_ROWS } });
    return { cells: new Map(), problems };
  }
  const lines = linesOf(list, texts, definition, problems);
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

/** The rows at the top of a sheet, each with the headings of a list that stand in it. */
function headsIn(sheet: GridSheet): Headed[] {
  return Array.from({ length: ROWS_ABOVE }, (_, row) => {
    const columns = new Map<Heading, number>();
    for (const [key, { value }] of sheet.cells) {
      const heading = keyRow(key) === row && typeof value === "string" ? HEADING_OF.get(plainName(value)) : undefined;
      if (heading && !columns.has(heading)) columns.set(heading, keyColumn(key));
    }
    return { sheet, row, columns };
  });
}

/** A line of the list, as it was typed. */
interface Line {
  readonly at: CellRef;
  readonly categoryAt: CellRef;
  readonly clusterAt: CellRef;
  readonly number?: number;
  readonly category?: string;
  readonly cluster: string;
  readonly school: string;
  readonly shortName?: string;
  readonly programme: string;
}

function linesOf({ sheet, row: head, columns }: Headed, texts: TextsByRow, definition: Definition, problems: ListProblem[]): Line[] {
  const rows = [...texts.keys()].filter((row) => row > head).sort((a, b) => a - b);
  const above = new Map<Heading, string>();
  const filled = new Map<Heading, { readonly at: CellRef; count: number }>();
  const lines: Line[] = [];
  const fromLeft = FILLED_DOWN.filter((heading) => columns.has(heading)).sort((a, b) => columns.get(a)! - columns.get(b)!);
  for (const row of rows) {
    const at = (heading: Heading): CellRef => ({ sheet: sheet.name, row, column: columns.get(heading) ?? 0 });
    const typed = (heading: Heading): string => (columns.has(heading) ? textAt(sheet, at(heading), problems) : "");
    const fill = (heading: Heading): void => {
      const first = filled.get(heading);
      if (first) first.count++;
      else filled.set(heading, { at: at(heading), count: 1 });
    };
    const found = new Map((Object.keys(HEADINGS) as Heading[]).map((heading) => [heading, typed(heading)]));
    if (isNote(sheet, row, texts.get(row)!, found, problems)) continue;
    // From left to right: what is new there ends what was filled in to the right of it.
    for (const heading of fromLeft) {
      const text = found.get(heading)!;
      if (text !== "" && above.has(heading) && above.get(heading) !== text)
        for (const right of fromLeft.slice(fromLeft.indexOf(heading) + 1)) above.delete(right);
      if (text !== "") above.set(heading, text);
      else if (above.has(heading)) {
        found.set(heading, above.get(heading)!);
        fill(heading);
        continue;
      }
      if (text !== "" && isMergedInto(sheet, at(heading))) fill(heading);
    }
    if (definition.form.subject === "school") found.set("programme", WHOLE_SCHOOL);
    const blank = needed(definition).filter((heading) => found.get(heading) === "");
    for (const heading of blank) problems.push({ at: at(heading), code: "list-blank", facts: { heading: HEADINGS[heading][0]! } });
    if (blank.length > 0) continue;
    const [category, cluster, school, shortName, programme] = (["category", "cluster", "school", "shortName", "programme"] as const).map(
      (heading) => found.get(heading)!,
    ) as [string, string, string, string, string];
    const number = Number(found.get("number"));
    lines.push({
      ...{ at: at("school"), categoryAt: at("category"), clusterAt: at("cluster") },
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

function mergeAt(sheet: GridSheet, at: CellRef): Area | undefined {
  return (sheet.merges ?? []).find((area) => holds(area, at));
}

/** Whether a cell only says what another one says that stands above it. */
function isMergedInto(sheet: GridSheet, at: CellRef): boolean {
  return (mergeAt(sheet, at)?.top ?? at.row) < at.row;
}

/** What a cell says: the cell where its merge begins, if it is merged. */
function textAt(sheet: GridSheet, at: CellRef, problems: ListProblem[]): string {
  const area = mergeAt(sheet, at);
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

/** A text of a row, and where. */
interface Typed {
  readonly column: number;
  readonly text: string;
}

type TextsByRow = ReadonlyMap<number, readonly Typed[]>;

/** What stands in the rows of a sheet, from left to right as they were written. */
function textsByRow({ cells }: GridSheet): TextsByRow {
  const rows = new Map<number, Typed[]>();
  for (const [key, { value }] of cells) {
    const text = value === null ? "" : String(value).trim();
    if (text === "") continue;
    const row = rows.get(keyRow(key));
    if (row) row.push({ column: keyColumn(key), text });
    else rows.set(keyRow(key), [{ column: keyColumn(key), text }]);
  }
  return rows;
}

/** Whether a row is none of the list: a note, a total, or the headings once more on another page. Notes are told. */
function isNote(
  sheet: GridSheet,
  row: number,
  all: readonly Typed[],
  texts: ReadonlyMap<Heading, string>,
  problems: ListProblem[],
): boolean {
  const first = all[0]!;
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

/** People write several names into one cell with these between them. */
const SEVERAL = /[、,，;；/／]/;

/** Whether two names may be one: the same but for spaces and signs, one within the other, or one character of a few apart. */
function isLike(known: string, found: string): boolean {
  const [a, b] = [plainName(known), plainName(found)];
  if (a === b) return true;
  if (a.length > 1 && b.length > 1 && (a.includes(b) || b.includes(a))) return true;
  return a.length === b.length && a.length > 2 && [...a].filter((char, at) => char !== [...b][at]).length === 1;
}

/** Names that are not known but near to one that is: each is asked about once. So is a cell with several names; a new cluster is told. */
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
    const near = known.find((name) => isLike(name, found)) ?? nearest(found, known, threshold, lead);
    const at = heading === "cluster" ? line.clusterAt : line.at;
    const facts = { heading: HEADINGS[heading][0]!, found };
    if (near !== undefined) problems.push({ at, code: "list-near", facts: { ...facts, known: near } });
    else if (SEVERAL.test(found)) problems.push({ at, code: "list-several", facts });
    else if (heading === "cluster") problems.push({ at, code: "list-new", facts });
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
