import {
  byText,
  notThisForm,
  pendingFigures,
  periodId,
  type Catalogue,
  type Consolidation,
  type Form,
  type PassedOver,
  type ReportingPeriod,
  type LineWithTexts,
} from "../../domain";
import { judgeAcross } from "../../rules";
import { givenAddresses, SchoolAddresses, type GivenAddresses } from "./addresses";
import { claims, SUMMARY, type ReviewerClaims } from "./claims";
import { enclosures } from "./enclosures";
import { byPath, fates } from "./fates";
import { recordsOf } from "./file-records";
import { isBlankNotice, type JudgedFile, type JudgedForm } from "./judged";
import { movements } from "./movements";
import { ranked } from "./ranked";
import { matchReplies } from "./replies";
import { schoolRecords } from "./school-records";
import { ownSenders } from "./senders";
import type { SettledForm } from "./settle-form";

export { givenAddresses, type GivenAddresses } from "./addresses";
export type { ReviewerClaims } from "./claims";
export {
  earlierFiles,
  earlierValues,
  givenEarlier,
  type EarlierLines,
  type EarlierValues,
  type EarlierRemark,
  type GivenEarlier,
} from "./earlier-values";
export { judgeFile, type ArrivedFile, type JudgeFileOptions } from "./judge-file";
export { liveSummary } from "./live-summary";
export type { SchoolNotice } from "./letter";
export { letters, noNotices, notices, type NoticeCount } from "./notices";
export { cellLink, fileLink, ownerOf, sayAct, sayClaim, sayDay, sayFate, summaryBook, unfolds, type SummaryOptions } from "./summary-book";
export { otherPeriod } from "./other-period";
export { outlineOf, type Outline } from "./outline";
export { consolidationTally, replyTally, type ConsolidationTally } from "./tally";
export { copyNames, type NamedCopy } from "./copy-names";
export { unclaimedFiles, type UnclaimedFile } from "./unclaimed";
export { blobSource, foundIn, type Found, type Reading, type Source } from "./arrived";
export { collect, Collection, judgedHere, type Collected, type JudgeAll } from "./collect";
export { summaryLinks } from "./links";
export { sayMixed, settleForm, type FormOfFiles, type SettledForm } from "./settle-form";
export { hasBytes, refusedFile, type JudgedFile, type JudgedForm, type JudgedReply, type JudgedSummary } from "./judged";

export interface ConsolidateOptions extends Omit<SettledForm, "judged"> {
  readonly period: ReportingPeriod;
  readonly passedOver: Consolidation["passedOver"];
  /** What earlier forms say of where schools are written to. */
  readonly addresses?: GivenAddresses;
  /** Whose files are, as the reviewer says. */
  readonly claims?: ReviewerClaims;
}

/**
 * The second stage: from judged files to all that a reviewer is told. Pure; the order in which the files came decides nothing.
 * @param judged all files, answered 核实单 among them
 */
export function consolidate(judged: readonly JudgedFile[], options: ConsolidateOptions): Consolidation {
  const { period, catalogue, carried, rosterOf, passedOver } = options;
  const { form, roster, ruleset } = catalogue;
  const sorted = judged.map((file) => withoutSummary(file, form)).sort(byPath);
  const files = sorted.filter(({ outcome }) => outcome.kind !== "reply");
  const decided = fates(files, periodId(period), form);
  const addresses = new SchoolAddresses(options.addresses ?? [], givenAddresses(files));
  const claimed = claims(files, decided, catalogue, addresses, options.claims ?? new Map());
  const enclosed = enclosures(
    files,
    decided,
    claimed,
    sorted.filter(({ outcome }) => outcome.kind === "reply"),
  );
  const remaining = files.flatMap((_, index) => (enclosed.has(index) ? [] : [index]));
  const records = recordsOf(remaining, files, decided, claimed);
  const used = remaining.flatMap((index, file) => {
    const { outcome } = files[index]!;
    return outcome.kind === "form" && decided[index]!.kind === "used" ? [{ file, form: outcome }] : [];
  });
  const lines = inRosterOrder(used, catalogue);
  const across = judgeAcross({ lines, form, roster }, ruleset.across);
  const settings = [...ruleset.settings, ...ruleset.across];
  const accusing = new Set(settings.flatMap(({ ref, accuses }) => (accuses === "sheet" ? [ref] : [])));
  const findings = ranked(used, across, lines, { form, accusing });
  const { replies, answered } = matchReplies(sorted, findings, periodId(period), ruleset.explanation);
  const senders = ownSenders(records, replies, addresses, form.recipient.email);
  return {
    period,
    form: {
      id: form.id,
      version: form.version,
      code: catalogue.code,
      ...(carried ? { carried } : {}),
      ...(rosterOf === undefined ? {} : { roster: rosterOf }),
    },
    ruleset: { id: ruleset.id, version: ruleset.version },
    acts: settings.flatMap(({ ref, act }) => (act === "sheet" ? [ref] : [])),
    files: records,
    lines,
    schools: schoolRecords(records, lines, catalogue, period, addresses, senders),
    findings: answered,
    movements: movements(lines, form, roster, pendingFigures({ findings: answered })),
    replies,
    passedOver: [
      ...passedOver,
      ...[...enclosed].map(([index, school]) => asPassedOver(files[index]!, "enclosure", school)),
      ...sorted.flatMap((file) => (isBlankNotice(file) ? asPassedOver(file, "blank-notice", file.outcome.school) : [])),
    ].sort((a, b) => byText(a.path.join("\n"), b.path.join("\n"))),
  };
}

function asPassedOver({ arrival: { path } }: JudgedFile, why: PassedOver, school: string): Consolidation["passedOver"][number] {
  return { path, why, school };
}

/** A summary is no form: where it lies among what came, it is told so, and counts for nobody. */
function withoutSummary(file: JudgedFile, form: Form): JudgedFile {
  return file.outcome.kind === "summary" ? { ...file, outcome: { kind: "refused", refusal: notThisForm(form, SUMMARY) } } : file;
}

/** Roster order, then those that are not on it by school; lines of one school in the order of their sheets. */
function inRosterOrder(used: readonly { readonly file: number; readonly form: JudgedForm }[], { roster }: Catalogue): LineWithTexts[] {
  const place = new Map(roster.entries.map(({ cluster, school, programme }, index) => [`${cluster}|${school}|${programme}`, index]));
  const placed = used.flatMap(({ file, form }) =>
    form.lines.map((line, sheet) => ({
      line: { file, ...line },
      at: place.get(`${line.cluster}|${line.school}|${line.programme}`) ?? roster.entries.length,
      sheet,
    })),
  );
  placed.sort((a, b) => a.at - b.at || byText(a.line.school, b.line.school) || a.sheet - b.sheet);
  return placed.map(({ line }) => line);
}
