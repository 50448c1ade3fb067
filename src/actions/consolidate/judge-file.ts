import {
  comparisonOf,
  isBlankForm,
  ok,
  periodId,
  refuse,
  coverItem,
  reportedDay,
  shown,
  textOf,
  type Arrival,
  type Catalogue,
  type Exclusion,
  type Finding,
  type Form,
  type Grid,
  type LineValue,
  type Previous,
  type ProgrammeReport,
  type Refusal,
  type Reported,
  type Result,
  type Submission,
  type CellText,
} from "../../domain";
import type { Locale } from "../../locales";
import { LARGEST_NUMBER, soundNumber } from "../../rules";
import { META_SHEET, partialIdentity } from "../../sheets";
import { readNotice } from "../../sheets/notice-sheet";
import { readSummary, SUMMARY_META } from "../../sheets/summary";
import type { FileWorkbook } from "../../workbook/port";
import { sameFigures } from "../carried";
import { judgeForm, type Judged } from "../check";
import { webSha256, type Sha256 } from "../hash";
import { schoolOf, unclearOf } from "../identity";
import type { EarlierValues } from "./earlier-values";
import { findingIds } from "./finding-id";
import type { JudgedFile, JudgedForm, JudgedLine, JudgedRefusal, JudgedSummary } from "./judged";

/** A file as it came. */
export interface ArrivedFile {
  readonly arrival: Arrival;
  readonly bytes: Uint8Array;
}

export interface JudgeFileOptions {
  /** Opens bytes as a workbook; only the doors know which library does it. */
  readonly open: (bytes: Uint8Array) => FileWorkbook;
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  /** Of which period, and what earlier files say about each school for it. Changes of the totals are measured by it first. */
  readonly earlier?: EarlierValues;
  /** The one of browsers where absent. */
  readonly sha256?: Sha256;
}

/**
 * The first stage: reads a file and judges it as if nobody had. What it returns is plain data and small: a worker can do this.
 * @returns a form, an answered 核实单, a reviewers' workbook, or why it is none of them
 * @throws RuleBug where a rule itself fails
 */
export async function judgeFile({ arrival, bytes }: ArrivedFile, options: JudgeFileOptions): Promise<JudgedFile> {
  // Not waited for yet: the engine hashes beside what is done here.
  const digest = hex(bytes, options.sha256 ?? webSha256);
  const workbook = options.open(bytes);
  const outcome = await outcomeOf(workbook, options);
  if (!outcome.ok) return { arrival, digest: await digest, outcome: await refusalOf(outcome.error, workbook, options) };
  return { arrival, digest: await digest, ...outcome.value };
}

/** A refusal with what the file still says of itself; where one sheet is broken, the others may not be. */
async function refusalOf(refusal: Refusal, workbook: FileWorkbook, { catalogue: { form } }: JudgeFileOptions): Promise<JudgedRefusal> {
  const whole = await workbook.read();
  const grid = whole.ok ? whole : await workbook.readSheets([META_SHEET]);
  if (!grid.ok) return { kind: "refused", refusal };
  const partial = partialIdentity(grid.value, form);
  const says = partial.issued !== undefined || partial.covers.length > 0 || partial.email !== undefined;
  return { kind: "refused", refusal, ...(says ? { partial } : {}) };
}

type Outcome = Pick<JudgedFile, "outcome" | "definition">;

async function outcomeOf(workbook: FileWorkbook, options: JudgeFileOptions): Promise<Result<Outcome, Refusal>> {
  const { form } = options.catalogue;
  const grid = await workbook.read();
  if (!grid.ok) return grid.error.code === "too-large" ? largeSummary(workbook, form, grid.error) : grid;
  const reply = readNotice(grid.value);
  if (reply) return ok({ outcome: { kind: "reply", ...reply } });
  const summary = judgedSummary(readSummary(grid.value, form));
  if (summary.ok) return summary;
  const checked = await judged(grid.value, options);
  if (checked.ok) {
    const { carried } = checked.value;
    return ok({ outcome: judgedForm(checked.value, (carried ?? options.catalogue).form), ...(carried ? { definition: carried } : {}) });
  }
  // What calls itself a summary is told what is wrong with that.
  return checked.error.code === "not-this-form" && summary.error.code !== "not-this-form" ? summary : checked;
}

/** The summary of a nation is more than is ever read whole: its hidden record has the numbers once more, without their looks. */
async function largeSummary(
  workbook: FileWorkbook,
  form: Form,
  tooLarge: Refusal,
): Promise<Result<{ readonly outcome: JudgedSummary }, Refusal>> {
  const record = await workbook.readSheets([SUMMARY_META]);
  if (!record.ok) return refuse(tooLarge);
  const summary = judgedSummary(readSummary(record.value, form));
  return summary.ok || summary.error.code !== "not-this-form" ? summary : refuse(tooLarge);
}

function judgedSummary(read: ReturnType<typeof readSummary>): Result<{ readonly outcome: JudgedSummary }, Refusal> {
  return read.ok ? ok({ outcome: { kind: "summary", period: periodId(read.value.period), lines: read.value.lines } }) : read;
}

function judged(grid: Grid, { catalogue, locale, earlier, sha256 }: JudgeFileOptions): Promise<Result<Judged, Refusal>> {
  // Values of another form, or in another unit, are nothing to compare with.
  const given = (submission: Submission, form: Form): readonly Previous[] =>
    earlier && submission.issued.period === earlier.period && sameFigures(form, earlier.form)
      ? (earlier.schools.get(schoolOf(submission)) ?? [])
      : [];
  return judgeForm(grid, catalogue, { locale, sha256, ...(earlier ? { previous: given } : {}) });
}

function judgedForm(checked: Judged, form: Form): JudgedForm {
  const { submission } = checked.form;
  const school = schoolOf(submission);
  const { period } = submission.issued;
  const lines = submission.programmes.map((report): JudgedLine => lineOf(report, school, form));
  const findings = checked.findings.map(slim);
  const reported = reportedDay(submission, form);
  const email = coverItem(form, "email");
  const unclear = unclearOf(checked, form);
  return {
    kind: "form",
    record: {
      school,
      period,
      ...(reported === undefined ? {} : { reported }),
      seal: checked.seal.state === "none" ? { state: "none" } : { state: checked.seal.state, code: checked.seal.code },
      counts: checked.counts,
      status: checked.status,
      email: (email && textOf(submission.cover[email.id])) ?? "",
    },
    ...(unclear === undefined ? {} : { unclear }),
    ...(isBlankForm(submission, form) ? { blank: true } : {}),
    says: saysOf(submission, unclear),
    lines,
    coverSheet: submission.school.at.sheet,
    cover: Object.fromEntries(Object.entries(submission.cover).map(([id, reported]) => [id, cellTextOf(reported)])),
    findings,
    ids: findingIds({ school, period, lines }, findings),
  };
}

/** Every school that a form says it is of. */
function saysOf({ issued, school }: Submission, unclear: Exclusion | undefined): string[] {
  const names = unclear?.code === "two-schools" ? unclear.schools : [issued.school, textOf(school) ?? ""];
  return [...new Set(names)].filter(Boolean);
}

/** Without the validations that a fix would restore: they are by far the largest part, and nobody mends a file here. */
function slim({ fix, ...finding }: Finding): Finding {
  return fix?.kind === "value" ? { ...finding, fix } : finding;
}

function lineOf(report: ProgrammeReport, school: string, form: Form): JudgedLine {
  const head = { category: cellTextOf(report.category), cluster: cellTextOf(report.cluster), programme: cellTextOf(report.programme) };
  return {
    school,
    category: head.category.text,
    cluster: head.cluster.text,
    programme: head.programme.text,
    sheet: report.sheet,
    values: Object.fromEntries(form.indicators.map((indicator) => [indicator.code, valueOf(report, indicator)])),
    head,
    texts: Object.fromEntries(Object.entries(report.texts).map(([id, reported]) => [id, cellTextOf(reported)])),
  };
}

function valueOf(report: ProgrammeReport, indicator: Form["indicators"][number]): LineValue {
  const reported = report.values[indicator.code]!;
  const { row, column } = reported.at;
  const value = soundNumber(indicator, reported);
  const comparison = comparisonOf(report.given, indicator) ?? comparisonOf(report.previous, indicator);
  return {
    row,
    column,
    ...(value !== undefined ? { value } : reported.kind === "blank" ? {} : { shown: shown(reported) }),
    // What nobody can have reported is nothing to compare with: the cell has a finding of its own.
    ...(comparison === undefined || comparison >= LARGEST_NUMBER ? {} : { comparison }),
  };
}

function cellTextOf(reported: Reported): CellText {
  const { row, column } = reported.at;
  return { row, column, text: textOf(reported) ?? (reported.kind === "fault" ? reported.code : "") };
}

async function hex(bytes: Uint8Array, sha256: Sha256): Promise<string> {
  let text = "";
  for (const byte of await sha256(bytes)) text += (byte < 16 ? "0" : "") + byte.toString(16);
  return text;
}
