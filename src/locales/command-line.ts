import { memoizedBy, type Form } from "../domain";
import { localeFor } from ".";
import type { CommandWords } from "./commands";
import type { CommandLineWords } from "./command-line-words";
import { commandLine as enUS } from "./en-US/command-line";
import { withLabels } from "./labels";
import { speaksEnglish } from "./language";
import type { Locale } from "./locale";
import { commandLine as zhCN } from "./zh-CN/command-line";

/** A language with the words of the command line. */
export interface CommandLineLocale extends Locale {
  readonly ofForm: (form: Form) => CommandLineLocale;
  readonly commands: CommandWords & CommandLineWords;
}

/** Words of the command line in all languages, Chinese first, naming labels of forms as placeholders. */
export const commandLineWords: readonly CommandLineWords[] = [zhCN, enUS];

const chinese = memoizedBy((form: Form) => made("zh-CN", form));
const english = memoizedBy((form: Form) => made("en-US", form));

/** As `localeFor`, with the words of the command line. */
export function commandLineLocale(tag: string | undefined, form: Form): CommandLineLocale {
  return speaksEnglish(tag) ? english(form) : chinese(form);
}

function made(tag: Locale["tag"], form: Form): CommandLineLocale {
  const locale = localeFor(tag, form);
  const own = tag === "en-US" ? enUS : withLabels(zhCN, form.labels);
  return { ...locale, ofForm: (other) => commandLineLocale(tag, other), commands: { ...locale.commands, ...own } };
}
