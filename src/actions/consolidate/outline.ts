import type { Consolidation } from "../../domain";
import { fill, type Locale } from "../../locales";
import { consolidationTally, type ConsolidationTally } from "./tally";
import { unclaimedFiles, type UnclaimedFile } from "./unclaimed";

/** What every door tells of a consolidation. Plain data, so that a worker can hand it over. */
export interface Outline {
  readonly tally: ConsolidationTally;
  /** That the program does not know the form, and went by what the files carry. */
  readonly carried?: string;
  /** Files of which the reviewer is asked whose they are. */
  readonly unclaimed: readonly UnclaimedFile[];
  /** Schools that an unclaimed file can be of. */
  readonly known: readonly string[];
}

/** @param locale the language of its sentences */
export function outlineOf(consolidation: Consolidation, locale: Locale): Outline {
  const { carried, roster, ...form } = consolidation.form;
  const { carriedBy, rosterOf } = locale.summary;
  const said = [...(carried ? [fill(carriedBy, form)] : []), ...(roster === undefined ? [] : [fill(rosterOf, { roster })])];
  return {
    ...(said.length > 0 ? { carried: said.join("") } : {}),
    tally: consolidationTally(consolidation),
    unclaimed: unclaimedFiles(consolidation, locale),
    known: consolidation.schools.map(({ school }) => school),
  };
}
