import {
  arrivalName,
  blocks,
  joined,
  ok,
  periodId,
  periodLabel,
  refuse,
  type Consolidation,
  type ReportingPeriod,
  type Result,
  type WorkbookPlan,
} from "../../domain";
import { sayExclusion } from "../../sheets/summary";
import type { SummaryInsert } from "../../workbook/port";
import type { NamedFile } from "../send";
import { givenEarlier } from "./earlier-values";
import type { Reading, Source } from "./arrived";
import { collect, judgedHere } from "./collect";
import type { JudgeFileOptions } from "./judge-file";
import type { ReviewerClaims } from "./claims";
import { consolidate, letters, noNotices, notices, sayMixed, settleForm, type NoticeCount } from "./index";
import { liveSummary } from "./live-summary";
import { summaryBook } from "./summary-book";
import { outlineOf, type Outline } from "./outline";

/** Whose files, for which period, compared with what. */
export interface SummaryRequest {
  readonly period: ReportingPeriod;
  readonly files: readonly Source[];
  /** Forms or summaries of earlier periods. */
  readonly earlier: readonly Source[];
  /** Whose files are, as the reviewer says. */
  readonly claims: ReviewerClaims;
}

/** A file that gave nothing, and why, in words. */
export interface Unused {
  readonly name: string;
  readonly why: string;
}

/** That files are of several forms, in words. */
export interface MixedForms {
  readonly mixed: string;
}

/** A summary as a reviewer is told of it, and as it leaves: plain data, so that a worker can hand it over. */
export interface MadeSummary extends Outline {
  readonly period: string;
  /** Findings that are still open, errors and queries. */
  readonly open: number;
  readonly refused: readonly Unused[];
  readonly earlierRemarks: readonly Unused[];
  /** Schools of the roster of which nothing counts; `why` where files of theirs came all the same. */
  readonly missing: readonly Unused[];
  readonly file: NamedFile;
  /** What goes back to the schools, in one archive; undefined where nothing does. */
  readonly letters: { readonly file: NamedFile; readonly count: Readonly<NoticeCount> } | undefined;
  /** Schools whose files wait for something that the reviewer has to do. */
  readonly held: number;
  /** For the workbook that is open in Excel; undefined where it is too large for that. */
  readonly insert: SummaryInsert | undefined;
}

export interface MakeOptions extends Reading, Omit<JudgeFileOptions, "earlier"> {
  /** Makes the bytes of a plan; only the doors know which library does it. */
  readonly write: (plan: WorkbookPlan) => Uint8Array;
  /** Packs files into an archive, piece by piece. */
  readonly pack: (files: Iterable<NamedFile>) => AsyncIterable<Uint8Array>;
}

/**
 * From the files that a reviewer picked to the summary. Pages do not learn where a picked file lies, so nothing in it leads to files;
 * where each number was read stands beside it all the same.
 * @param step is told after each file how many are done
 * @returns everything; also where no file could be taken
 */
export async function makeSummary(
  { period, files, earlier, claims }: SummaryRequest,
  options: MakeOptions,
  step: (done: number) => void,
): Promise<Result<MadeSummary, MixedForms>> {
  const { catalogue: own, write } = options;
  const at = { own, asked: false };
  const before = await collect(earlier, options, judgedHere(options), step);
  const given = givenEarlier(before.judged, period, at, options.locale);
  const judging = earlier.length > 0 ? { ...options, earlier: given.values } : options;
  const came = await collect(files, options, judgedHere(judging), (done) => step(earlier.length + done));
  const settled = settleForm(came.judged, { ...at, ...(earlier.length > 0 ? { earlier: given.values.form } : {}) });
  if (!settled.ok) return refuse({ mixed: sayMixed(settled.error, "take", options.locale) });
  const { judged, ...form } = settled.value;
  const { catalogue } = form;
  const locale = options.locale.ofForm(catalogue.form);
  const consolidation = consolidate(judged, { ...form, period, passedOver: came.passedOver, addresses: given.addresses, claims });
  const plan = summaryBook(consolidation, catalogue, locale);
  return ok({
    period: periodId(period),
    ...outlineOf(consolidation, locale),
    open: consolidation.findings.filter(({ finding }) => blocks(finding)).length,
    refused: refusedIn(consolidation, locale),
    earlierRemarks: given.remarks.map(({ path, message }) => ({ name: path, why: message })),
    missing: consolidation.schools.flatMap(({ onRoster, state, school }): Unused[] =>
      onRoster && (state === "missing" || state === "refused")
        ? [{ name: school, why: state === "refused" ? locale.summary.schoolState[state] : "" }]
        : [],
    ),
    file: { name: `${periodLabel(period)}-${locale.pane.review.fileName}.xlsx`, bytes: write(plan) },
    ...(await lettersOf(consolidation, { ...options, catalogue, locale })),
    insert: liveSummary(plan, write),
  });
}

async function lettersOf(
  consolidation: Consolidation,
  { catalogue, locale, write, pack }: MakeOptions,
): Promise<Pick<MadeSummary, "letters" | "held">> {
  const count = noNotices();
  const all = letters(notices(consolidation, catalogue, locale, write), count);
  const pieces: Uint8Array[] = [];
  for await (const piece of pack(all)) pieces.push(piece);
  const { held } = count;
  if (count.queries + count.missing + count.refused === 0) return { letters: undefined, held };
  const name = `${periodLabel(consolidation.period)}-${locale.notice.zip.name}.zip`;
  return { letters: { file: { name, bytes: joined(pieces) }, count }, held };
}

function refusedIn({ files }: Consolidation, locale: MakeOptions["locale"]): Unused[] {
  return files.flatMap(({ arrival, fate }) =>
    fate.kind === "refused" ? [{ name: arrivalName(arrival), why: sayExclusion(fate.why, locale) }] : [],
  );
}
