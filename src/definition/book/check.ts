import { byText, cellName, definitionText, type Definition, type CellRef, type Grid, type Ruleset, type Setting } from "../../domain";
import {
  codesOf,
  hasTolerance,
  isHardlyEqual,
  knownRelation,
  normalConditions,
  samplesOf,
  type KnownRelation,
  type RelationOptions,
} from "../../relations";
import type { RuleId } from "../../rules";
import { parseDefinition, type Mistake } from "..";
import type { Draft, Told } from "./draft";
import { BOOK_MISTAKES, type BookSeverity } from "./mistake";
import { SHEETS } from "./names";
import { readDefinitionBook, tellMissing } from "./read";
import { isRelation, ruleName } from "./rule-names";
import { VALUE_WORDS } from "./tables";

/** Something wrong with a definition, or to be known about it, at its cell. */
export type BookProblem = { readonly severity: BookSeverity } & (Told | { readonly at: CellRef; readonly mistake: Mistake });

/** Indicators of relations of which no report was found that keeps, or breaks, them: each of those is looked for long. */
const MOST_TRIED = 20;

/** Relations that are named where many stand on a row. */
const MOST_LISTED = 30;

/** What a 表式簿 says, and what is wrong with it. */
export interface CheckedBook {
  /** Absent where something is wrong. */
  readonly definition?: Definition;
  /** What the form is called, as far as the workbook says so. */
  readonly form: { readonly id?: unknown; readonly version?: unknown };
  readonly counts: { readonly indicators: number; readonly texts: number; readonly relations: number; readonly roster: number };
  /** In the order of the sheets, their rows and columns. */
  readonly problems: readonly BookProblem[];
}

/** The rows of a form whose relations make a formula that Excel does not take: their indicator, and the relations there, the longest first. */
export type BeyondExcel = (definition: Definition) => readonly { readonly code: string; readonly settings: readonly Setting[] }[];

/**
 * Reads a 表式簿 and looks at all of it.
 * @param grid the workbook as it is read from a file: of it nothing is taken for granted
 * @param builtIn the definition of the program: another one of the same form and version would be mistaken for it; absent where nothing is
 *   issued or judged by what is read
 * @param beyondExcel asked where nothing else is wrong
 * @returns the definition where nothing is wrong, and all that there is to say; undefined where the workbook is no 表式簿 at all
 */
export function checkDefinitionBook(grid: Grid, builtIn: Definition | undefined, beyondExcel: BeyondExcel): CheckedBook | undefined {
  const read = readDefinitionBook(grid);
  if (!read) return undefined;
  const { draft, relations } = read;
  const parsed = parseDefinition(draft.json, { units: draft.units });
  const untold = parsed.ok ? [] : parsed.error.filter(({ path }) => !draft.isTold(path));
  // Rules that name texts show that their sheet was not left out on purpose.
  const lost = draft.has("no-texts") && untold.some(({ code }) => code === "no-such-text");
  if (lost) tellMissing(SHEETS.texts, draft);
  const mistakes = untold.filter(({ code }) => !lost || code !== "no-such-text").map((mistake) => placed(mistake, draft));
  if (parsed.ok) {
    if (builtIn) tellTaken(parsed.value, builtIn, draft);
    tellFurther(parsed.value, beyondExcel, draft);
    // That there are no relations at all is told once.
    if (relations > 0) {
      tellUnbound(parsed.value, draft);
      tellUnjudged(parsed.value, draft);
    }
  }
  const told = draft.told
    .filter(({ code }) => !lost || code !== "no-texts")
    .map((one): BookProblem => ({ ...one, severity: BOOK_MISTAKES[one.code].severity }));
  const problems = inOrder([...told, ...once(mistakes)], grid);
  const wrong = !parsed.ok || problems.some(({ severity }) => severity !== "notice");
  const size = (...path: readonly string[]): number => (draft.get(path) as { readonly length?: number } | undefined)?.length ?? 0;
  return {
    ...(parsed.ok && !wrong ? { definition: parsed.value } : {}),
    form: { id: draft.get(["form", "id"]), version: draft.get(["form", "version"]) },
    counts: { indicators: size("form", "indicators"), texts: size("form", "texts"), relations, roster: size("roster", "entries") },
    problems,
  };
}

/** A form and version have one definition: by them a program that knows it judges, whatever a file carries. */
function tellTaken(definition: Definition, builtIn: Definition, draft: Draft): void {
  const { id, version } = definition.form;
  if (id !== builtIn.form.id || version !== builtIn.form.version || definitionText(definition) === definitionText(builtIn)) return;
  draft.tell("version-taken", draft.placeOf(["form", "version"]), { id, version });
}

/** What can only be told of relations that can be read: that Excel cannot hold them, and that no report breaks them, or keeps them. */
function tellFurther(definition: Definition, beyondExcel: BeyondExcel, draft: Draft): void {
  const { form, ruleset } = definition;
  const at = (index: number): CellRef => draft.placeOf(["ruleset", "settings", index, "options", "relation"]);
  const relations = ruleset.settings.flatMap((setting, index) => {
    if (!isRelation(setting.rule)) return [];
    const options = setting.options as RelationOptions;
    return [{ index, options, ...knownRelation(options, form) }];
  });
  for (const { code, settings } of beyondExcel(definition)) {
    const longest = settings[0]!;
    const refs = settings.map(({ ref }) => ref).sort(byText);
    const listed = `${refs.slice(0, MOST_LISTED).join("、")}${refs.length > MOST_LISTED ? "……" : ""}`;
    draft.tell("beyond-excel", at(ruleset.settings.indexOf(longest)), { code, count: refs.length, refs: listed, longest: longest.ref });
  }
  for (const { index, relation, options, decimals } of relations) {
    const { tolerance = 0 } = options;
    const place = draft.placeOf(["ruleset", "settings", index, "options", "tolerance"]);
    if (tolerance > 0 && !hasTolerance(relation)) draft.tell("tolerance-unused", place, { found: tolerance });
    if (tolerance === 0 && isHardlyEqual(relation, decimals)) draft.tell("hardly-equal", at(index), {});
  }
  tellAgain(ruleset, relations, (index, code, ref) => draft.tell(code, at(index), { ref }));
  let left = MOST_TRIED;
  for (const { index, relation, options } of relations) {
    if (left <= 0) return;
    const { passing, failing } = samplesOf(relation, form, options);
    if (!passing || !failing) left -= codesOf(relation).length;
    if (!failing) draft.tell("never-fails", at(index), {});
    if (!passing) draft.tell("never-holds", at(index), {});
  }
}

type Known = KnownRelation & { readonly index: number; readonly options: RelationOptions };

/** Conditions that stand there already, or whose opposite does. A tolerance makes another condition. */
function tellAgain(
  { settings }: Ruleset,
  relations: readonly Known[],
  tell: (index: number, code: "same-as" | "opposite-of", ref: string) => void,
): void {
  const first = new Map<string, string>();
  for (const { index, relation, options } of relations) {
    const { ref } = settings[index]!;
    const { tolerance = 0 } = options;
    for (const { text, opposite } of normalConditions(relation)) {
      const [same, other] = [first.get(`${tolerance} ${text}`), tolerance === 0 ? first.get(`0 ${opposite}`) : undefined];
      if (same !== undefined) tell(index, "same-as", same);
      if (other !== undefined) tell(index, "opposite-of", other);
      if (same === undefined) first.set(`${tolerance} ${text}`, ref);
    }
  }
}

/** That an indicator is printed as part of another is no judgement: where no relation binds it, its author may think that one does. */
function tellUnbound({ form, ruleset }: Definition, draft: Draft): void {
  const bound = new Set<string>();
  for (const { rule, options } of ruleset.settings) {
    if (!isRelation(rule)) continue;
    const { shape } = knownRelation(options as RelationOptions, form);
    if (shape.id === "part-at-most-whole") bound.add(`${shape.part} ${shape.whole}`);
    else if (shape.id === "parts-sum-to-total") for (const part of shape.parts) bound.add(`${part} ${shape.total}`);
    else if (shape.id === "relation") for (const part of shape.codes) for (const whole of shape.codes) bound.add(`${part} ${whole}`);
  }
  form.indicators.forEach(({ code: part, partOf: whole }, index) => {
    if (whole === undefined || bound.has(`${part} ${whole}`)) return;
    draft.tell("part-unbound", draft.placeOf(["form", "indicators", index, "partOf"]), { part, whole });
  });
}

/** What texts and the cover have to hold is judged by rules of their own: where one of them is not listed, its author may think that it is. */
function tellUnjudged({ form: { texts, cover }, ruleset }: Definition, draft: Draft): void {
  const required = texts.findIndex((text) => text.required || text.requiredWhenPositive !== undefined);
  const formed = cover.findIndex(({ kind }) => kind !== "text");
  const judged: readonly (readonly [RuleId, number, readonly string[]])[] = [
    ["required-text", required, ["texts", "required"]],
    ["contact-well-formed", formed, ["cover", "kind"]],
    ["text-length", texts.length > 0 ? 0 : -1, ["texts", "maxLength"]],
  ];
  for (const [rule, index, [list, key]] of judged) {
    if (index < 0 || ruleset.settings.some((setting) => setting.rule === rule)) continue;
    draft.tell("rule-not-listed", draft.placeOf(["form", list!, index, key!]), { rule: ruleName(rule) });
  }
}

type PlacedMistake = BookProblem & { readonly mistake: Mistake };

/** A mistake of the JSON at its cell, in the words of the workbook. An unusual unit may be right: its author is asked. */
function placed(mistake: Mistake, draft: Draft): PlacedMistake {
  const severity = mistake.code === "unknown-unit" ? "question" : "error";
  return { severity, at: draft.placeOf(mistake.path), mistake: inWords(mistake, draft) };
}

const WORD_OF: Readonly<Record<string, (value: string) => unknown>> = {
  role: (value) => VALUE_WORDS.role.write(value as never) ?? value,
  kind: (value) => VALUE_WORDS.kind.write(value as never) ?? value,
  rule: ruleName,
};

/** Facts that are values of the JSON, as the workbook writes them; other places as cells. */
function inWords(mistake: Mistake, draft: Draft): Mistake {
  const { code, path } = mistake;
  const last = String(path[path.length - 1]);
  const key =
    code === "rule-left-out" || code === "fixed-severity" || code === "other-shape" ? "rule" : code === "wrong-kind" ? "kind" : last;
  const say = Object.hasOwn(WORD_OF, key) ? WORD_OF[key]! : (value: string): unknown => value;
  const facts = Object.entries<unknown>(mistake.facts).map(([name, value]) => {
    if (name === "first") return [name, cellOf(String(value), draft)];
    if (name === "role") return [name, WORD_OF["role"]!(String(value))];
    return [name, name === "found" || name === "expected" ? say(String(value)) : value];
  });
  return { ...mistake, facts: Object.fromEntries(facts) } as Mistake;
}

/** `form.indicators[3].code` as the cell it came from. */
function cellOf(text: string, draft: Draft): string {
  const path = [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) => key ?? Number(index));
  return cellName(draft.placeOf(path));
}

/** One cell may say several parts of the JSON: what is wrong with all of them is told once. */
function once(problems: readonly PlacedMistake[]): PlacedMistake[] {
  return [...new Map(problems.map((one) => [JSON.stringify([one.at, one.mistake.code, one.mistake.facts]), one])).values()];
}

function inOrder(problems: readonly BookProblem[], { sheets }: Grid): BookProblem[] {
  const place = new Map(sheets.map(({ name }, index) => [name, index]));
  const of = ({ at }: BookProblem): number => place.get(at.sheet) ?? -1;
  return [...problems].sort((a, b) => of(a) - of(b) || a.at.row - b.at.row || a.at.column - b.at.column);
}
