import type { Roster, RosterEntry } from "../domain";
import { flag, list, object, optional, text, where, whole, type Schema } from "./schema";

/** Lines of a roster. */
export const MOST_ENTRIES = 5_000;
const NAME = 100;

/** Keys of lists are joined with |, so that no name may hold it. */
const name = where(text(NAME), (value) => !value.includes("|"), "separator");

const entry: Schema<RosterEntry> = object<RosterEntry>({
  number: whole(1, 99_999),
  category: name,
  cluster: name,
  school: name,
  shortName: optional(name),
  programme: name,
});

/** The shape of a roster. */
export const rosterSchema: Schema<Roster> = object<Roster>({
  id: text(NAME),
  version: whole(1, 9_999),
  source: text(200),
  complete: flag,
  categoriesComplete: flag,
  entries: list(entry, 1, MOST_ENTRIES),
});
