import { grouped, plainName, type LineWithTexts } from "../../domain";
import { defineAcrossRule } from "./define";

export interface Options {
  /** Id of the text item that names the leading department. */
  readonly text: string;
}

const EXAMPLES = 3;

/**
 * The lines of one cluster name one leading department. Compared are the names as typed: they agree where one name of the
 * one text and one of the other are the same, or one is short for the other (its characters stand in it, in order).
 */
export const leaderDiffers = defineAcrossRule({
  id: "leader-differs",
  severity: "query",
  messages: { differs: ["cluster", "label", "found", "others"] },
  check({ lines, form }, { text }: Options, out) {
    const label = form.texts.find(({ id }) => id === text)!.label;
    const named = lines.filter((line) => plainName(line.cluster) !== "" && namesOf(line, text).length > 0);
    for (const cluster of grouped(named, (line) => plainName(line.cluster)).values()) {
      // A country's lines say a few things many times over: each two texts are compared once, not each two lines.
      const said = [...grouped(cluster, (line) => textOf(line, text)).values()].map((lines) => ({
        lines,
        names: namesOf(lines[0]!, text),
      }));
      if (said.length < 2) continue;
      const differing = new Map(
        said.map(({ lines, names }) => [
          textOf(lines[0]!, text),
          new Set(said.filter((other) => !agree(names, other.names)).flatMap((other) => other.lines)),
        ]),
      );
      const ownOf = grouped(cluster, ({ school }) => school);
      for (const line of cluster) {
        const those = differing.get(textOf(line, text))!;
        const own = ownOf.get(line.school)!;
        // The odd one out is asked, not all the others: whoever agrees with at least half of the rest is left in peace.
        const count = those.size - own.filter((one) => those.has(one)).length;
        if (count * 2 <= cluster.length - own.length) continue;
        const found = line.texts[text]!;
        const others = examples(those, line.school, text);
        out.report("differs", line, { at: found, found: found.text }, { cluster: line.cluster, label, found: found.text, others });
      }
    }
  },
});

/** The first few that say something else. */
function examples(lines: Iterable<LineWithTexts>, not: string, text: string): string {
  const said = new Set<string>();
  for (const line of lines) {
    if (said.size === EXAMPLES) break;
    if (line.school !== not) said.add(`${line.school}“${textOf(line, text)}”`);
  }
  return [...said].join("；");
}

function textOf({ texts }: LineWithTexts, id: string): string {
  return texts[id]?.text ?? "";
}

/** Departments named in a text, in their plain form. 和 divides nothing: it stands within 经济和信息化厅. */
function namesOf(line: LineWithTexts, id: string): string[] {
  return textOf(line, id)
    .split(/[、，,；;/／\n]/)
    .map(plainName)
    .filter(Boolean);
}

function agree(some: readonly string[], others: readonly string[]): boolean {
  return some.some((a) => others.some((b) => shortFor(a, b) || shortFor(b, a)));
}

/** Whether a name is another one shortened, as people shorten 湖北省经济和信息化厅 to 省经信厅. */
function shortFor(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length && short.length >= 2;
}
