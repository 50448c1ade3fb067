import { basename } from "node:path";
import {
  checkDefinition,
  definitionJson,
  definitionText,
  differenceJson,
  differenceText,
  exportDefinition,
  listText,
  questionsOf,
  sayRoster,
  withRosterList,
  LARGEST_DEFINITION,
  type CheckedDefinition,
  type DefinitionReport,
} from "../actions/definition";
import { refuse, type Grid, type Refusal, type Result } from "../domain";
import { fill, sayRefusal } from "../locales";
import { required, valueOf } from "./args";
import { reportContext, type Command, type Context } from "./context";
import { readFile } from "./disk";
import { claim } from "./output";
import { WrongUse } from "./wrong-use";

/** `form export`: a form as a workbook that its author edits. */
export const formExportCommand: Command = async (context) => {
  const { args, terminal, adapter, transaction, catalogue } = context;
  const { locale } = terminal;
  const out = required(args, "out");
  claim([out], [], args.flags.has("force"), locale);
  await transaction.write(out, adapter.write(exportDefinition(catalogue, locale)));
  await transaction.commit();
  await terminal.result(`${out}\n`);
  terminal.note(fill(locale.commands.done.exported, { path: out }));
  return 0;
};

/** What a definition is read for: forms are judged and issued by it, or it is laid beside another. */
type Use = "judge" | "compare";

/** The definition that a 表式簿 holds, or an issued form carries; undefined where it cannot be used, which is told with every mistake. */
export async function definedBy(
  path: string,
  context: Context,
  use: Use = "judge",
): Promise<(Required<Pick<CheckedDefinition, "catalogue">> & Pick<CheckedDefinition, "issued">) | undefined> {
  const report = await reportOf(path, context, use);
  const { catalogue, issued } = report.outcome.ok ? report.outcome.value : {};
  if (catalogue) return { catalogue, ...(issued ? { issued } : {}) };
  context.terminal.complain(definitionText(report, context.terminal.locale).trimEnd());
  return undefined;
}

/** `form check FILE`: every mistake of a definition at its cell. */
export const formCheckCommand: Command = async (context) => {
  const { args, terminal } = context;
  const [path] = args.files;
  if (path === undefined) throw new WrongUse("noFile", { command: "form check" });
  const report = await reportOf(path, context);
  const write = valueOf(args, "format") === "json" ? definitionJson : definitionText;
  await terminal.result(write(report, terminal.locale));
  if (!report.outcome.ok) return 2;
  return report.outcome.value.catalogue ? 0 : 1;
};

/** `form diff BEFORE AFTER`: what two definitions say differently. */
export const formDiffCommand: Command = async (context) => {
  const { args, terminal } = context;
  const [before, after] = args.files;
  if (before === undefined || after === undefined) throw new WrongUse("noTwoForms", {});
  const [had, has] = [await definedBy(before, context, "compare"), await definedBy(after, context, "compare")];
  if (!had || !has) return 2;
  const report = { tool: reportContext(context).tool, before: had.catalogue, after: has.catalogue };
  const write = valueOf(args, "format") === "json" ? differenceJson : differenceText;
  await terminal.result(write(report, terminal.locale));
  return 0;
};

/** `form roster FILE --add|--replace LIST`: the definition with a batch of schools, and what that changes. Names that are like known ones are asked about. */
export const formRosterCommand: Command = async (context) => {
  const { args, terminal, adapter, transaction } = context;
  const { locale } = terminal;
  const [path] = args.files;
  if (path === undefined) throw new WrongUse("noFile", { command: "form roster" });
  const [add, replace] = [valueOf(args, "add"), valueOf(args, "replace")];
  const list = add ?? replace;
  if (list === undefined || (add !== undefined && replace !== undefined)) throw new WrongUse("noList", {});
  const out = required(args, "out");
  claim([out], [path, list], args.flags.has("force"), locale);
  const before = await definedBy(path, context, "compare");
  if (!before) return 2;
  const grid = await readList(list, context);
  if (!grid.ok) throw new WrongUse("listRefused", { path: list, message: sayRefusal(grid.error, locale) });
  const { definition, said } = withRosterList(grid.value, before.catalogue, add === undefined ? "replace" : "add", locale);
  terminal.complain(listText(said, locale).trimEnd());
  if (!definition) throw new WrongUse("listFaulty", { path: list });
  const questions = questionsOf(said);
  if (questions > 0 && !args.flags.has("as-typed")) throw new WrongUse("listAsks", { path: list, count: questions });
  const after = { ...before.catalogue, ...definition };
  await transaction.write(out, adapter.write(exportDefinition(after, locale)));
  await transaction.commit();
  const difference = differenceText({ before: before.catalogue, after }, locale);
  await terminal.result(`${difference}${out}  ${sayRoster(after, locale)}\n`);
  return 0;
};

/** A list of schools as a grid. */
async function readList(path: string, { adapter, terminal }: Context): Promise<Result<Grid, Refusal>> {
  const bytes = readFile(path, LARGEST_DEFINITION, terminal.locale);
  if (!bytes.ok) return refuse(bytes.error);
  const name = basename(path);
  return /\.(csv|tsv|txt)$/i.test(name) ? adapter.readCsv(bytes.value.bytes, name) : adapter.open(bytes.value.bytes).read();
}

async function reportOf(file: string, context: Context, use: Use = "judge"): Promise<DefinitionReport> {
  const bytes = readFile(file, LARGEST_DEFINITION, context.terminal.locale);
  const { tool } = reportContext(context);
  const { locale } = context.terminal;
  const outcome = bytes.ok
    ? await checkDefinition(context.adapter.open(bytes.value.bytes), { locale, ...(use === "judge" ? { builtIn: context.builtIn } : {}) })
    : refuse(bytes.error);
  return { tool, file, outcome };
}
