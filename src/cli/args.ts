import { parseArgs } from "node:util";
import { COMMANDS, type CommandName, type OptionSpec } from "./spec";
import { WrongUse } from "./wrong-use";

/** What was asked of a command, checked against its specification. */
export interface Args {
  readonly files: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** Values by option, in the order given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The value of an option that can be given once. */
export function valueOf(args: Args, option: string): string | undefined {
  return args.values.get(option)?.[0];
}

/** The value of an option that must be given. @throws WrongUse where it is not */
export function required(args: Args, option: string): string {
  const value = valueOf(args, option);
  if (value === undefined) throw new WrongUse("missing", { option: `--${option}` });
  return value;
}

/**
 * Reads the words behind a command.
 * Not parseArgs' own strictness: its messages are English, and an option with several values is beyond it. Its tokens are enough.
 * @throws WrongUse
 */
export function readArgs(command: CommandName, words: readonly string[]): Args {
  const { files: expected, options } = COMMANDS[command];
  const types = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [name, { type: value === undefined ? ("boolean" as const) : ("string" as const) }]),
  );
  const { tokens } = parseArgs({
    args: [...words],
    options: { ...types, help: { type: "boolean", short: "h" } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const files: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  // Where an option takes several files, those that follow belong to it.
  let taker: string[] = files;
  for (const token of tokens) {
    if (token.kind === "option-terminator") taker = files;
    else if (token.kind === "positional") taker.push(token.value);
    else {
      const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
      if (!spec) throw new WrongUse("unknownOption", { command, option: token.rawName });
      taker = take(token, spec, flags, values) ?? files;
    }
  }
  if (files.length > expected.most) throw new WrongUse("tooMany", { command, value: files[expected.most]! });
  return { files, flags, values };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** Takes in one option. @returns the list that further words belong to, where it takes several */
function take(
  { name, rawName: option, value, inlineValue }: OptionToken,
  spec: OptionSpec,
  flags: Set<string>,
  values: Map<string, string[]>,
): string[] | undefined {
  if (spec.value === undefined) {
    if (value !== undefined) throw new WrongUse("takesNoValue", { option });
    flags.add(name);
    return undefined;
  }
  // parseArgs hands over the next word even where that is an option: then the value was forgotten.
  if (value === undefined || value === "" || (!inlineValue && value.startsWith("-"))) throw new WrongUse("needsValue", { option });
  if (spec.allowed && !spec.allowed.includes(value)) throw new WrongUse("notAllowed", { option, allowed: spec.allowed.join("|"), value });
  const given = values.get(name) ?? [];
  if (given.length > 0 && !spec.many) throw new WrongUse("repeated", { option });
  given.push(value);
  values.set(name, given);
  return spec.many ? given : undefined;
}
