/** A reference's sheet, outside of texts: quoted, or plain and not part of a longer one (`[Book]汇总!`, `一月:三月!`). */
const SHEET = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|(?<![\p{L}\p{N}_.\]:'])([\p{L}_][\p{L}\p{N}_.]*)!/gu;
/** Never taken for a cell or a number, so that it needs no quotes. */
const PLAIN = /^(?=.*\P{ASCII})[\p{L}_]+$/u;

/**
 * A formula after some sheets were given other names. Texts, other workbooks and ranges over several sheets stay as they are.
 * @param names from a name in small letters to the new one
 */
export function withSheets(formula: string, names: ReadonlyMap<string, string>): string {
  return formula.replace(SHEET, (all: string, quoted: string | undefined, plain: string | undefined) => {
    const name = names.get((quoted?.replace(/''/g, "'") ?? plain ?? "").toLowerCase());
    if (name === undefined) return all;
    return PLAIN.test(name) ? `${name}!` : `'${name.replace(/'/g, "''")}'!`;
  });
}
