import type { Checked } from "../actions/check";
import { dispatchMail, mailDraft } from "../actions/dispatch";
import { reporters, type Outcome } from "../actions/report";
import { sayBeside } from "../actions/report/beside";
import { sealFile, type Sealed } from "../actions/seal";
import { fill, sayRefusal } from "../locales";
import type { FileWorkbook } from "../workbook/port";
import { valueOf } from "./args";
import { openWorkbook, reportContext, withCatalogue, type Command, type Context } from "./context";
import { claim } from "./output";
import { WrongUse } from "./wrong-use";

/** `seal FILE`: refuses with the findings while something blocks, else writes the sealed copy and, if asked, the mail draft. */
export const sealCommand: Command = async (context) => {
  const { args, terminal } = context;
  const { locale } = terminal;
  const path = args.files[0];
  if (path === undefined) throw new WrongUse("noFile", { command: "seal" });
  const force = args.flags.has("force");
  const [out, eml] = [valueOf(args, "out"), valueOf(args, "eml")];
  claim(
    [out, eml].filter((one) => one !== undefined),
    [path],
    force,
    locale,
  );
  const workbook = openWorkbook(path, context);
  if (!workbook.ok) return refused(path, { kind: "refused", refusal: workbook.error }, context);
  const sealed = await sealing(workbook.value, path, context);
  if (!sealed.ok) {
    const { error } = sealed;
    if (error.kind === "summary") return withheld(path, error.checked, context);
    return refused(path, error.kind === "blocked" ? { kind: "checked", checked: error.checked } : error, context);
  }
  await write(workbook.value, sealed.value, context);
  return 0;
};

async function sealing(
  workbook: FileWorkbook,
  path: string,
  { catalogue, builtIn, terminal: { locale } }: Context,
): ReturnType<typeof sealFile> {
  try {
    return await sealFile(workbook, catalogue, { locale, only: catalogue !== builtIn });
  } catch (error) {
    throw new WrongUse("bug", { path, what: error instanceof Error ? error.message : String(error) });
  }
}

/** Tells why a form is not sealed: a file that cannot be taken in one line, findings as `check` lists them. */
async function refused(path: string, outcome: Outcome, context: Context): Promise<1 | 2> {
  const { terminal } = context;
  if (outcome.kind === "refused") {
    terminal.complain(`${path}: ${sayRefusal(outcome.refusal, terminal.locale)}`);
    return 2;
  }
  terminal.complain(terminal.locale.commands.done.notSealed);
  const reporter = reporters.text(reportContext(context));
  await terminal.result([reporter.begin(), reporter.file({ path, outcome }), ...reporter.end()].join(""));
  return 1;
}

/** Tells what would have gone along. */
function withheld(path: string, { form: { beside } }: Checked, { terminal }: Context): 1 {
  terminal.complain(`${path}: ${sayBeside(beside, terminal.locale) ?? ""}`);
  return 1;
}

async function write(workbook: FileWorkbook, sealed: Sealed, context: Context): Promise<void> {
  const { carried } = sealed.checked;
  const { args, catalogue, terminal, transaction } = carried ? withCatalogue(context, carried) : context;
  const { locale } = terminal;
  const { done } = locale.commands;
  const out = valueOf(args, "out") ?? sealed.fileName;
  const eml = valueOf(args, "eml");
  claim([out, ...(eml === undefined ? [] : [eml])], args.files, args.flags.has("force"), locale);
  const bytes = workbook.bytes();
  await transaction.write(out, bytes);
  if (eml !== undefined) await transaction.write(eml, mailDraft(dispatchMail(sealed, bytes, catalogue.form, locale)));
  await transaction.commit();
  const lines = [
    fill(done.code, { code: sealed.code }),
    fill(done.sealed, { path: out }),
    ...(eml === undefined ? [] : [fill(done.mail, { path: eml })]),
  ];
  const beside = sayBeside(sealed.checked.form.beside, locale);
  if (beside !== undefined) terminal.complain(beside);
  await terminal.result(`${lines.join("\n")}\n`);
  terminal.note(done.integrity);
}
