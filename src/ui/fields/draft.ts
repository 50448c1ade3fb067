import type { Earlier } from "../../actions/earlier";
import { defaultPeriod, possibleNames, schools, type ReportingPeriod, type Roster } from "../../domain";

/** An earlier form, as chosen from the disk. */
export interface EarlierFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a new form is made from. */
export interface Draft {
  readonly school: string;
  /** A name that the roster does not have and of which the person has said that it is right. */
  readonly confirmed: string;
  readonly period: ReportingPeriod;
  /** Programme sheets for a school that the roster does not have. */
  readonly sheets: number;
  readonly files: readonly EarlierFile[];
  /** Whether their texts are carried over as drafts. */
  readonly drafts: boolean;
  /** What the files give; undefined while they are being read. */
  readonly earlier: Earlier | undefined;
}

/** What a person changes of it; what the files give follows. */
export type DraftChange = Partial<Omit<Draft, "earlier">>;

/** A draft before anything is entered. */
export function startDraft(today: Date): Draft {
  return { school: "", confirmed: "", period: defaultPeriod(today), sheets: 1, files: [], drafts: false, earlier: undefined };
}

/** Schools of the roster that a name may stand for which the roster does not have, as long as nobody has said that it is right. */
export function possibleSchools({ school, confirmed }: Pick<Draft, "school" | "confirmed">, roster: Roster): readonly string[] {
  const typed = school.trim();
  return typed === confirmed ? [] : possibleNames(typed, schools(roster));
}

/** What keeps a form from being made: no school, or one of which it is open which one is meant. */
export function schoolTrouble(draft: Draft, roster: Roster): "missing" | "open" | undefined {
  if (draft.school.trim() === "") return "missing";
  return possibleSchools(draft, roster).length > 0 ? "open" : undefined;
}

/** What earlier files give depends on school, period and files: where one of them changes, it is read anew. */
export function redrafted(draft: Draft, change: DraftChange): Draft {
  const anew = "school" in change || "period" in change || "files" in change;
  return { ...draft, ...change, earlier: anew ? undefined : draft.earlier };
}

/** Whether earlier forms can be read: before the school is known, each would be that of another one. */
export function canReadEarlier({ files, school }: Pick<Draft, "files" | "school">): boolean {
  return files.length > 0 && school.trim() !== "";
}
