import { fill, type Locale } from "../locales";

type Usage = Locale["commands"]["usage"];

/** Why a command cannot run as asked. Thrown from any depth of this room, told in one line at its door, exit status 2. */
export class WrongUse extends Error {
  constructor(
    readonly why: keyof Usage,
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(why);
  }

  /** The line in a language. */
  say(locale: Locale): string {
    return fill(locale.commands.usage[this.why], this.facts);
  }
}
