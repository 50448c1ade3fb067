import { basename, dirname, extname, join } from "node:path";
import {
  consolidate,
  consolidationTally,
  summaryBook,
  earlierLines,
  earlierValues,
  unusedEarlier,
  type Aside,
  type EarlierValues,
  type JudgedFile,
} from "../actions/consolidate";
import { consolidationJson } from "../actions/consolidate/json";
import { detailTable, findingTable } from "../actions/consolidate/tables";
import { plain } from "../actions/report";
import { holdsBack, type Consolidation, type ReportingPeriod } from "../domain";
import { form } from "../forms";
import { fill, sayRefusal } from "../locales";
import { required, valueOf } from "./args";
import { catalogue, type Command, type Context } from "./context";
import { counted } from "./counted";
import { copyEnclosed, planCopies } from "./enclosed";
import { arrivals, filesUnder } from "./inbox";
import { judging } from "./judging";
import { cellLinks } from "./links";
import { writeNotices } from "./notices";
import { claim, openOutput, writeFile } from "./output";
import { periodOf } from "./period";
import { VERSION } from "./version";
import { WrongUse } from "./wrong-use";

/** `consolidate PATH...`: reads what came, judges it again, and writes the reviewers' workbook, or the same for programs. */
export const consolidateCommand: Command = async (context) => {
  const { args, terminal } = context;
  if (args.files.length === 0) throw new WrongUse(args.values.has("previous") ? "noFileButPrevious" : "noFile", { command: "consolidate" });
  const period = periodOf(required(args, "period"));
  const outputs = outputsOf(context);
  claim(outputs.files, args.files, args.flags.has("force"), terminal.locale);
  const { earlier, refused } = await readEarlier(period, outputs.all, context);
  const aside: Aside = { refused: [], passedOver: [] };
  const judged = await judgeAll(args.files, outputs.all, aside, context, earlier);
  const consolidation = consolidate([...judged, ...aside.refused], { period, catalogue, passedOver: aside.passedOver });
  if (consolidation.files.length === 0 && consolidation.replies.length === 0) throw new WrongUse("nothingThere", {});
  await write(consolidation, outputs, context);
  if (outputs.notices !== undefined) writeNotices(consolidation, outputs.notices, context);
  const status = statusOf(consolidation);
  return status === 0 && refused > 0 ? 1 : status;
};

/** Where everything goes. `all` is what never counts as an arrival, even where it lies among them. */
interface Outputs {
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

function outputsOf({ args, terminal: { locale } }: Context): Outputs {
  const format = (valueOf(args, "format") ?? "xlsx") as Outputs["format"];
  const out = format === "json" ? valueOf(args, "out") : required(args, "out");
  const stem = out === undefined ? "" : join(dirname(out), basename(out, extname(out)));
  const files = out === undefined ? [] : format === "parquet" ? [`${stem}-detail.parquet`, `${stem}-findings.parquet`] : [out];
  const enclosed = `${stem}${locale.commands.done.enclosedSuffix}`;
  const notices = valueOf(args, "notices");
  return { format, out, files, enclosed, notices, all: [...files, enclosed, ...(notices === undefined ? [] : [notices])] };
}

async function judgeAll(
  paths: readonly string[],
  without: readonly string[],
  aside: Aside,
  context: Context,
  earlier?: EarlierValues,
): Promise<JudgedFile[]> {
  const { terminal } = context;
  const files = filesUnder(paths, without, aside, context);
  const bar = terminal.progress(terminal.locale.commands.done.progressConsolidate, files.length, false);
  const judged: JudgedFile[] = [];
  for await (const one of judging(arrivals(files, aside, context, bar.step), context, earlier)) judged.push(one);
  bar.end();
  return judged;
}

/** Files of earlier periods, and summaries of them. Complains of each that has nothing to give. */
async function readEarlier(
  period: ReportingPeriod,
  without: readonly string[],
  context: Context,
): Promise<{ readonly earlier: EarlierValues | undefined; readonly refused: number }> {
  const { args, terminal } = context;
  const paths = args.values.get("previous") ?? [];
  if (paths.length === 0) return { earlier: undefined, refused: 0 };
  const aside: Aside = { refused: [], passedOver: [] };
  const judged = [...(await judgeAll(paths, without, aside, context)), ...aside.refused];
  const lines = earlierLines(judged, period);
  const { previousRefused, previousUnused } = terminal.locale.commands.usage;
  const unused = unusedEarlier(judged, lines);
  for (const { path, refusal } of unused)
    terminal.complain(
      plain(refusal ? fill(previousRefused, { path, message: sayRefusal(refusal, terminal.locale) }) : fill(previousUnused, { path })),
    );
  return { earlier: earlierValues(lines, period), refused: unused.filter(({ refusal }) => refusal).length };
}

async function write(consolidation: Consolidation, outputs: Outputs, context: Context): Promise<void> {
  const { args, terminal, adapter } = context;
  const { locale } = terminal;
  const force = args.flags.has("force");
  if (outputs.format === "json") {
    const output = outputs.out === undefined ? undefined : openOutput(outputs.out, force, locale);
    for (const piece of consolidationJson(consolidation, form, { name: "cluster-report", version: VERSION }, locale))
      if (output) output.write(piece);
      else await terminal.result(piece);
    output?.commit();
    return;
  }
  if (outputs.format === "parquet") {
    const [detail, findings] = outputs.files as readonly [string, string];
    writeFile(detail, await adapter.parquet(detailTable(consolidation, form).columns), force, locale);
    writeFile(findings, await adapter.parquet(findingTable(consolidation, locale).columns), force, locale);
  } else {
    const copies = planCopies(consolidation, outputs.enclosed);
    await copyEnclosed(copies, outputs.enclosed, context);
    const book = summaryBook(consolidation, catalogue, locale, cellLinks(consolidation, outputs.out!, copies));
    const { plan, total } = counted(book, (done) => bar.step(done));
    const bar = terminal.progress(locale.commands.done.progressWrite, total, false);
    const bytes = adapter.write(plan);
    bar.end();
    writeFile(outputs.out!, bytes, force, locale);
  }
  await terminal.result(`${said(consolidation, outputs, context)}\n`);
}

/** What was written, and how the files and the schools came off. */
function said(consolidation: Consolidation, outputs: Outputs, { terminal: { locale } }: Context): string {
  const path = outputs.files.join(locale.commands.report.comma);
  const tally = consolidationTally(consolidation);
  const pending = tally.pending > 0 ? `\n${fill(locale.summary.pending, { count: tally.pending })}` : "";
  return fill(locale.commands.done.consolidated, { path, ...tally }) + pending;
}

/** 2 where nothing could be read, 1 where something blocks or was refused, 0 otherwise. */
function statusOf({ files, findings }: Consolidation): 0 | 1 | 2 {
  const refused = files.filter(({ fate }) => fate.kind === "refused").length;
  if (files.length > 0 && refused === files.length) return 2;
  return refused > 0 || findings.some(({ finding }) => holdsBack(finding)) ? 1 : 0;
}
