import { judgeWorkbook } from "../actions/check";
import { reporters, Tally, type FileReport, type Outcome, type ReportFormat } from "../actions/report";
import { byText, parsePeriod, type Form, type Previous, type Submission } from "../domain";
import { fill } from "../locales";
import type { FileWorkbook } from "../workbook/port";
import { valueOf } from "./args";
import { openWorkbook, reportContext, type Command, type Context } from "./context";
import { identityOf } from "./disk";
import { previousForms, type PreviousForms } from "./earlier";
import { tellEngine } from "./engine";
import { claim } from "./output";
import { WrongUse } from "./wrong-use";

/** `check FILE...`: one file after the other, each reported before the next is opened, so that memory stays flat. */
export const checkCommand: Command = async (context) => {
  const { args, terminal, transaction } = context;
  const { locale } = terminal;
  tellEngine("collectSooner");
  const paths = filesOf(context);
  const out = valueOf(args, "out");
  if (out !== undefined) {
    const inputs = [...paths, ...(args.values.get("previous") ?? [])];
    if (inputs.map(identityOf).includes(identityOf(out))) throw new WrongUse("outputIsForm", { path: out });
    claim([out], [], args.flags.has("force"), locale);
  }
  const output = out === undefined ? undefined : await transaction.open(out);
  const put = output ? (text: string): Promise<void> => output.write(text) : terminal.result;
  const format = (valueOf(args, "format") ?? "text") as ReportFormat;
  const reporter = reporters[format]({ ...reportContext(context), ...(output ? { colour: false } : {}) });
  const forms = await previousForms(context);
  const tally = new Tally();
  const bar = terminal.progress(locale.commands.done.progressCheck, paths.length, !output && Boolean(process.stdout.isTTY));
  await put(reporter.begin());
  for (const path of paths) {
    const report = await checkFile(path, args.values.has("previous") ? forms : undefined, context);
    tally.add(report);
    await put(reporter.file(report));
    bar.step(tally.total);
  }
  bar.end();
  for (const piece of reporter.end()) await put(piece);
  await output?.close();
  await transaction.commit();
  forms.complain();
  if (out !== undefined) terminal.note(fill(locale.commands.done.reported, { path: out }));
  return tally.exitStatus === 0 && forms.refused > 0 ? 1 : tally.exitStatus;
};

/** The files to check, each once, in an order that neither the shell nor the machine decides. @throws WrongUse where there is none */
function filesOf({ args }: Context): string[] {
  if (args.files.length === 0) {
    throw args.values.has("previous") ? new WrongUse("noFileButPrevious") : new WrongUse("noFile", { command: "check" });
  }
  return [...new Set(args.files)].sort(byText);
}

async function checkFile(path: string, forms: PreviousForms | undefined, context: Context): Promise<FileReport> {
  const workbook = openWorkbook(path, context);
  if (!workbook.ok) return { path, outcome: { kind: "refused", refusal: workbook.error } };
  return { path, outcome: await outcomeOf(workbook.value, path, forms, context) };
}

/** Checks one workbook. @throws WrongUse that names the file, where the program itself fails */
export async function outcomeOf(
  workbook: FileWorkbook,
  path: string,
  forms: PreviousForms | undefined,
  { catalogue, builtIn, terminal: { locale } }: Context,
): Promise<Outcome> {
  try {
    const checked = await judgeWorkbook(workbook, catalogue, {
      locale,
      only: catalogue !== builtIn,
      ...(forms ? { previous: previousOf(forms) } : {}),
    });
    return checked.ok ? { kind: "checked", checked: checked.value } : { kind: "refused", refusal: checked.error };
  } catch (error) {
    throw new WrongUse("bug", { path, what: error instanceof Error ? error.message : String(error) });
  }
}

/** What earlier forms say about the school and period of a form. */
function previousOf(forms: PreviousForms): (submission: Submission, form: Form) => readonly Previous[] {
  return ({ issued }, form) => {
    const period = parsePeriod(issued.period);
    return period ? forms.previousOf(issued.school, period, form) : [];
  };
}
