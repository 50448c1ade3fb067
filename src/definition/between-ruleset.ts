import { emptyWords, memoizedBy } from "../domain";
import { parseRelation, shapeOf, SHAPES, type RelationForm } from "../relations";
import { column, repeated } from "./between";
import { texts, type Found, type Place } from "./json";
import { mistake, relationMistake, shown, type Mistake } from "./mistake";
import { MOST } from "./ruleset";

/** What all others rest on: without them a text, an error value or a blank would pass in silence. None may be left out, or weakened. */
export const INDISPENSABLE = [
  "number-in-range",
  "indicator-filled",
  "identification-valid",
  "number-as-text",
  "error-value",
  "date-in-number-cell",
  "formula-in-input",
  "validation-removed",
  "comparison-altered",
  "label-altered",
  "identity-changed",
  "definition-altered",
  "foreign-sheet",
  "sheet-hidden",
  "result-overwritten",
] as const;
/** Tells of explanations that lapsed. It comes after all queries, since one of them may have said it. */
export const LAPSES = "stale-explanation";

/** Whether relations of a number can be explained: all but 强制性 (A), 提示性 (C), those on the file (F) and across schools (X). */
export function isExplained(ref: string): boolean {
  return /^[^ACFX]/.test(ref);
}

/** What does not go together within a ruleset. @param codes of the indicators of its form @param form those indicators; undefined where some are faulty */
export function betweenRuleset(ruleset: Place, codes: ReadonlySet<string> | undefined, form: RelationForm | undefined): Mistake[] {
  const settings = ruleset.at("settings").list(MOST.settings);
  const across = ruleset.at("across").list(MOST.across);
  const all = [...settings, ...across];
  return [
    ...repeated(column(all, "ref")),
    ...repeated(bare(settings)),
    ...repeated(bare(across)),
    ...order(settings),
    ...all.flatMap((setting) => [...within(setting.at("options"), codes), ...severity(setting)]),
    ...settings.flatMap((setting) => relation(setting, form)),
    ...leftOut(ruleset.at("settings"), settings),
    ...overlaps(ruleset.at("explanation", "boilerplate")),
  ];
}

/** Rules without options: a second setting of one would only find everything twice. */
function bare(settings: readonly Place[]): Found[] {
  const plain = settings.filter((setting) => {
    const { value } = setting.at("options");
    return typeof value === "object" && value !== null && Object.keys(value).length === 0;
  });
  return column(plain, "rule");
}

/** The settings stand in the order of their references, but for the one that comes after all queries. */
function order(settings: readonly Place[]): Mistake[] {
  const isLapse = (setting: Place): boolean => setting.at("rule").text === LAPSES;
  const refs = column(
    settings.filter((setting) => !isLapse(setting)),
    "ref",
  ).filter(({ text }) => /^[A-Z]\d\d$/.test(text));
  const misplaced = refs.flatMap(({ text, path }, index) => {
    const before = refs[index - 1]?.text ?? "";
    return text < before ? [mistake(path, "out-of-order", { found: text, before })] : [];
  });
  const lastQuery = settings.findLast((setting) => !isLapse(setting) && isExplained(setting.at("ref").text ?? "A"));
  const early = settings.filter((setting) => isLapse(setting) && lastQuery && settings.indexOf(setting) < settings.indexOf(lastQuery));
  return [...misplaced, ...early.map(({ path }) => mistake(path, "before-queries", { before: shown(lastQuery?.at("ref").text) }))];
}

/** A list of options names nothing twice. */
function within(options: Place, codes: ReadonlySet<string> | undefined): Mistake[] {
  const { value } = options;
  if (typeof value !== "object" || value === null) return [];
  const named = Object.keys(value).flatMap((key): Found[] => texts(options.at(key).list(MOST.settings)));
  return repeated(named.filter(({ text }) => codes?.has(text)));
}

/** Whether indicators are what they say of one another: the shape of a relation rests on it, and what is wrong with it is told there. */
const isSettled = memoizedBy(({ indicators }: RelationForm) => {
  const before = new Set<string>();
  return indicators.every(({ code, partOf }) => {
    const right = !before.has(code) && (partOf === undefined || before.has(partOf));
    before.add(code);
    return right;
  });
});

/** A relation can be read, and stands under the rule of its shape. */
function relation(setting: Place, form: RelationForm | undefined): Mistake[] {
  const [rule, text] = [setting.at("rule"), setting.at("options", "relation")];
  if (!form || text.text === undefined || !SHAPES.some((shape) => shape === rule.text)) return [];
  const parsed = parseRelation(text.text, form);
  if (!parsed.ok) return [...relationMistake(text.path, parsed.error)];
  const [at, tolerance] = [setting.at("options", "at").text, setting.at("options", "tolerance").value];
  if (!isSettled(form) || (at !== undefined && !form.indicators.some(({ code }) => code === at))) return [];
  const { id } = shapeOf(parsed.value, form, {
    ...(at === undefined ? {} : { at }),
    ...(typeof tolerance === "number" ? { tolerance } : {}),
  });
  return id === rule.text ? [] : [mistake(rule.path, "other-shape", { found: shown(rule.text), expected: id })];
}

function severity(setting: Place): Mistake[] {
  const [{ text: rule }, { value, path }] = [setting.at("rule"), setting.at("severity")];
  const fixed = value === undefined ? undefined : INDISPENSABLE.find((one) => one === rule);
  return fixed === undefined ? [] : [mistake(path, "fixed-severity", { found: fixed })];
}

function leftOut({ path }: Place, settings: readonly Place[]): Mistake[] {
  const applied = new Set(column(settings, "rule").map(({ text }) => text));
  if (settings.length === 0) return [];
  return INDISPENSABLE.filter((rule) => !applied.has(rule)).map((rule) => mistake(path, "rule-left-out", { found: rule }));
}

/** Words of which one stands within another, or begins as it ends: a formula counts what each takes away, and would count that twice. */
function overlaps(list: Place): Mistake[] {
  const words = texts(list.list(MOST.boilerplate)).filter(({ text }) => text !== "");
  const others = emptyWords({ minLength: 0, repeatedRows: 0, boilerplate: words.map(({ text }) => text) });
  return words.flatMap(({ text, path }, index) => {
    const own = others.length - words.length + index;
    // Each pair is told once, at the later of the two.
    const other = others.slice(0, own).find((word) => shares(text, word) || shares(word, text));
    return other === undefined ? [] : [mistake(path, "overlap", { found: shown(text), other: shown(other) })];
  });
}

function shares(a: string, b: string): boolean {
  return a.includes(b) || [...b].some((_, length) => length > 0 && a.endsWith(b.slice(0, length)));
}
