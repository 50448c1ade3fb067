import { otherPeriod, outlineOf, ownerOf, replyTally, sayAct, sayClaim, sayDay, sayFate, unfolds } from "../../actions/consolidate";
import { sayPeriod } from "../../actions/report/reporter";
import {
  actsOf,
  arrivalName,
  cellName,
  blocks,
  grouped,
  isAnswered,
  isPerhapsCorrection,
  isUndecided,
  periodId,
  unsettled,
  type Act,
  type Consolidation,
  type FileRecord,
  type RankedFinding,
  type Ruleset,
  type SchoolRecord,
} from "../../domain";
import { fill, say, sayState, type Locale } from "../../locales";
import type { Overview, ActOverview, FileOverview, FindingOverview, SchoolOverview } from "./review-job";

/** The page tells so many findings; all of them stand in the workbook. */
const MOST_FINDINGS = 30;

/** What the page tells of a consolidation. */
export function overviewOf(consolidation: Consolidation, ruleset: Ruleset, locale: Locale): Overview {
  const { files, schools, findings, passedOver, period } = consolidation;
  const open = actsOf({ findings: findings.filter(({ finding }) => unsettled(finding)), acts: consolidation.acts });
  const blocking = grouped(
    findings.filter(({ finding }) => blocks(finding)),
    ({ school }) => school,
  );
  const other = otherPeriod(consolidation);
  return {
    period: sayPeriod(periodId(period), locale),
    ...outlineOf(consolidation, locale),
    files: files.map((file) => fileOverview(file, locale)),
    schools: schools.flatMap((one) => schoolOverview(one, files, blocking.get(one.school) ?? [], locale)),
    findings: open.slice(0, MOST_FINDINGS).map((act) => actOverview(act, ruleset, locale)),
    moreFindings: Math.max(open.length - MOST_FINDINGS, 0),
    replies: replyTally(consolidation),
    passedOver: passedOver.length,
    ...(other ? { other } : {}),
  };
}

function fileOverview({ arrival, fate, claim, form }: FileRecord, locale: Locale): FileOverview {
  const why = `${sayFate(fate, locale)} ${sayClaim(claim, locale)}`.trim();
  return { path: arrival.path, fate: fate.kind, school: ownerOf(claim, form, locale) ?? "", why };
}

/** @param open its findings that wait for it, or for the reviewer where it has answered them */
function schoolOverview(
  record: SchoolRecord,
  files: readonly FileRecord[],
  open: readonly RankedFinding[],
  locale: Locale,
): SchoolOverview[] {
  const { school, onRoster, file, meant, state, missingLines, possible = [] } = record;
  const words = locale.summary.reporting;
  const { standing, notOnRoster } = locale.page.consolidate;
  const { comma } = locale.commands.report;
  const lines = missingLines.map(({ cluster, programme }) => `${cluster} ${programme}`).join(comma);
  const named = (sentence: string, of: readonly number[]): string =>
    of.length === 0 ? "" : fill(sentence, { files: of.map((index) => arrivalName(files[index]!.arrival)).join(comma) });
  const notes = [
    onRoster ? "" : meant === undefined ? notOnRoster : fill(words.meant, { school: meant }),
    named(
      standing.refused,
      record.files.filter((index) => files[index]!.fate.kind === "refused"),
    ),
    named(
      standing.perhapsCorrection,
      record.files.filter((index) => isPerhapsCorrection(files[index]!)),
    ),
    named(
      standing.undecided,
      record.files.filter((index) => isUndecided(files[index]!.fate)),
    ),
    named(standing.possible, possible),
    file === undefined ? "" : sayDay(files[file]!, locale.summary),
    ...sayOpen(open, locale),
    onRoster && lines !== "" && (state === "received" || state === "late") ? fill(words.missingLines, { lines }) : "",
  ];
  const note = notes.filter(Boolean).join("\n");
  return state === "received" && note === "" ? [] : [{ school, state, note }];
}

/** What a school has left to correct and to explain, and what of its answers waits for the reviewer. */
function sayOpen(open: readonly RankedFinding[], { summary: { reporting }, page: { consolidate } }: Locale): string[] {
  const errors = open.filter(({ finding }) => finding.severity !== "query").length;
  const answered = open.filter(isAnswered).length;
  const said = (words: string, count: number): string => (count === 0 ? "" : fill(words, { count }));
  const { standing } = consolidate;
  return [said(standing.errors, errors), said(standing.queries, open.length - errors - answered), said(reporting.answered, answered)];
}

function actOverview(act: Act, ruleset: Ruleset, locale: Locale): ActOverview {
  const members = unfolds(act) ? act.map((one) => findingOverview(one, ruleset, locale)) : [];
  return { ...findingOverview(act[0], ruleset, locale), message: sayAct(act, locale, ruleset).message, members };
}

function findingOverview({ id, school, effect, finding }: RankedFinding, ruleset: Ruleset, locale: Locale): FindingOverview {
  const { message } = say(finding, locale, ruleset);
  const state = finding.for ? sayState(finding, locale) : undefined;
  return { id, school, programme: finding.programme ?? "", ref: finding.ref, message, cell: cellName(finding.at), effect, state };
}
