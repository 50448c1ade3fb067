import {
  linesOf,
  matchName,
  periodDays,
  plainName,
  schools as schoolsOf,
  type FileRecord,
  type ReportingPeriod,
  type ReportLine,
  type Roster,
  type SchoolRecord,
} from "../../domain";
import type { Ruleset } from "../../rules";
import type { Catalogue } from "../../sheets";
import { byText } from "./fates";

/** China has one time zone, without summer time: a mail of the last evening is not late because UTC is behind. */
const CHINA = 8 * 3_600_000;

/** How every school stands: those of the roster in its order, then the others that sent something, by name. */
export function schoolRecords(
  files: readonly FileRecord[],
  lines: readonly ReportLine[],
  { roster, ruleset }: Catalogue,
  period: ReportingPeriod,
): SchoolRecord[] {
  const known = schoolsOf(roster);
  const byName = new Map<string, number[]>();
  files.forEach(({ form }, index) => {
    if (form && form.school !== "") byName.set(form.school, [...(byName.get(form.school) ?? []), index]);
  });
  const others = [...byName.keys()].filter((name) => !known.includes(name)).sort(byText);
  const { last } = periodDays(period);
  return [...known, ...others].map((school): SchoolRecord => {
    const its = byName.get(school) ?? [];
    const file = its.find((index) => files[index]!.fate.kind === "used");
    const meant = known.includes(school) ? undefined : meantBy(school, known, ruleset);
    const unread = file === undefined ? unreadOf(school, files) : [];
    return {
      school,
      onRoster: known.includes(school),
      ...(meant === undefined ? {} : { meant }),
      state: file !== undefined ? (isLate(files[file]!, last) ? "late" : "received") : its.length > 0 ? "refused" : "missing",
      ...(file === undefined ? {} : { file }),
      ...(unread.length === 0 ? {} : { unread }),
      files: its,
      missingLines: missing(
        school,
        lines.filter((line) => line.file === file),
        roster,
      ),
    };
  });
}

/** Files of nobody known whose name, or that of what they came in, holds the name of a school: an encrypted form tells no more. */
function unreadOf(school: string, files: readonly FileRecord[]): number[] {
  return files.flatMap(({ form, fate, arrival }, index) =>
    !form && fate.kind === "refused" && arrival.path.some((name) => name.split("/").at(-1)!.includes(school)) ? [index] : [],
  );
}

function meantBy(school: string, known: readonly string[], { settings }: Ruleset): string | undefined {
  const setting = settings.find((one) => one.rule === "identification-valid");
  if (setting?.rule !== "identification-valid") return undefined;
  const match = matchName(school, known, setting.options.school.threshold, setting.options.school.lead);
  return match.kind === "near" ? match.known : undefined;
}

function isLate({ arrival: { received, mailed }, form }: FileRecord, last: string): boolean {
  if ((form?.reported ?? "") > last) return true;
  return mailed === true && received !== undefined && new Date(Date.parse(received) + CHINA).toISOString().slice(0, 10) > last;
}

function missing(school: string, lines: readonly ReportLine[], roster: Roster): SchoolRecord["missingLines"] {
  const key = (cluster: string, programme: string): string => `${plainName(cluster)}|${plainName(programme)}`;
  const there = new Set(lines.map(({ cluster, programme }) => key(cluster, programme)));
  return linesOf(roster, school)
    .filter(({ cluster, programme }) => !there.has(key(cluster, programme)))
    .map(({ cluster, programme }) => ({ cluster, programme }));
}
