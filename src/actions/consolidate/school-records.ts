import {
  beijingClock,
  byText,
  linesOf,
  matchName,
  periodDays,
  plainName,
  possibleDay,
  schools as schoolsOf,
  type Catalogue,
  type FileRecord,
  type ReportingPeriod,
  type ReportLine,
  type Roster,
  type Ruleset,
  type SchoolRecord,
} from "../../domain";
import type { SchoolAddresses } from "./addresses";
import { schoolOfFile } from "./file-records";

/**
 * How every school stands: those of the roster in its order, then the others that sent something, by name.
 * @param addresses of earlier forms
 * @param senders from where schools mailed their files
 */
export function schoolRecords(
  files: readonly FileRecord[],
  lines: readonly ReportLine[],
  { roster, ruleset }: Catalogue,
  period: ReportingPeriod,
  addresses: SchoolAddresses,
  senders: ReadonlyMap<string, string>,
): SchoolRecord[] {
  const known = schoolsOf(roster);
  const bySchool = grouped(files, (file) => [schoolOfFile(file)]);
  const possible = grouped(files, candidatesOf);
  const others = [...bySchool.keys()].filter((name) => !known.includes(name)).sort(byText);
  const linesOfFile = new Map<number, ReportLine[]>(files.map((_, index) => [index, []]));
  for (const line of lines) linesOfFile.get(line.file)!.push(line);
  const { last } = periodDays(period);
  return [...known, ...others].map((school): SchoolRecord => {
    const its = bySchool.get(school) ?? [];
    const file = its.find((index) => files[index]!.fate.kind === "used");
    const meant = known.includes(school) ? undefined : meantBy(school, known, ruleset);
    const unread = its.filter((index) => !files[index]!.form);
    const asked = possible.get(school) ?? [];
    const email = addresses.of(school);
    const sender = senders.get(school);
    return {
      school,
      onRoster: known.includes(school),
      ...(meant === undefined ? {} : { meant }),
      state: file !== undefined ? (isLate(files[file]!, last) ? "late" : "received") : its.length > 0 ? "refused" : "missing",
      ...(file === undefined ? {} : { file }),
      ...(unread.length === 0 ? {} : { unread }),
      ...(asked.length === 0 ? {} : { possible: asked }),
      ...(email === undefined ? {} : { email }),
      ...(sender === undefined ? {} : { sender }),
      files: its,
      missingLines: missing(school, file === undefined ? [] : linesOfFile.get(file)!, roster),
    };
  });
}

/** Whose a file may be besides: several schools lie in a workbook that holds forms of several, whoever sent it. */
function candidatesOf({ fate, claim }: FileRecord): readonly string[] {
  if (claim?.kind === "unclaimed") return claim.candidates;
  if (claim?.kind !== "matched" || fate.kind !== "refused" || fate.why.code !== "two-schools") return [];
  return fate.why.schools.filter((school) => school !== claim.school);
}

/** Indices of files by the schools that are told of each. */
function grouped(files: readonly FileRecord[], schoolsOfFile: (file: FileRecord) => readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  files.forEach((file, index) => {
    for (const school of schoolsOfFile(file)) if (school !== "") groups.set(school, [...(groups.get(school) ?? []), index]);
  });
  return groups;
}

function meantBy(school: string, known: readonly string[], { schoolNames }: Ruleset): string | undefined {
  const match = matchName(school, known, schoolNames.threshold, schoolNames.lead);
  return match.kind === "near" ? match.known : undefined;
}

/** By the day it can have been reported, and by its mail: only that proves when a file came. */
function isLate({ arrival, form }: FileRecord, last: string): boolean {
  if ((possibleDay(form?.reported, form?.period ?? "", arrival) ?? "") > last) return true;
  const { received, mailed } = arrival;
  return mailed === true && received !== undefined && beijingClock(new Date(received)).slice(0, 10) > last;
}

function missing(school: string, lines: readonly ReportLine[], roster: Roster): SchoolRecord["missingLines"] {
  const key = (cluster: string, programme: string): string => `${plainName(cluster)}|${plainName(programme)}`;
  const there = new Set(lines.map(({ cluster, programme }) => key(cluster, programme)));
  return linesOf(roster, school)
    .filter(({ cluster, programme }) => !there.has(key(cluster, programme)))
    .map(({ cluster, programme }) => ({ cluster, programme }));
}
