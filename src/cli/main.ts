import { plain } from "../actions/report";
import { nearest, type Catalogue } from "../domain";
import { commandLineLocale, type CommandLineLocale } from "../locales/command-line";
import type { Adapter } from "./adapter";
import { readArgs, valueOf } from "./args";
import { checkCommand } from "./check";
import { withCatalogue, type Command, type Context } from "./context";
import { identityOf } from "./disk";
import { fixCommand } from "./fix";
import { commandHelp, generalHelp } from "./help";
import { rulesCommand } from "./rules";
import { sealCommand } from "./seal";
import { COMMANDS, isCommand, type CommandName } from "./spec";
import { templateCommand } from "./template";
import { openTerminal, type Terminal } from "./terminal";
import { FileTransaction } from "./transaction";
import { VERSION } from "./version";
import { WrongUse } from "./wrong-use";

const RUN: Readonly<Record<CommandName, Command>> = {
  template: templateCommand,
  check: checkCommand,
  fix: fixCommand,
  seal: sealCommand,
  consolidate: async (context) => (await import("./consolidate")).consolidateCommand(context),
  // The reader of definitions, with the shapes of all data, loads where it is asked for.
  "form export": async (context) => (await import("./form")).formExportCommand(context),
  "form check": async (context) => (await import("./form")).formCheckCommand(context),
  "form roster": async (context) => (await import("./form")).formRosterCommand(context),
  "form diff": async (context) => (await import("./form")).formDiffCommand(context),
  rules: rulesCommand,
};

/** The commands that a word begins: `form` is one word of several. */
const GROUPS: ReadonlySet<string> = new Set(Object.keys(RUN).flatMap((name) => (name.includes(" ") ? [name.split(" ")[0]!] : [])));

/**
 * The language asked for, found before anything else so that even complaints are made in it. Never the machine's own: the same words give
 * the same bytes everywhere.
 */
function languageOf(words: readonly string[], { form }: Catalogue): CommandLineLocale {
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const word = words[at];
  return commandLineLocale(word === undefined ? undefined : word === "--lang" ? words[at + 1] : word.slice("--lang=".length), form);
}

/**
 * Runs the command line.
 * @param words what stands behind the program's name
 * @param catalogue the form that it is for
 * @returns the exit status of the contract
 */
export async function main(words: readonly string[], adapter: Adapter, catalogue: Catalogue): Promise<0 | 1 | 2> {
  const terminal = openTerminal(languageOf(words, catalogue));
  const fail = (error: unknown): void => terminal.complain(plain(asWrongUse(error, words[0] ?? "").say(terminal.locale)));
  process.on("uncaughtException", (error) => {
    fail(error);
    process.exit(2);
  });
  try {
    return await run(words, terminal, adapter, catalogue);
  } catch (error) {
    fail(error);
    return 2;
  }
}

/** What nobody foresaw is a bug of ours: also told in one line, with what an engineer needs. */
function asWrongUse(error: unknown, path: string): WrongUse {
  return error instanceof WrongUse ? error : new WrongUse("bug", { path, what: error instanceof Error ? error.message : String(error) });
}

async function run(words: readonly string[], terminal: Terminal, adapter: Adapter, catalogue: Catalogue): Promise<0 | 1 | 2> {
  const { locale } = terminal;
  // Only --lang may stand before the command.
  const at = words[0] === "--lang" ? 2 : words[0]?.startsWith("--lang=") ? 1 : 0;
  const [first, second, ...others] = words.slice(at);
  const grouped = first !== undefined && second !== undefined && GROUPS.has(first) && !second.startsWith("-");
  const [name, ...rest] = grouped ? [`${first} ${second}`, ...others] : words.slice(at);
  if (name === undefined) {
    terminal.complain(generalHelp(locale).trimEnd());
    return 2;
  }
  const help = rest.some((word) => word === "--help" || word === "-h");
  if (name === "--help" || name === "-h" || name === "help" || (help && GROUPS.has(name))) return told(terminal, generalHelp(locale));
  if (name === "--version") return told(terminal, `${VERSION}\n`);
  if (!isCommand(name)) throw unknownCommand(name);
  if (help) return told(terminal, commandHelp(name, locale, catalogue.form));
  const args = readArgs(name, rest);
  const transaction = new FileTransaction(args.flags.has("force"), terminal);
  try {
    const context = await withForm({ args, catalogue, builtIn: catalogue, notArrived: [], terminal, adapter, transaction });
    return context ? await RUN[name](context) : 2;
  } finally {
    transaction.rollBack();
  }
}

/** The context of a command with the form that `--form` names, where it does; undefined where that cannot be used, which is told. */
async function withForm(context: Context): Promise<Context | undefined> {
  const { args } = context;
  const path = valueOf(args, "form");
  if (path === undefined) return context;
  const outputs = ["out", "eml"].flatMap((option) => valueOf(args, option) ?? []);
  // What a form is defined by is never written over, not even where told to: no other file has it.
  if (outputs.map(identityOf).includes(identityOf(path))) throw new WrongUse("outputIsInput", { path });
  const defined = await (await import("./form")).definedBy(path, context);
  return defined && { ...withCatalogue(context, defined.catalogue), notArrived: defined.issued ? [] : [path] };
}

async function told(terminal: Terminal, text: string): Promise<0> {
  await terminal.result(text);
  return 0;
}

function unknownCommand(name: string): WrongUse {
  const near = nearest(name, Object.keys(COMMANDS), 0.5, 0);
  return near === undefined
    ? new WrongUse("unknownCommand", { name, commands: Object.keys(COMMANDS).join(" ") })
    : new WrongUse("unknownCommandNear", { name, near });
}
