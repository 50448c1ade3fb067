import { unclaimedFiles } from "../actions/consolidate";
import { plain } from "../actions/report";
import type { Consolidation } from "../domain";
import { fill } from "../locales";
import type { CommandLineLocale } from "../locales/command-line";

/** So many files are told one by one; the workbook tells them all. */
const MOST_NAMED = 20;

/** Files 待认领, a line each: why they do not count, and whose they may be. */
export function sayUnclaimed(consolidation: Consolidation, locale: CommandLineLocale): string[] {
  const words = locale.commands.done;
  const { candidates: may } = locale.summary.claims;
  const all = unclaimedFiles(consolidation, locale);
  if (all.length === 0) return [];
  const told = all.slice(0, MOST_NAMED).map(({ name, why, candidates }) => {
    const schools = candidates.length === 0 ? "" : ` ${fill(may, { schools: candidates.join(locale.commands.report.comma) })}`;
    return plain(fill(words.unclaimedFile, { file: name, why: `${why}${schools}` }));
  });
  const more = all.length > MOST_NAMED ? [fill(words.unclaimedMore, { count: all.length - MOST_NAMED })] : [];
  return [fill(words.unclaimed, { count: all.length }), ...told, ...more];
}
