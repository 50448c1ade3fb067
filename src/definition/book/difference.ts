import {
  nearest,
  similarity,
  type CellValue,
  type Definition,
  type Form,
  type RosterEntry,
  type Setting,
  type Severity,
} from "../../domain";
import { knownRelation, strengthOf, type RelationOptions, type Strength } from "../../relations";
import { severityOf } from "../../rules";
import { cellValue, partAt, written, type Column, type Keyed, type Table } from "./column";
import { basics, labels } from "./items";
import { SHEETS } from "./names";
import { RELATION, WORDS } from "./relation-columns";
import { isRelation, ruleName } from "./rule-names";
import { coverTable, indicatorTable, rosterTable, textTable } from "./tables";
import { allOf, relationCells, wordRows } from "./write-relations";

/** What a change is about. */
export type ChangeKind =
  | "indicator-added"
  | "renamed"
  | "moved"
  | "retired"
  | "unit"
  | "measure"
  | "subject"
  | "text"
  | "relation-added"
  | "relation-removed"
  | "relation-tightened"
  | "relation-loosened"
  | "relation-changed"
  | "threshold"
  | "roster-added"
  | "roster-removed"
  | "roster-moved"
  | "roster-asked";

/** 文字: words alone; 审核: what is asked for and how it is judged, and the roster; 口径: what the figures are. Each outweighs those before it. */
export const CHANGE_CLASSES = ["words", "rules", "figures"] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** A line of the roster, as far as it names itself. */
export type RosterLine = Pick<RosterEntry, "school" | "cluster" | "programme">;

/** One thing that two definitions say differently: a cell of their 表式簿, or a row that only one of them has. */
export interface DefinitionChange {
  readonly kind: ChangeKind;
  readonly class: ChangeClass;
  readonly sheet: string;
  /** Of an indicator, or of an item of text or cover. */
  readonly code?: string;
  /** 编号 of a relation. */
  readonly ref?: string;
  readonly line?: RosterLine;
  /** What the row is called, in the later definition if it has it. */
  readonly name?: string;
  /** The column, or the item of 基本信息 and 版式; absent where it is the row that came or went. */
  readonly heading?: string;
  /** As the cells have it; absent where they are blank, or the row is not there. */
  readonly before?: string;
  readonly after?: string;
}

/** What two definitions say differently. */
export interface DefinitionDifference {
  /** The weightiest class among the changes; absent where there is none. */
  readonly class?: ChangeClass;
  readonly changes: readonly DefinitionChange[];
}

type Said = Pick<DefinitionChange, "kind" | "class">;
type Place = Omit<DefinitionChange, "kind" | "class" | "heading" | "before" | "after">;

/** Heading of changes in the order of rows. */
export const ORDER_HEADING = "顺序";

const WORDING: Said = { kind: "text", class: "words" };
const ASKED: Said = { kind: "text", class: "rules" };
const LIMIT: Said = { kind: "threshold", class: "rules" };

/** What a change of each column of an indicator is. A column that is forgotten does not compile. */
const OF_INDICATOR: { readonly [K in Exclude<keyof Required<Form["indicators"][number]>, "code">]: Said } = {
  group: { kind: "moved", class: "words" },
  name: { kind: "renamed", class: "words" },
  unit: { kind: "unit", class: "figures" },
  type: { kind: "unit", class: "figures" },
  measure: { kind: "measure", class: "figures" },
  compared: { kind: "measure", class: "figures" },
  partOf: { kind: "moved", class: "words" },
  source: WORDING,
};

/** Names less alike than this may be of another figure altogether: whoever compares with earlier periods has to know. */
const SAME_NAME = 0.5;

/** Of a text, or an item of the cover: what bears on what is asked for. */
const ASKING = new Set(["maxLength", "required", "kind", "role"]);

/** What a change of an item of 基本信息 is, by its path; all others are words. */
const OF_BASICS: ReadonlyMap<string, Said> = new Map([
  ["form/subject", { kind: "subject", class: "figures" }],
  ["form/firstPeriod", ASKED],
  ...["roster/complete", "roster/categoriesComplete"].map((path): [string, Said] => [path, LIMIT]),
  ...["explanation/minLength", "explanation/boilerplate", "explanation/repeatedRows", "schoolNames/threshold", "schoolNames/lead"].map(
    (path): [string, Said] => [`ruleset/${path}`, LIMIT],
  ),
]);

/** Which definition it is, and its version, are told above the changes. */
const IDENTITY = new Set(["form/id", "form/version"]);

/** How near a line must be to one that is gone for people to be asked whether it is the same under another name. */
const NEAR = { threshold: 0.6, lead: 0 };

/**
 * What a definition says otherwise than the one before it, in the terms of their 表式簿 and in its order. Every change of a 表式簿 that is
 * read again is told, but for 表式编号 and 版次.
 */
export function definitionDifference(before: Definition, after: Definition): DefinitionDifference {
  const changes = [
    ...itemChanges(SHEETS.basics, basics, before, after),
    ...rosterChanges(before, after),
    ...indicatorChanges(before.form, after.form),
    ...itemRowChanges(textTable, before.form.texts, after.form.texts),
    ...itemRowChanges(coverTable, before.form.cover, after.form.cover),
    ...relationChanges(before, after),
    ...itemChanges(SHEETS.labels, labels, before, after),
  ];
  const weight = Math.max(...changes.map((one) => CHANGE_CLASSES.indexOf(one.class)), -1);
  const heaviest = CHANGE_CLASSES[weight];
  return { ...(heaviest === undefined ? {} : { class: heaviest }), changes };
}

function textOf(value: CellValue): string | undefined {
  return value === null || value === "" ? undefined : String(value);
}

/** A change where two cells differ; none where they do not. */
function cellChange(said: Said, place: Place, heading: string, a: CellValue, b: CellValue): DefinitionChange[] {
  const [before, after] = [textOf(a), textOf(b)];
  if (before === after) return [];
  return [{ ...said, ...place, heading, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function itemChanges(
  sheet: string,
  items: readonly (Column & { readonly path: readonly string[] })[],
  before: Definition,
  after: Definition,
): DefinitionChange[] {
  return items.flatMap((item) => {
    const path = item.path.join("/");
    if (IDENTITY.has(path)) return [];
    const of = (definition: Definition): CellValue => cellValue(item, partAt(definition, item.path));
    return cellChange(OF_BASICS.get(path) ?? WORDING, { sheet }, item.heading, of(before), of(after));
  });
}

/** Rows that both have, that came and that went, each by its key and in the order of the sheet: those that went behind all others. */
function paired<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (row: T) => string,
): (readonly [a: T | undefined, b: T | undefined])[] {
  const [had, has] = [before, after].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  return [
    ...after.map((row) => [had!.get(keyOf(row)), row] as const),
    ...before.filter((row) => !has!.has(keyOf(row))).map((row) => [row, undefined] as const),
  ];
}

function columnChanges<T extends object>(
  columns: readonly Keyed[],
  saidOf: (key: string) => Said,
  place: Place,
  a: T,
  b: T,
): DefinitionChange[] {
  return columns.flatMap((column) => cellChange(saidOf(column.key), place, column.heading, written(column, a), written(column, b)));
}

function indicatorChanges(before: Form, after: Form): DefinitionChange[] {
  const { sheet, columns } = indicatorTable;
  const shown = columns.filter(({ key }) => key !== "code");
  const rows = paired(before.indicators, after.indicators, ({ code }) => code);
  const moves = new Map(moved(before.indicators, after.indicators, ({ code }) => code));
  return rows.flatMap(([a, b]): DefinitionChange[] => {
    const { code, name } = (b ?? a)!;
    const place = { sheet, code, name };
    if (!a) return [{ kind: "indicator-added", class: "figures", ...place, after: summaryOf(shown, b!) }];
    if (!b) return [{ kind: "retired", class: "figures", ...place, before: summaryOf(shown, a) }];
    const other = similarity(a.name, b.name) < SAME_NAME;
    const saidOf = (key: string): Said =>
      key === "name" && other ? { kind: "renamed", class: "figures" } : OF_INDICATOR[key as keyof typeof OF_INDICATOR];
    return [...columnChanges(shown, saidOf, place, a, b), ...orderChange({ kind: "moved", class: "words" }, place, moves.get(code))];
  });
}

/** Texts, and items of the cover. */
function itemRowChanges<T extends { readonly id: string; readonly label: string }>(
  { sheet, columns }: Table,
  before: readonly T[],
  after: readonly T[],
): DefinitionChange[] {
  const shown = columns.filter(({ key }) => key !== "id");
  const moves = new Map(moved(before, after, ({ id }) => id));
  return paired(before, after, ({ id }) => id).flatMap(([a, b]): DefinitionChange[] => {
    const { id, label } = (b ?? a)!;
    const place = { sheet, code: id, name: label };
    if (!a || !b) return [{ ...ASKED, ...place, ...(a ? { before: summaryOf(shown, a) } : { after: summaryOf(shown, b!) }) }];
    return [
      ...columnChanges(shown, (key) => (ASKING.has(key) ? ASKED : WORDING), place, a, b),
      ...orderChange(WORDING, place, moves.get(id)),
    ];
  });
}

/** A row in a few words: what stands in its cells. */
function summaryOf(columns: readonly Keyed[], row: object): string {
  return columns.flatMap((column) => textOf(written(column, row)) ?? []).join("，");
}

type Move = readonly [before: number, after: number];

/** The fewest rows that must have moved for both orders to be as they are, with their places among those that both have. */
function moved<T>(before: readonly T[], after: readonly T[], keyOf: (row: T) => string): [string, Move][] {
  const has = new Set(after.map(keyOf));
  const common = before.map(keyOf).filter((key) => has.has(key));
  const at = new Map(common.map((key, index) => [key, index]));
  const places = after.flatMap((row) => at.get(keyOf(row)) ?? []);
  const still = new Set(longestRun(places));
  return places.flatMap((place, index): [string, Move][] => (still.has(place) ? [] : [[common[place]!, [place + 1, index + 1]]]));
}

/** The longest run of growing numbers among some, none of which occurs twice. */
function longestRun(numbers: readonly number[]): number[] {
  const ends: { readonly number: number; readonly before?: number }[] = [];
  const behind: number[] = [];
  for (const [index, number] of numbers.entries()) {
    const length = ends.findIndex((end) => end.number > number);
    const at = length < 0 ? ends.length : length;
    behind[index] = at > 0 ? ends[at - 1]!.before! : -1;
    ends[at] = { number, before: index };
  }
  const run: number[] = [];
  for (let index = ends.at(-1)?.before ?? -1; index >= 0; index = behind[index]!) run.unshift(numbers[index]!);
  return run;
}

function orderChange(said: Said, place: Place, move: Move | undefined): DefinitionChange[] {
  return move ? [{ ...said, ...place, heading: ORDER_HEADING, before: String(move[0]), after: String(move[1]) }] : [];
}

type RelationCells = ReturnType<typeof relationCells>;
type RelationKey = keyof RelationCells;

const CHANGED: Said = { kind: "relation-changed", class: "rules" };
const TIGHTENED: Said = { kind: "relation-tightened", class: "rules" };
const LOOSENED: Said = { kind: "relation-loosened", class: "rules" };

const OF_STRENGTH: Readonly<Record<Strength, Said>> = {
  same: WORDING,
  tighter: TIGHTENED,
  looser: LOOSENED,
  thresholds: LIMIT,
  other: CHANGED,
};

/** From the mildest to the gravest. */
const SEVERITIES: readonly Severity[] = ["advisory", "query", "error", "fatal"];

/** A relation with all that its change is told by. */
interface Related {
  readonly setting: Setting;
  readonly form: Form;
  readonly cells: RelationCells;
  readonly severity: Severity;
}

function relationChanges(before: Definition, after: Definition): DefinitionChange[] {
  const [had, has] = [before, after].map(({ form, ruleset }) =>
    allOf(ruleset).map((setting): Related => ({ setting, form, cells: relationCells(setting, form), severity: severityOf(setting) })),
  ) as [Related[], Related[]];
  const refOf = ({ setting }: Related): string => setting.ref;
  const moves = new Map(moved(had, has, refOf));
  return paired(had, has, refOf).flatMap(([a, b]): DefinitionChange[] => {
    const { setting, cells } = (b ?? a)!;
    const { ref } = setting;
    const place = { sheet: SHEETS.relations, ref, name: textOf(cells.title) ?? ruleName(setting.rule) };
    const said = [cells.relation, cells.parameters].flatMap((cell) => textOf(cell) ?? []).join("，") || ruleName(setting.rule);
    if (!a) return [{ kind: "relation-added", class: "rules", ...place, after: said }];
    if (!b) return [{ kind: "relation-removed", class: "rules", ...place, before: said }];
    return [...settingChanges(a, b, place), ...wordChanges(a.setting, b.setting, place), ...orderChange(WORDING, place, moves.get(ref))];
  });
}

/** What a change of a column of 审核关系 is, as far as it does not take two relations to say it. */
const OF_RELATION: readonly (readonly [RelationKey, Said])[] = [
  ["kind", CHANGED],
  ["parameters", LIMIT],
  ["at", CHANGED],
  ["act", CHANGED],
  ["accuses", CHANGED],
  ["title", WORDING],
  ["description", WORDING],
  ["why", WORDING],
  ["cure", WORDING],
];

function settingChanges(a: Related, b: Related, place: Place): DefinitionChange[] {
  const cell = (key: RelationKey, said: Said): DefinitionChange[] =>
    cellChange(said, place, RELATION[key].heading, a.cells[key], b.cells[key]);
  const graver = SEVERITIES.indexOf(b.severity) > SEVERITIES.indexOf(a.severity);
  const severity = ({ severity: of }: Related): CellValue => cellValue(RELATION.severity, of);
  return [
    ...cellChange(graver ? TIGHTENED : LOOSENED, place, RELATION.severity.heading, severity(a), severity(b)),
    ...cell("relation", OF_STRENGTH[strength(a, b)]),
    ...cell("tolerance", toleranceOf(b) > toleranceOf(a) ? LOOSENED : TIGHTENED),
    ...OF_RELATION.flatMap(([key, said]) => cell(key, said)),
  ];
}

/** None is 0. */
function toleranceOf({ cells: { tolerance } }: Related): number {
  return Number(tolerance ?? 0);
}

function strength(a: Related, b: Related): Strength {
  if (!isRelation(a.setting.rule) || !isRelation(b.setting.rule)) return "other";
  const [had, has] = [a, b].map(({ setting, form }) => knownRelation(setting.options as RelationOptions, form).relation);
  return strengthOf(had!, has!);
}

/** What stands in 关系用语. */
function wordChanges(a: Setting, b: Setting, place: Place): DefinitionChange[] {
  const said = (setting: Setting): Map<string, CellValue> =>
    new Map(
      wordRows([setting], []).flatMap(([, language, message, , ...texts]) =>
        texts.map((text, at): [string, CellValue] => [[WORD_HEADINGS[at], language, message].filter(Boolean).join(" · "), text!]),
      ),
    );
  const [had, has] = [said(a), said(b)];
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((heading) =>
    cellChange(WORDING, { ...place, sheet: SHEETS.words }, heading, had.get(heading) ?? null, has.get(heading) ?? null),
  );
}

/** The columns of 关系用语 that hold its words, which stand behind four others. */
const WORD_HEADINGS: readonly string[] = Object.values<Column>(WORDS)
  .slice(4)
  .map(({ heading }) => heading);

const lineOf = ({ school, cluster, programme }: RosterEntry): RosterLine => ({ school, cluster, programme });
const nameOf = ({ school, programme }: RosterEntry): string => `${school} ${programme}`;

function rosterChanges(before: Definition, after: Definition): DefinitionChange[] {
  const { sheet, columns } = rosterTable;
  const keyOf = (entry: RosterEntry): string => JSON.stringify(lineOf(entry));
  const [had, has] = [numbered(before.roster.entries, keyOf), numbered(after.roster.entries, keyOf)];
  const rows = paired(had, has, ({ key }) => key);
  const gone = new Set(rows.flatMap(([a, b]) => (a && !b ? [a.row] : [])));
  const came = rows.some(([a]) => !a);
  return rows.flatMap(([a, b]): DefinitionChange[] => {
    if (a && b) {
      // Numbers shift where lines come or go.
      const shown = columns.filter(({ key }) => key !== "number" || !(came || gone.size > 0));
      const saidOf = (key: string): Said => (key === "category" ? { kind: "roster-moved", class: "rules" } : WORDING);
      return columnChanges(shown, saidOf, { sheet, line: lineOf(b.row) }, a.row, b.row);
    }
    if (b) return [cameChange(b.row, gone, sheet)];
    // What a line that came was told to have been is told there.
    return gone.has(a!.row) ? [{ kind: "roster-removed", class: "rules", sheet, line: lineOf(a!.row), before: a!.row.cluster }] : [];
  });
}

/** A line that came: one that is gone in another cluster, perhaps one that is gone under another name, or a new one. */
function cameChange(row: RosterEntry, gone: Set<RosterEntry>, sheet: string): DefinitionChange {
  const place = { sheet, line: lineOf(row), class: "rules" } as const;
  const left = [...gone];
  const same = left.find((one) => nameOf(one) === nameOf(row));
  const near = same ? undefined : nearest(nameOf(row), left.map(nameOf), NEAR.threshold, NEAR.lead);
  const was = same ?? left.find((one) => nameOf(one) === near);
  if (!was) return { kind: "roster-added", ...place, after: row.cluster };
  gone.delete(was);
  if (same) return { kind: "roster-moved", ...place, before: was.cluster, after: row.cluster };
  return { kind: "roster-asked", ...place, before: [was.school, was.programme, was.cluster].join("，"), after: [row.school, row.programme, row.cluster].join("，") }; // prettier-ignore
}

/** Rows with a key each: one that occurs again is another. */
function numbered<T>(rows: readonly T[], keyOf: (row: T) => string): { readonly row: T; readonly key: string }[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = keyOf(row);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { row, key: `${key}#${count}` };
  });
}
