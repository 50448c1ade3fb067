import { fill, type Locale } from "../../locales";
import type { Beside } from "../../sheets";

/** Which sheets a file to send holds beside the form, or that none is made; undefined where there is nothing to say. */
export function sayBeside({ sheets, summary }: Beside, locale: Locale): string | undefined {
  const words = locale.commands.beside;
  if (summary) return words.summary;
  if (sheets.length === 0) return undefined;
  const names = sheets.map(({ name, state }) => (state === "visible" ? name : fill(words.hidden, { name })));
  return fill(words.sheets, { count: names.length, names: names.join(words.and) });
}
