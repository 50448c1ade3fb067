import { plainName, type CoverKind, type CoverRole, type Indicator } from "../domain";
import type { RelationForm } from "../relations";
import { column, repeated } from "./between";
import { isCode, MOST } from "./form";
import { texts, type Found, type Place } from "./json";
import { mistake, pathText, shown, type Mistake } from "./mistake";

/** The rows of a form by what they are. */
interface FormRows {
  readonly indicators: readonly Place[];
  readonly texts: readonly Place[];
  readonly cover: readonly Place[];
}

function rowsOf(form: Place): FormRows {
  return {
    indicators: form.at("indicators").list(MOST.indicators),
    texts: form.at("texts").list(MOST.texts),
    cover: form.at("cover").list(MOST.cover),
  };
}

/** What the rows of a list are known by; undefined where not all of them say so: then nobody knows what is missing. */
function known(list: Place, most: number, key: string): ReadonlySet<string> | undefined {
  const [rows, found] = [list.value, column(list.list(most), key)];
  return Array.isArray(rows) && rows.length === found.length ? new Set(found.map(({ text }) => text)) : undefined;
}

/** The codes of the indicators of a form. */
export function codesOf(form: Place): ReadonlySet<string> | undefined {
  const codes = known(form.at("indicators"), MOST.indicators, "code");
  // Where there is none, the list itself is at fault, not what names one.
  return codes?.size === 0 ? undefined : codes;
}

/** The indicators of a form as far as relations look at them; undefined where one of them is not as it should be: its own mistake is told. */
export function indicatorsOf(form: Place): RelationForm | undefined {
  const list = form.at("indicators");
  const rows = list.list(MOST.indicators);
  const isIndicator = (row: Place): boolean =>
    isCode(row.at("code").text ?? "") &&
    row.at("unit").text !== undefined &&
    ["stock", "flow"].includes(row.at("measure").text ?? "") &&
    typeof row.at("type", "decimals").value === "number";
  const whole = Array.isArray(list.value) && rows.length > 0 && rows.length === list.value.length && rows.every(isIndicator);
  return whole ? { indicators: rows.map(({ value }) => value as Indicator) } : undefined;
}

/** The ids of the texts of a form. */
export function textIdsOf(form: Place): ReadonlySet<string> | undefined {
  return known(form.at("texts"), MOST.texts, "id");
}

/** What does not go together within a form. */
export function betweenForm(form: Place): Mistake[] {
  const rows = rowsOf(form);
  const codes = codesOf(form);
  const { indicators, cover } = rows;
  const keys = [...column(indicators, "code"), ...column(rows.texts, "id"), ...column(cover, "id")];
  return [
    // Excel does not tell small letters from capital ones.
    ...repeated(keys, (key) => key.toLowerCase()),
    ...repeated(column(indicators, "name")),
    ...interrupted(column(indicators, "group")),
    ...parts(indicators, codes),
    ...requiring(rows.texts, codes),
    ...repeated(column(cover, "role")),
    ...kinds(cover),
    ...alikeLabels(form, rows),
    ...sheetNames(form.at("labels")),
  ];
}

/** Groups that go on after another one began. */
function interrupted(groups: readonly Found[]): Mistake[] {
  const seen = new Set<string>();
  return groups.flatMap(({ text, path }, index) => {
    const again = seen.has(text) && groups[index - 1]!.text !== text;
    seen.add(text);
    return again ? [mistake(path, "interrupted", { found: shown(text) })] : [];
  });
}

/** A part (其中) names an indicator that stands before it. */
function parts(indicators: readonly Place[], codes: ReadonlySet<string> | undefined): Mistake[] {
  const before = new Set<string>();
  return indicators.flatMap((row) => {
    const { text, path } = row.at("partOf");
    const right = text === undefined || !codes || before.has(text);
    before.add(row.at("code").text ?? "");
    return right ? [] : [mistake(path, codes.has(text) ? "not-before" : "no-such-code", { found: shown(text) })];
  });
}

/** Texts that are required by an indicator which does not exist. */
function requiring(items: readonly Place[], codes: ReadonlySet<string> | undefined): Mistake[] {
  return column(items, "requiredWhenPositive").flatMap(({ text, path }) =>
    !codes || codes.has(text) ? [] : [mistake(path, "no-such-code", { found: shown(text) })],
  );
}

/** What an item of the cover is read as, by what it is for. */
const KINDS: ReadonlyMap<unknown, string> = new Map<CoverRole, CoverKind>([
  ["head", "text"],
  ["filler", "text"],
  ["phone", "phone"],
  ["email", "email"],
  ["reported", "date"],
]);

function kinds(cover: readonly Place[]): Mistake[] {
  return cover.flatMap((item) => {
    const [{ value: role }, { text: kind, path }] = [item.at("role"), item.at("kind")];
    const expected = KINDS.get(role);
    const wrong = expected !== undefined && kind !== expected && [...KINDS.values()].some((one) => one === kind);
    return wrong ? [mistake(path, "wrong-kind", { role: shown(role), expected, found: shown(kind) })] : [];
  });
}

const HEADS = ["group", "code", "name", "unit", "comparison", "current", "result", "explanation"];
const LINE = ["category", "cluster", "programme"];

/** Labels of one row, or of one column, that the reader could not tell apart: it finds the cells of a form by them. */
function alikeLabels(form: Place, { texts: items, cover }: FormRows): Mistake[] {
  const labels = form.at("labels");
  const named = (keys: readonly string[]): Found[] => texts(keys.map((key) => labels.at(key)));
  const stamp = labels.at("stampNote").text ?? "";
  const school = named(["school"]).map(({ text, path }) => ({ text: `${text}${stamp}`, path }));
  return [
    ...alike(named(HEADS)),
    ...alike([...school, ...named(["period", "seal"]), ...column(cover, "label")]),
    ...alike([...named(LINE), ...column(items, "label")]),
  ];
}

function alike(labels: readonly Found[]): Mistake[] {
  const first = new Map<string, Found>();
  return labels.flatMap((one) => {
    const plain = plainName(one.text);
    const known = first.get(plain);
    if (plain !== "" && !known) first.set(plain, one);
    return known ? [mistake(one.path, "alike", { found: shown(one.text), other: shown(known.text), first: pathText(known.path) })] : [];
  });
}

/** The cover may not be called as a programme sheet is. */
function sheetNames(labels: Place): Mistake[] {
  const [{ text: cover, path }, { text: prefix }] = [labels.at("coverSheet"), labels.at("programmeSheet")];
  if (cover === undefined || prefix === undefined || !cover.toLowerCase().startsWith(prefix.toLowerCase())) return [];
  return /^\d+$/.test(cover.slice(prefix.length)) ? [mistake(path, "bad-sheet-name", { found: shown(cover) })] : [];
}
