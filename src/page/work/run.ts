import { check, judgeWorkbook, read } from "../../actions/check";
import { readEarlier } from "../../actions/earlier";
import { findingsBook } from "../../actions/findings-book";
import { edit } from "../../actions/fix";
import { issue } from "../../actions/issue";
import { reporters, type FileReport, type Outcome } from "../../actions/report";
import { statusOfFile } from "../../actions/report/reporter";
import { sealFile } from "../../actions/seal";
import { outgoing } from "../../actions/send";
import { byText, XLSX_TYPE } from "../../domain";
import type { FileWorkbook } from "../../workbook/port";
import type { JobKind, Jobs, NamedBlob, Opened, ReportKind, Sent, FileSummary } from "./job";
import type { JobContext } from "./job-context";

const blobOf = (bytes: Uint8Array, type = XLSX_TYPE): Blob => new Blob([bytes.slice()], { type });

type Refused = Extract<Opened, { kind: "refused" }>;

/** Opens a file; refuses one that is too large to be a form, and one that was moved, changed or locked since it was chosen. */
async function bookOf(blob: Blob, context: JobContext): Promise<FileWorkbook | Refused> {
  if (blob.size > context.largestFile) return { kind: "refused", refusal: { code: "too-large", detail: "file" } };
  try {
    return context.open(new Uint8Array(await blob.arrayBuffer()));
  } catch (error) {
    if (error instanceof DOMException) return { kind: "refused", refusal: { code: "unreadable", detail: error.name } };
    throw error;
  }
}

async function checkBook(workbook: FileWorkbook, { catalogue, locale }: JobContext): Promise<Opened> {
  const checked = await check(workbook, catalogue, { locale });
  return checked.ok
    ? { kind: "checked", checked: checked.value, blob: blobOf(workbook.bytes()) }
    : { kind: "refused", refusal: checked.error };
}

async function outcomeOf(blob: Blob, context: JobContext): Promise<Outcome> {
  const workbook = await bookOf(blob, context);
  if ("kind" in workbook) return workbook;
  const checked = await judgeWorkbook(workbook, context.catalogue, { locale: context.locale });
  return checked.ok ? { kind: "checked", checked: checked.value } : { kind: "refused", refusal: checked.error };
}

function summaryOf(report: FileReport): FileSummary {
  const { outcome } = report;
  const status = statusOfFile(report);
  if (outcome.kind === "refused") return { status, school: "", period: "", counts: undefined, refusal: outcome.refusal };
  const { counts, form } = outcome.checked;
  const { school, period } = form.submission.issued;
  return { status, school, period, counts, refusal: undefined };
}

/** Files in the order of the command line, so that the same files give the same report. */
function inOrder(files: readonly NamedBlob[]): NamedBlob[] {
  return [...files].sort((a, b) => byText(a.name, b.name));
}

async function report(files: readonly NamedBlob[], as: ReportKind, context: JobContext): Promise<Blob> {
  const { catalogue, locale, version } = context;
  const about = { ...catalogue, tool: { name: "cluster-report", version }, from: "built-in", locale } as const;
  const reports: FileReport[] = [];
  const reporter = as === "xlsx" ? undefined : reporters[as](about);
  const pieces: string[] = [reporter?.begin() ?? ""];
  let done = 0;
  for (const { name, blob } of inOrder(files)) {
    const one: FileReport = { path: name, outcome: await outcomeOf(blob, context) };
    if (reporter) pieces.push(reporter.file(one));
    else reports.push(one);
    context.step({ done: ++done });
  }
  if (!reporter) return blobOf(context.write(findingsBook(reports, locale, catalogue.ruleset)));
  pieces.push(...reporter.end());
  return new Blob(pieces, { type: as === "html" ? "text/html;charset=utf-8" : "application/json" });
}

async function send(blob: Blob, context: JobContext): Promise<Sent> {
  const workbook = await bookOf(blob, context);
  if ("kind" in workbook) return workbook;
  const sealed = await sealFile(workbook, context.catalogue, { locale: context.locale });
  if (!sealed.ok) return sealed.error.kind === "refused" ? sealed.error : { kind: "checked", checked: sealed.error.checked, blob };
  const bytes = workbook.bytes();
  return {
    kind: "sent",
    checked: sealed.value.checked,
    blob: blobOf(bytes),
    outgoing: outgoing(sealed.value, bytes, context.catalogue, context.locale),
  };
}

/** How each kind of work is done. */
export const RUN: { readonly [K in JobKind]: (ask: Jobs[K]["ask"], context: JobContext) => Promise<Jobs[K]["give"]> } = {
  async open({ blob }, context) {
    const workbook = await bookOf(blob, context);
    return "kind" in workbook ? workbook : checkBook(workbook, context);
  },
  async change({ blob, changes }, context) {
    const workbook = await bookOf(blob, context);
    if ("kind" in workbook) return workbook;
    const before = await read(workbook, context.catalogue, { locale: context.locale });
    if (!before.ok) return { kind: "refused", refusal: before.error };
    const written = await edit(workbook, before.value, changes);
    return written.ok ? checkBook(workbook, context) : { kind: "refused", refusal: written.error };
  },
  send: ({ blob }, context) => send(blob, context),
  async summarise({ files }, context) {
    let done = 0;
    for (const { name, blob } of files)
      context.step({ done: ++done, summary: summaryOf({ path: name, outcome: await outcomeOf(blob, context) }) });
    return undefined;
  },
  report: ({ files, as }, context) => report(files, as, context),
  earlier: ({ files, school, period }, context) =>
    readEarlier(
      files.map(({ name, bytes }) => ({ name, workbook: context.open(bytes) })),
      context.catalogue,
      school,
      period,
      context.locale,
    ),
  // The program for 汇总 is as large as all else together: it comes when it is wanted.
  arrive: async (ask, context) => (await import("./review-run")).REVIEW.arrive(ask, context),
  judge: async (ask, context) => (await import("./review-run")).REVIEW.judge(ask, context),
  compare: async (ask, context) => (await import("./review-run")).REVIEW.compare(ask, context),
  consolidate: async (ask, context) => (await import("./review-run")).REVIEW.consolidate(ask, context),
  download: async (ask, context) => (await import("./review-run")).REVIEW.download(ask, context),
  // So does what reads definitions.
  define: async (ask, context) => (await import("./definition-run")).DEFINITIONS.define(ask, context),
  exportDefinition: async (ask, context) => (await import("./definition-run")).DEFINITIONS.exportDefinition(ask, context),
  issueAll: async (ask, context) => (await import("./definition-run")).DEFINITIONS.issueAll(ask, context),
  async issue({ school, period, previous, blankSheets, drafts }, context) {
    const { plan, fileName } = issue(context.catalogue, school, period, previous, context.locale, blankSheets, drafts);
    return { name: fileName, bytes: context.write(plan) };
  },
};
