import { check } from "../../actions/check";
import { readEarlier } from "../../actions/earlier";
import { findingsBook } from "../../actions/findings-book";
import { edit } from "../../actions/fix";
import { issue } from "../../actions/issue";
import { reporters, type FileReport, type Outcome } from "../../actions/report";
import { statusOfFile } from "../../actions/report/reporter";
import { sealFile } from "../../actions/seal";
import { outgoing } from "../../actions/send";
import type { Catalogue, WorkbookPlan } from "../../domain";
import type { Locale } from "../../locales";
import type { FileWorkbook } from "../../workbook/port";
import { XLSX } from "./media";
import type { Step } from "./client";
import type { JobKind, Jobs, NamedBlob, Opened, ReportKind, Sent, Summary } from "./job";
import type { Parcels } from "./review-run";

/** What the work needs around it: the file library, and somebody who hears of each step. */
export interface Bench {
  readonly catalogue: Catalogue;
  open(bytes: Uint8Array): FileWorkbook;
  write(plan: WorkbookPlan): Uint8Array;
  readonly locale: Locale;
  readonly version: string;
  /** Bytes of the largest file worth reading. */
  readonly largestFile: number;
  readonly step: Step;
  /** What opens and packs parcels: only 汇总 asks for it. */
  parcels(): Promise<Parcels>;
}

const blobOf = (bytes: Uint8Array, type = XLSX): Blob => new Blob([bytes.slice()], { type });

type Refused = Extract<Opened, { kind: "refused" }>;

/** Opens a file; refuses one that is too large to be a form, and one that was moved, changed or locked since it was chosen. */
async function bookOf(blob: Blob, bench: Bench): Promise<FileWorkbook | Refused> {
  if (blob.size > bench.largestFile) return { kind: "refused", refusal: { code: "too-large", detail: "file" } };
  try {
    return bench.open(new Uint8Array(await blob.arrayBuffer()));
  } catch (error) {
    if (error instanceof DOMException) return { kind: "refused", refusal: { code: "unreadable", detail: error.name } };
    throw error;
  }
}

async function checkBook(workbook: FileWorkbook, { catalogue, locale }: Bench): Promise<Opened> {
  const checked = await check(workbook, catalogue, { locale });
  return checked.ok
    ? { kind: "checked", checked: checked.value, blob: blobOf(workbook.bytes()) }
    : { kind: "refused", refusal: checked.error };
}

async function outcomeOf(blob: Blob, bench: Bench): Promise<Outcome> {
  const workbook = await bookOf(blob, bench);
  if ("kind" in workbook) return workbook;
  const checked = await check(workbook, bench.catalogue, { locale: bench.locale });
  return checked.ok ? { kind: "checked", checked: checked.value } : { kind: "refused", refusal: checked.error };
}

function summaryOf(report: FileReport): Summary {
  const { outcome } = report;
  const status = statusOfFile(report);
  if (outcome.kind === "refused") return { status, school: "", counts: undefined, refusal: outcome.refusal };
  return { status, school: outcome.checked.form.submission.issued.school, counts: outcome.checked.counts, refusal: undefined };
}

/** Files in the order of the command line, so that the same files give the same report. */
function inOrder(files: readonly NamedBlob[]): NamedBlob[] {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function report(files: readonly NamedBlob[], as: ReportKind, bench: Bench): Promise<Blob> {
  const { form, ruleset } = bench.catalogue;
  const context = { tool: { name: "cluster-report", version: bench.version }, form, ruleset, locale: bench.locale };
  const reports: FileReport[] = [];
  const reporter = as === "xlsx" ? undefined : reporters[as](context);
  const pieces: string[] = [reporter?.begin() ?? ""];
  let done = 0;
  for (const { name, blob } of inOrder(files)) {
    const one: FileReport = { path: name, outcome: await outcomeOf(blob, bench) };
    if (reporter) pieces.push(reporter.file(one));
    else reports.push(one);
    bench.step(++done);
  }
  if (!reporter) return blobOf(bench.write(findingsBook(reports, bench.locale)));
  pieces.push(...reporter.end());
  return new Blob(pieces, { type: as === "html" ? "text/html;charset=utf-8" : "application/json" });
}

async function send(blob: Blob, bench: Bench): Promise<Sent> {
  const workbook = await bookOf(blob, bench);
  if ("kind" in workbook) return workbook;
  const sealed = await sealFile(workbook, bench.catalogue, { locale: bench.locale });
  if (!sealed.ok) return sealed.error.kind === "refused" ? sealed.error : { kind: "checked", checked: sealed.error.checked, blob };
  const bytes = workbook.bytes();
  return {
    kind: "sent",
    checked: sealed.value.checked,
    blob: blobOf(bytes),
    outgoing: outgoing(sealed.value, bytes, bench.catalogue.form, bench.locale),
  };
}

/** How each kind of work is done. */
export const RUN: { readonly [K in JobKind]: (ask: Jobs[K]["ask"], bench: Bench) => Promise<Jobs[K]["give"]> } = {
  async open({ blob }, bench) {
    const workbook = await bookOf(blob, bench);
    return "kind" in workbook ? workbook : checkBook(workbook, bench);
  },
  async change({ blob, changes }, bench) {
    const workbook = await bookOf(blob, bench);
    if ("kind" in workbook) return workbook;
    const before = await checkBook(workbook, bench);
    if (before.kind === "refused") return before;
    const written = await edit(workbook, before.checked.form, changes);
    return written.ok ? checkBook(workbook, bench) : { kind: "refused", refusal: written.error };
  },
  send: ({ blob }, bench) => send(blob, bench),
  async summarise({ files }, bench) {
    let done = 0;
    for (const { name, blob } of files) bench.step(++done, summaryOf({ path: name, outcome: await outcomeOf(blob, bench) }));
    return undefined;
  },
  report: ({ files, as }, bench) => report(files, as, bench),
  earlier: ({ files, school, period }, bench) =>
    readEarlier(
      files.map(({ name, bytes }) => ({ name, workbook: bench.open(bytes) })),
      bench.catalogue,
      school,
      period,
      bench.locale,
    ),
  // The program for 汇总 is as large as all else together: it comes when it is wanted.
  arrive: async (ask, bench) => (await import("./review-run")).REVIEW.arrive(ask, bench),
  judge: async (ask, bench) => (await import("./review-run")).REVIEW.judge(ask, bench),
  compare: async (ask, bench) => (await import("./review-run")).REVIEW.compare(ask, bench),
  consolidate: async (ask, bench) => (await import("./review-run")).REVIEW.consolidate(ask, bench),
  deliver: async (ask, bench) => (await import("./review-run")).REVIEW.deliver(ask, bench),
  async issue({ school, period, previous, blankSheets, drafts }, bench) {
    const { plan, fileName } = issue(bench.catalogue, school, period, previous, bench.locale, blankSheets, drafts);
    return { name: fileName, bytes: bench.write(plan) };
  },
};
