import { byText, indicatorsByCode, parsePeriod, periodIndex, type GridSheet, type Setting } from "../../domain";
import { codesOf, impliedUnits, parseRelation, shapeOf, unitQuestions, type RelationForm } from "../../relations";
import { acrossSchools } from "../../rules";
import { indicatorsOf } from "../between-form";
import { isExplained, LAPSES } from "../between-ruleset";
import { Place } from "../json";
import type { Path } from "../mistake";
import { MOST } from "../ruleset";
import { leftOut } from "./always-on";
import { folded, numberIn } from "./codec";
import type { Column } from "./column";
import type { Draft } from "./draft";
import { readParameters } from "./parameters";
import { readRows, type SheetCell } from "./read-sheet";
import { take } from "./read-table";
import { messagesOf, RELATION } from "./relation-columns";
import { isRelation, RELATION_KIND, ruleName } from "./rule-names";

type Key = keyof typeof RELATION;
type Cells = Readonly<Record<Key, SheetCell>>;

/** A relation of the workbook, and where it is in the definition. */
export interface ReadRelation {
  readonly path: Path;
  /** Undefined where its text cannot be read: which words it may have nobody knows. */
  readonly rule: string | undefined;
}

/** Reads 审核关系. @param sheet undefined where there is none @returns the relations by their numbers, and how many the sheet lists */
export function readRelations(
  sheet: GridSheet | undefined,
  draft: Draft,
): { readonly byRef: ReadonlyMap<string, ReadRelation>; readonly count: number } {
  const rows = inOrder(sheet ? relationRows(sheet, draft) : []);
  const settings = withLeftOut(
    rows.filter(({ rule }) => !Object.hasOwn(acrossSchools, rule)),
    rows,
    draft,
  );
  const across = rows.filter(({ rule }) => Object.hasOwn(acrossSchools, rule));
  const byRef = new Map<string, ReadRelation>();
  for (const [list, relations] of Object.entries({ settings, across })) {
    draft.put(["ruleset", list], []);
    if (sheet) draft.place(["ruleset", list], { sheet: sheet.name, row: 0, column: 0 });
    relations.forEach((one, index) => {
      const path = ["ruleset", list, index];
      if (!("cells" in one)) return draft.put(path, one);
      readRelation(one, path, draft);
      byRef.set(one.ref, { path, rule: one.readable ? one.rule : undefined });
    });
  }
  return { byRef, count: rows.length };
}

interface Row {
  readonly cells: Cells;
  /** The indicators that it may name; undefined where one of them cannot be read. */
  readonly form: RelationForm | undefined;
  readonly ref: string;
  /** Blank where the row names none. */
  readonly rule: string;
  /** False for a relation whose text cannot be read, or that names indicators which cannot. */
  readonly readable: boolean;
}

function relationRows(sheet: GridSheet, draft: Draft): Row[] {
  const columns = Object.entries<Column>(RELATION);
  const heads = { columns: columns.map(([, column]) => column), unused: ["试行"], most: MOST.settings + MOST.across };
  const form = indicatorsOf(new Place(draft.json).at("form"));
  return readRows(sheet, heads, draft).map((row) => {
    const cells = Object.fromEntries(columns.map(([key, column]) => [key, row.cell(column)])) as unknown as Cells;
    const rule = ruleOf(cells, form);
    return { cells, form, ref: folded(String(cells.ref.typed ?? "")), rule: rule ?? UNREAD, readable: rule !== undefined };
  });
}

/** The rule under which a relation stands that cannot be read. */
const UNREAD = "relation";

/** The rule that a row names; of a relation that is written out, the one of its shape; undefined where that cannot be read. */
function ruleOf({ kind, relation, tolerance, at }: Cells, form: RelationForm | undefined): string | undefined {
  const named = kind.typed === undefined ? "" : RELATION.kind.codec.read(kind.typed);
  const kindOf = named === "" || !("value" in named) ? "" : String(named.value);
  if (kindOf !== RELATION_KIND && (kindOf !== "" || relation.typed === undefined)) return kindOf;
  const parsed = form && relation.typed !== undefined ? parseRelation(String(relation.typed), form) : undefined;
  const [row, most] = [at.typed === undefined ? {} : { at: folded(String(at.typed)) }, numberIn(tolerance.typed ?? "")];
  return parsed?.ok ? shapeOf(parsed.value, form!, { ...row, ...(typeof most === "number" ? { tolerance: most } : {}) }).id : undefined;
}

/** The relations with the rules that are always on, each at its place in the order of the numbers. */
function withLeftOut(rows: readonly Row[], all: readonly Row[], draft: Draft): (Row | Setting)[] {
  const settings: (Row | Setting)[] = [...rows];
  const added = leftOut(
    new Set(rows.map(({ rule }) => rule)),
    all.map(({ ref }) => ref),
  );
  for (const setting of added) {
    const at = settings.findIndex(({ ref }) => ref > setting.ref);
    settings.splice(at < 0 ? settings.length : at, 0, setting);
  }
  const first = all[0]?.cells.ref.at;
  const list = added.map(({ ref, rule }) => `${ref} ${ruleName(rule)}`).join("；");
  if (first && added.length > 0) draft.tell("rules-added", { ...first, row: 0 }, { rules: list });
  return settings;
}

/** Relations in the order of their numbers: an author adds rows where there is room. The one that looks at all explanations comes after them. */
function inOrder(rows: readonly Row[]): Row[] {
  const sorted = rows.filter(({ rule }) => rule !== LAPSES).sort((a, b) => byText(a.ref, b.ref));
  for (const last of rows.filter(({ rule }) => rule === LAPSES)) {
    const behind = Math.max(
      sorted.findLastIndex(({ ref }) => isExplained(ref)),
      sorted.findLastIndex(({ ref }) => ref < last.ref),
    );
    sorted.splice(behind + 1, 0, last);
  }
  return sorted;
}

function readRelation({ cells, form, rule, readable }: Row, path: Path, draft: Draft): void {
  draft.put(path, {});
  draft.place(path, cells.ref.at);
  const read = (key: Key, ...to: readonly string[]): void => take(cells[key], RELATION[key], [...path, ...to], {}, draft);
  read("ref", "ref");
  draft.place([...path, "rule"], cells.kind.at);
  if (cells.kind.faulty) draft.fault([...path, "rule"]);
  else if (rule) draft.put([...path, "rule"], rule);
  read("severity", "severity");
  read("act", "act");
  read("accuses", "accuses");
  for (const key of ["title", "description", "why"] as const) read(key, "words", "zh-CN", key);
  for (const message of readable ? messagesOf(rule) : []) read("cure", "words", "zh-CN", "messages", message, "cure");
  readOptions(cells, form, rule, [...path, "options"], draft);
  readLife(cells, draft);
}

function readOptions(cells: Cells, form: RelationForm | undefined, rule: string, path: Path, draft: Draft): void {
  draft.put(path, {});
  draft.place(path, cells.parameters.at);
  if (cells.kind.faulty || !rule) draft.fault(path);
  else if (isRelation(rule)) readRelationOptions(cells, form, path, draft);
  else readNamedOptions(cells, rule, path, draft);
}

function readNamedOptions({ relation, parameters, tolerance, at, unit }: Cells, rule: string, path: Path, draft: Draft): void {
  if (parameters.faulty) return draft.fault(path);
  for (const cell of [relation, tolerance, at, unit])
    if (cell.typed !== undefined) draft.tell("relation-of-rule", cell.at, { rule: ruleName(rule) });
  // What options a rule has that nobody knows, nobody knows either: that is told of the rule.
  if (messagesOf(rule).length === 0) return;
  const { options, faults } = readParameters(rule, String(parameters.typed ?? ""));
  for (const option of options) draft.put([...path, ...option.path], option.value);
  for (const fault of faults) draft.tellFault(fault, parameters.at, [...path, ...fault.path]);
}

function readRelationOptions(
  { relation, parameters, tolerance, at, unit }: Cells,
  form: RelationForm | undefined,
  path: Path,
  draft: Draft,
): void {
  const text = [...path, "relation"];
  take(relation, RELATION.relation, text, {}, draft);
  take(tolerance, RELATION.tolerance, [...path, "tolerance"], {}, draft);
  take(at, RELATION.at, [...path, "at"], {}, draft);
  if (parameters.typed !== undefined) draft.tell("no-parameters", parameters.at, { rule: RELATION_KIND });
  if (relation.typed === undefined && !relation.faulty) return draft.tell("relation-missing", relation.at, {}, text);
  const parsed = form ? parseRelation(String(relation.typed), form) : undefined;
  const confirmed = unit.typed === undefined ? undefined : RELATION.unit.codec.read(unit.typed);
  if (confirmed && "fault" in confirmed) return draft.tellFault(confirmed.fault, unit.at);
  if (!parsed?.ok) return;
  for (const implied of impliedUnits(parsed.value)) draft.tell("number-without-unit", relation.at, implied);
  const [question] = confirmed?.value === true ? [] : unitQuestions(parsed.value, form!);
  if (!question) return;
  const { left, right, number } = question;
  if (number !== undefined) return draft.tell("number-in-other-unit", unit.at, { left, right, number });
  // What the codes stand for: a number that was read as a code shows here.
  const named = codesOf(parsed.value).map((code) => `${code} ${indicatorsByCode(form!).get(code)!.name}`);
  draft.tell("units-differ", unit.at, { left, right, items: named.join("、") });
}

/** The periods from which and until which a relation holds. Nothing uses them yet; nobody is let believe that they can be the wrong way round. */
function readLife({ from, until }: Cells, draft: Draft): void {
  const [first, last] = [from, until].map(({ typed, at }) => {
    const period = typed === undefined ? undefined : parsePeriod(String(typed));
    if (typed !== undefined && !period) draft.tell("not-a-period", at, { found: String(typed).slice(0, 40) });
    else if (typed !== undefined)
      draft.tell("unused-heading", { ...at, row: 0 }, { heading: at === from.at ? RELATION.from.heading : RELATION.until.heading });
    return period;
  });
  if (first && last && periodIndex(last) < periodIndex(first))
    draft.tell("ends-before-start", until.at, { from: String(from.typed), to: String(until.typed) });
}
