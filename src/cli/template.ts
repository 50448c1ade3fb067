import { join } from "node:path";
import { issue, type Issued } from "../actions/issue";
import { matchName, possibleNames, schools, type Form, type ReportingPeriod, type Roster } from "../domain";
import { fill } from "../locales";
import type { CommandLineLocale } from "../locales/command-line";
import { required, valueOf, type Args } from "./args";
import type { Command, Context } from "./context";
import { previousForms, type PreviousForms } from "./earlier";
import { claim } from "./output";
import { periodOf } from "./period";
import { WrongUse } from "./wrong-use";

/** So many programme sheets at most in one form: each is a page to sign. */
const MOST_SHEETS = 20;
/** How alike a school must be to be proposed to a person, who then decides, where nothing more likely is known. */
const ALIKE = 0.6;

/** `template`: the blank form of one school, or of all on the roster. */
export const templateCommand: Command = async (context) => {
  const { args, catalogue } = context;
  const school = valueOf(args, "school");
  const all = args.flags.has("all");
  if (school !== undefined && all) throw new WrongUse("conflict", { a: "--school", b: "--all" });
  if (school === undefined && !all) throw new WrongUse("schoolOrAll");
  const period = periodOf(required(args, "period"), catalogue.form);
  const sheets = sheetsOf(args, catalogue.form);
  if (args.flags.has("drafts") && !args.values.has("previous")) throw new WrongUse("draftsOfNone");
  if (school !== undefined) return issueOne(school.trim(), period, sheets, context);
  if (sheets !== undefined) throw new WrongUse("conflict", { a: "--sheets", b: "--all" });
  return issueAll(required(args, "out"), period, context);
};

function sheetsOf(args: Args, { subject }: Form): number | undefined {
  const value = valueOf(args, "sheets");
  if (value === undefined) return undefined;
  const sheets = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  const most = subject === "school" ? 1 : MOST_SHEETS;
  if (sheets < 1 || sheets > most) throw new WrongUse("badSheets", { value, most });
  return sheets;
}

/** The roster is incomplete: a school that is not on it may be right, but then the number of sheets must be given. */
function knownSchool(school: string, sheets: number | undefined, roster: Roster, locale: CommandLineLocale): void {
  const names = schools(roster);
  const match = matchName(school, names, ALIKE, 0);
  if (match.kind === "exact") {
    if (sheets !== undefined) throw new WrongUse("sheetsOnRoster", { school });
    return;
  }
  if (sheets !== undefined) return;
  const near = possibleNames(school, names);
  if (near.length === 0 && match.kind === "near") near.push(match.known);
  throw near.length > 0
    ? new WrongUse("unknownSchoolNear", { school, near: near.join(locale.commands.report.comma) })
    : new WrongUse("unknownSchool", { school });
}

/** Makes the form of a school. Earlier forms that cannot be read stop it: a form without its comparison values would look right and be wrong. */
function formOf(
  school: string,
  period: ReportingPeriod,
  forms: PreviousForms,
  { args, catalogue, terminal }: Context,
  sheets?: number,
): Issued {
  return issue(
    catalogue,
    school,
    period,
    forms.previousOf(school, period, catalogue.form),
    terminal.locale,
    sheets,
    args.flags.has("drafts"),
  );
}

async function issueOne(school: string, period: ReportingPeriod, sheets: number | undefined, context: Context): Promise<0 | 2> {
  const { args, terminal, adapter, transaction } = context;
  const { locale } = terminal;
  knownSchool(school, sheets, context.catalogue.roster, locale);
  const force = args.flags.has("force");
  const out = valueOf(args, "out");
  if (out !== undefined) claim([out], args.values.get("previous") ?? [], force, locale);
  const forms = await previousForms(context);
  if (forms.refused > 0) return 2;
  const { plan, fileName } = formOf(school, period, forms, context, sheets);
  const path = out ?? fileName;
  if (out === undefined) claim([path], args.values.get("previous") ?? [], force, locale);
  await transaction.write(path, adapter.write(plan));
  await transaction.commit();
  forms.complain();
  await terminal.result(`${path}\n`);
  terminal.note(fill(locale.commands.done.issued, { count: 1 }));
  return 0;
}

/** All forms or none: no folder is left half full. */
async function issueAll(folder: string, period: ReportingPeriod, context: Context): Promise<0 | 2> {
  const { args, terminal, adapter, transaction } = context;
  const { locale } = terminal;
  const forms = await previousForms(context);
  if (forms.refused > 0) return 2;
  transaction.makeFolder(folder);
  const names = schools(context.catalogue.roster);
  const paths = names.map((school) => join(folder, formOf(school, period, forms, context).fileName));
  claim(paths, args.values.get("previous") ?? [], args.flags.has("force"), locale);
  const bar = terminal.progress(locale.commands.done.progressIssue, names.length, false);
  for (const [index, school] of names.entries()) {
    await transaction.write(paths[index]!, adapter.write(formOf(school, period, forms, context).plan));
    bar.step(index + 1);
  }
  await transaction.commit();
  bar.end();
  await terminal.result(`${paths.join("\n")}\n`);
  forms.complain();
  terminal.note(fill(locale.commands.done.issued, { count: names.length }));
  return 0;
}
