import { consolidationTally, replyTally, summaryBook, type JudgedFile } from "../actions/consolidate";
import { consolidationJson } from "../actions/consolidate/json";
import { detailTable, findingTable } from "../actions/consolidate/tables";
import type { Consolidation } from "../domain";
import { fill } from "../locales";
import type { Context } from "./context";
import { withRowProgress } from "./row-progress";
import { copyEnclosed, planCopies, sayCopiesLeft, type EnclosedCopy } from "./enclosed";
import { linksFrom } from "./links";
import { sayUnclaimed } from "./unclaimed";
import { VERSION } from "./version";

/** Where everything goes. `all` is what never counts as an arrival, even where it lies among them. */
export interface Outputs {
  readonly format: "xlsx" | "json" | "parquet";
  /** The file asked for; undefined where the result goes to stdout. */
  readonly out: string | undefined;
  /** Files that come into being, as far as their names are known beforehand. */
  readonly files: readonly string[];
  /** Folder of the files that came within others. */
  readonly enclosed: string;
  readonly notices: string | undefined;
  readonly all: readonly string[];
}

/** Writes what was asked for, but for what goes to stdout. @returns whether nothing is missing from it */
export async function writeOutputs(
  consolidation: Consolidation,
  judged: readonly JudgedFile[],
  outputs: Outputs,
  context: Context,
): Promise<boolean> {
  const { catalogue, adapter, transaction, terminal } = context;
  if (outputs.format === "xlsx") return writeBook(consolidation, judged, outputs, context);
  if (outputs.format === "parquet") {
    const [detail, findings] = outputs.files as readonly [string, string];
    await transaction.write(detail, await adapter.parquet(detailTable(consolidation, catalogue.form).columns));
    await transaction.write(findings, await adapter.parquet(findingTable(consolidation, catalogue.ruleset, terminal.locale).columns));
  } else if (outputs.out !== undefined) {
    const output = await transaction.open(outputs.out);
    for (const piece of jsonOf(consolidation, context)) await output.write(piece);
    await output.close();
  }
  return true;
}

/** The workbook is made before anything is written: making it takes long, and a signal then finds nothing to tidy up. */
async function writeBook(
  consolidation: Consolidation,
  judged: readonly JudgedFile[],
  { out, enclosed }: Outputs,
  context: Context,
): Promise<boolean> {
  const planned = planCopies(consolidation, enclosed, judged);
  const book = bookOf(consolidation, out!, planned, context);
  const left = sayCopiesLeft(planned, enclosed, context);
  const copied = await copyEnclosed(planned, enclosed, judged, context);
  if (left !== "") context.terminal.complain(left);
  const whole = copied.length === planned.length;
  // No link may lead to a copy that is not there.
  await context.transaction.write(out!, whole ? book : bookOf(consolidation, out!, copied, context));
  return whole;
}

function bookOf(
  consolidation: Consolidation,
  out: string,
  copies: readonly EnclosedCopy[],
  { catalogue, terminal, adapter }: Context,
): Uint8Array[] {
  const { locale } = terminal;
  const book = summaryBook(consolidation, catalogue, locale, linksFrom(consolidation, out, copies));
  const { plan, total } = withRowProgress(book, (done) => bar.step(done));
  const bar = terminal.progress(locale.commands.done.progressWrite, total, false);
  const pieces = adapter.writePieces(plan);
  bar.end();
  return pieces;
}

function jsonOf(consolidation: Consolidation, { catalogue, terminal }: Context): Iterable<string> {
  return consolidationJson(consolidation, catalogue, { name: "cluster-report", version: VERSION }, terminal.locale);
}

/** The result on stdout: that of `--format json` itself without `--out`, else what was written. */
export async function tell(consolidation: Consolidation, outputs: Outputs, context: Context): Promise<void> {
  const { terminal } = context;
  if (outputs.format !== "json") return terminal.result(`${said(consolidation, outputs, context)}\n`);
  if (outputs.out === undefined) for (const piece of jsonOf(consolidation, context)) await terminal.result(piece);
}

/** What was written, and how the files and the schools came off. */
function said(consolidation: Consolidation, outputs: Outputs, { terminal: { locale } }: Context): string {
  const path = outputs.files.join(locale.commands.report.comma);
  const tally = consolidationTally(consolidation);
  const replies = replyTally(consolidation);
  return [
    fill(locale.commands.done.consolidated, { path, ...tally }),
    ...(tally.pending === 0 ? [] : [fill(locale.summary.pending, { count: tally.pending })]),
    ...(tally.review === 0 ? [] : [fill(locale.summary.review, { count: tally.review })]),
    ...(replies.count === 0 ? [] : [fill(locale.notice.replied, { ...replies })]),
    ...sayUnclaimed(consolidation, locale),
  ].join("\n");
}
