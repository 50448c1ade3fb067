import { basename, dirname, extname, join } from "node:path";
import {
  consolidate,
  collect,
  Collection,
  givenEarlier,
  otherPeriod,
  sayMixed,
  settleForm,
  type Collected,
  type EarlierValues,
  type GivenEarlier,
} from "../actions/consolidate";
import { plain } from "../actions/report";
import { coded, sayPeriod } from "../actions/report/reporter";
import { holdsBack, type Consolidation, type ReportingPeriod } from "../domain";
import { fill } from "../locales";
import { required, valueOf } from "./args";
import { withCatalogue, type Command, type Context } from "./context";
import { filesUnder, isNowhere } from "./inbox";
import { judging } from "./judging";
import { writeNotices } from "./notices";
import { claim } from "./output";
import { spareInputs } from "./spare-inputs";
import { periodOf } from "./period";
import { tell, writeOutputs, type Outputs } from "./summary-output";
import { WrongUse } from "./wrong-use";

/** `consolidate PATH...`: reads what came, judges it again, and writes the reviewers' workbook, or the same for programs. */
export const consolidateCommand: Command = async (context) => {
  const { args, catalogue, terminal, transaction } = context;
  if (args.files.length === 0) throw new WrongUse(args.values.has("previous") ? "noFileButPrevious" : "noFile", { command: "consolidate" });
  const period = periodOf(required(args, "period"), catalogue.form);
  const outputs = outputsOf(context);
  for (const path of [...args.files, ...(args.values.get("previous") ?? [])])
    if (isNowhere(path)) throw new WrongUse("noSuchInput", { path });
  claim(outputs.files, args.files, args.flags.has("force"), terminal.locale);
  await spareInputs(outputs, context);
  // Neither is what came: what is written here, and what the form is defined by.
  const ours = [...outputs.all, ...context.notArrived];
  const earlier = await readEarlier(period, ours, context);
  const came = await collectFrom(args.files, ours, context, earlier?.values);
  const asked = catalogue !== context.builtIn;
  const settled = settleForm(came.judged, { own: catalogue, asked, ...(earlier ? { earlier: earlier.values.form } : {}) });
  if (!settled.ok) throw new WrongUse("mixedForms", { said: sayMixed(settled.error, "give", terminal.locale) });
  const { judged, ...form } = settled.value;
  const by = form.carried ? withCatalogue(context, form.catalogue) : context;
  const consolidation = consolidate(judged, { ...form, period, passedOver: came.passedOver, addresses: earlier?.addresses ?? [] });
  if (consolidation.files.length === 0 && consolidation.replies.length === 0) throw new WrongUse("nothingThere", {});
  const whole = await writeOutputs(consolidation, judged, outputs, by);
  const noticesSaid = outputs.notices === undefined ? undefined : await writeNotices(consolidation, outputs.notices, by);
  await transaction.commit();
  await tell(consolidation, outputs, by);
  tellBeside(consolidation, by);
  if (noticesSaid !== undefined) terminal.complain(noticesSaid);
  const status = statusOf(consolidation);
  const refused = earlier?.remarks.some(({ kind }) => kind === "refused") ?? false;
  return status === 0 && (refused || !whole) ? 1 : status;
};

/** What a reviewer has to know beside the result: by which form it is, and that most files are for another period. */
function tellBeside(consolidation: Consolidation, { catalogue, terminal: { locale, complain } }: Context): void {
  if (consolidation.form.carried)
    complain(plain(fill(locale.commands.done.carriedForm, { title: catalogue.form.title, form: coded(catalogue) })));
  const { roster } = consolidation.form;
  if (roster !== undefined) complain(fill(locale.summary.rosterOf, { roster }));
  const other = otherPeriod(consolidation);
  if (!other) return;
  const { period: id, count } = other;
  complain(fill(locale.commands.done.otherPeriod, { count, id, period: sayPeriod(id, locale) }));
}

function outputsOf({ args, terminal: { locale } }: Context): Outputs {
  const format = (valueOf(args, "format") ?? "xlsx") as Outputs["format"];
  const out = format === "json" ? valueOf(args, "out") : required(args, "out");
  const stem = out === undefined ? "" : join(dirname(out), basename(out, extname(out)));
  const files = out === undefined ? [] : format === "parquet" ? [`${stem}-detail.parquet`, `${stem}-findings.parquet`] : [out];
  const enclosed = `${stem}${locale.commands.enclosedSuffix}`;
  const notices = valueOf(args, "notices");
  return { format, out, files, enclosed, notices, all: [...files, enclosed, ...(notices === undefined ? [] : [notices])] };
}

async function collectFrom(
  paths: readonly string[],
  without: readonly string[],
  context: Context,
  earlier?: EarlierValues,
): Promise<Collected> {
  const { terminal, adapter } = context;
  const into = new Collection();
  const sources = filesUnder(paths, without, into, context);
  const bar = terminal.progress(terminal.locale.commands.done.progressConsolidate, sources.length, false);
  const { openParcel, largestFile, largestParcel } = adapter;
  const collected = await collect(sources, { openParcel, largestFile, largestParcel }, judging(context, earlier), bar.step, into);
  bar.end();
  return collected;
}

/** What files of earlier periods, and summaries of them, give; undefined where there are none. Complains of each that is not to be relied on. */
async function readEarlier(period: ReportingPeriod, without: readonly string[], context: Context): Promise<GivenEarlier | undefined> {
  const { args, catalogue, terminal } = context;
  const paths = args.values.get("previous") ?? [];
  if (paths.length === 0) return undefined;
  const { judged } = await collectFrom(paths, without, context);
  const given = givenEarlier(judged, period, { own: catalogue, asked: catalogue !== context.builtIn }, terminal.locale);
  const { previousSaid } = terminal.locale.commands.usage;
  for (const { path, message } of given.remarks) terminal.complain(plain(fill(previousSaid, { path, message })));
  return given;
}

/** 2 where nothing could be read, 1 where something blocks or was refused, 0 otherwise. */
function statusOf({ files, findings }: Consolidation): 0 | 1 | 2 {
  const refused = files.filter(({ fate }) => fate.kind === "refused").length;
  if (files.length > 0 && refused === files.length) return 2;
  return refused > 0 || findings.some(({ finding }) => holdsBack(finding)) ? 1 : 0;
}
