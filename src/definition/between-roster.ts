import { repeated } from "./between";
import type { Found, Place } from "./json";
import { mistake, shown, type Mistake } from "./mistake";
import { MOST_ENTRIES } from "./roster";

/** What does not go together within a roster. */
export function betweenRoster(roster: Place): Mistake[] {
  const entries = roster.at("entries").list(MOST_ENTRIES);
  const numbers = entries.flatMap((entry): Found[] => {
    const { value, path } = entry.at("number");
    return typeof value === "number" ? [{ text: String(value), path }] : [];
  });
  return [...repeated(numbers), ...repeated(lines(entries)), ...categories(entries)];
}

/** The lines by what each of them is: a school serves a cluster with a programme. */
function lines(entries: readonly Place[]): Found[] {
  return entries.flatMap((entry) => {
    const names = ["cluster", "school", "programme"].map((key) => entry.at(key).text);
    return names.includes(undefined) ? [] : [{ text: names.join("，"), path: entry.path }];
  });
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
