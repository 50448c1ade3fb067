import { WHOLE_SCHOOL } from "../domain";
import { column, repeated } from "./between";
import type { Found, Place } from "./json";
import { mistake, shown, type Mistake } from "./mistake";
import { MOST_ENTRIES } from "./roster";

/** What does not go together within a roster. @param form whose reports are about a school each, or about its programmes */
export function betweenRoster(roster: Place, form: Place): Mistake[] {
  const entries = roster.at("entries").list(MOST_ENTRIES);
  const numbers = entries.flatMap((entry): Found[] => {
    const { value, path } = entry.at("number");
    return typeof value === "number" ? [{ text: String(value), path }] : [];
  });
  return [
    ...repeated(numbers),
    ...repeated(lines(entries)),
    ...categories(entries),
    ...(form.at("subject").text === "school" ? ofSchools(entries) : []),
  ];
}

/** The lines by what each of them is: a school serves a cluster with a programme. */
function lines(entries: readonly Place[]): Found[] {
  return entries.flatMap((entry) => {
    const names = ["cluster", "school", "programme"].map((key) => entry.at(key).text);
    return names.includes(undefined) ? [] : [{ text: names.join("，"), path: entry.path }];
  });
}

/** Where reports are about schools as a whole, each school has one, and no programme of its own. */
function ofSchools(entries: readonly Place[]): Mistake[] {
  const programmes = entries.flatMap((entry) => {
    const { text, path } = entry.at("programme");
    return text === undefined || text === WHOLE_SCHOOL ? [] : [mistake(path, "programme-of-school", { found: shown(text) })];
  });
  return [...repeated(column(entries, "school")), ...programmes];
}

/** A cluster belongs to one category. */
function categories(entries: readonly Place[]): Mistake[] {
  const known = new Map<string, string>();
  return entries.flatMap((entry) => {
    const [{ text: cluster }, { text: category, path }] = [entry.at("cluster"), entry.at("category")];
    if (cluster === undefined || category === undefined) return [];
    const other = known.get(cluster) ?? category;
    known.set(cluster, other);
    return other === category ? [] : [mistake(path, "two-categories", { found: shown(cluster), other: shown(other) })];
  });
}
