import { fill } from "../locales";
import type { CommandLineLocale } from "../locales/command-line";
import { sayDisk } from "./disk";

type Usage = CommandLineLocale["commands"]["usage"];

/** Why a command cannot run as asked. Thrown from any depth of this room, told in one line at its door, exit status 2. */
export class WrongUse extends Error {
  constructor(
    readonly why: keyof Usage,
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(why);
  }

  /** The line in a language. */
  say(locale: CommandLineLocale): string {
    return fill(locale.commands.usage[this.why], this.facts);
  }
}

/** What to throw where the system would not let something be written to a path; a WrongUse stays what it is. */
export function cannotWrite(path: string, error: unknown, locale: CommandLineLocale): WrongUse {
  return error instanceof WrongUse ? error : new WrongUse("cannotWrite", { path, why: sayDisk(error, locale, true) });
}
