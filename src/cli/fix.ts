import { basename, extname } from "node:path";
import { applyFixes, fixesOf } from "../actions/fix";
import { plain } from "../actions/report";
import type { Finding } from "../domain";
import { fill, say, sayRefusal } from "../locales";
import type { CommandLineLocale } from "../locales/command-line";
import type { Judged } from "../actions/check";
import { valueOf } from "./args";
import { outcomeOf } from "./check";
import { openWorkbook, withCatalogue, type Command, type Context } from "./context";
import { claim } from "./output";
import { WrongUse } from "./wrong-use";

/** `fix FILE`: a copy with every proposed fix applied, each of them listed; then what is left. */
export const fixCommand: Command = async (context) => {
  const { args, terminal, transaction } = context;
  const { locale } = terminal;
  const path = args.files[0];
  if (path === undefined) throw new WrongUse("noFile", { command: "fix" });
  const out = valueOf(args, "out") ?? fixedName(path, locale);
  claim([out], [path], args.flags.has("force"), locale);
  const workbook = openWorkbook(path, context);
  if (!workbook.ok) return refused(path, sayRefusal(workbook.error, locale), context);
  const before = await outcomeOf(workbook.value, path, undefined, context);
  if (before.kind === "refused") return refused(path, sayRefusal(before.refusal, locale), context);
  const by = before.checked.carried ? withCatalogue(context, before.checked.carried) : context;
  const proposed = before.checked.findings.filter(({ fix }) => fix !== undefined);
  if (proposed.length === 0) {
    terminal.complain(locale.commands.done.nothingToFix);
    return before.checked.status === "blocked" ? 1 : 0;
  }
  const written = await applyFixes(workbook.value, before.checked.form, fixesOf(proposed));
  if (!written.ok) return refused(path, sayRefusal(written.error, locale), context);
  const after = await outcomeOf(workbook.value, path, undefined, context);
  if (after.kind === "refused") return refused(path, sayRefusal(after.refusal, locale), context);
  await transaction.write(out, workbook.value.bytes());
  await transaction.commit();
  await terminal.result(
    `${[...labels(proposed, by), fill(locale.commands.done.fixed, { path: out }), left(after.checked, by.terminal.locale)].join("\n")}\n`,
  );
  return after.checked.status === "blocked" ? 1 : 0;
};

/** `name-已修正.xlsx`, in the current folder. */
function fixedName(path: string, locale: CommandLineLocale): string {
  const ending = extname(path);
  return `${basename(path, ending)}${locale.commands.done.fixedSuffix}${ending || ".xlsx"}`;
}

function refused(path: string, message: string, { terminal }: Context): 2 {
  terminal.complain(`${path}: ${message}`);
  return 2;
}

function labels(findings: readonly Finding[], { catalogue: { ruleset }, terminal: { locale } }: Context): string[] {
  return [...new Set(findings.map((finding) => plain(say(finding, locale, ruleset).fix ?? "")))];
}

function left({ status, counts }: Judged, locale: CommandLineLocale): string {
  const { leftAfterFix, passedAfterFix } = locale.commands.done;
  if (status !== "blocked") return passedAfterFix;
  return fill(leftAfterFix, { errors: counts.fatal + counts.error, queries: counts.query, notChecked: counts.notChecked });
}
