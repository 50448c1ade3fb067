import { cellName, shownFix } from "../../domain";
import { fill, type Locale } from "../../locales";
import type { FixLine } from "./fixes";

/** What stands in the cell before a repair. */
export function sayOld({ old }: FixLine, locale: Locale): string {
  return old === "" ? locale.pane.check.blank : old;
}

/** What a repair makes of it. */
export function sayNew({ fix }: FixLine, locale: Locale): string {
  const words = locale.pane.check;
  switch (fix.kind) {
    case "validation":
      return words.fixValidations;
    case "value":
      return shownFix(fix) ?? words.blank;
  }
}

/** A repair in one line: the cell, what stands there, and what would. */
export function sayFix(line: FixLine, locale: Locale): string {
  const cell = cellName(line.at);
  const value = sayNew(line, locale);
  if (line.fix.kind === "validation") return `${cell} ${value}`;
  return fill(locale.pane.check.fixLine, { cell, old: sayOld(line, locale), new: value });
}
