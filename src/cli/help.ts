import { columnsOf, padded } from "../actions/report";
import type { Form } from "../domain";
import { fill } from "../locales";
import type { CommandLineLocale } from "../locales/command-line";
import { COMMANDS, type CommandName } from "./spec";

/** Two columns, the first as wide as it must be. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => columnsOf(left)));
  return rows.map(([left, right]) => `  ${padded(left, width)}  ${right}`);
}

function exitTable({ commands: { help } }: CommandLineLocale): string[] {
  return ["", help.exit, ...table(help.exitCodes.map((text, code) => [String(code), text] as const))];
}

/** What `--help` says without a command. */
export function generalHelp(locale: CommandLineLocale): string {
  const { help, product } = locale.commands;
  const commands = (Object.keys(COMMANDS) as CommandName[]).map((name) => [name, help.summary[name]] as const);
  const options = (["lang", "help", "version"] as const).map((name) => [`--${name}`, help.option[name]] as const);
  return [
    `${product}  cluster-report`,
    "",
    `${help.usage}: cluster-report COMMAND ...`,
    "",
    help.commands,
    ...table(commands),
    "",
    help.options,
    ...table(options),
    ...exitTable(locale),
    "",
    help.more,
    "",
  ].join("\n");
}

/** What `COMMAND --help` says. @param form that the commands are for */
export function commandHelp(name: CommandName, locale: CommandLineLocale, { labels }: Form): string {
  const { help } = locale.commands;
  const facts = { mark: labels.draftMark };
  const { files, options } = COMMANDS[name];
  const rows = Object.entries(options).map(
    ([option, spec]) => [`--${option}${spec.value === undefined ? "" : ` ${spec.value}`}`, fill(help.option[spec.help], facts)] as const,
  );
  return [
    help.summary[name],
    "",
    `${help.usage}: cluster-report ${name}${files.shown === "" ? "" : ` ${files.shown}`} [--...]`,
    "",
    help.options,
    ...table(rows),
    ...exitTable(locale),
    "",
  ].join("\n");
}
