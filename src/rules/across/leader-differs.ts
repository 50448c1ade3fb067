import { plainName, type WordedLine } from "../../domain";
import { defineAcrossRule, grouped } from "./define";

export interface Options {
  /** Id of the text item that names the leading department. */
  readonly text: string;
}

/**
 * The lines of one cluster name one leading department. Compared are the names as typed: they agree where one name of the
 * one text and one of the other are the same, or one is short for the other (its characters stand in it, in order).
 */
export const leaderDiffers = defineAcrossRule({
  id: "leader-differs",
  severity: "query",
  messages: { differs: ["cluster", "found", "others"] },
  check({ lines }, { text }: Options, out) {
    const named = lines.filter((line) => plainName(line.cluster) !== "" && namesOf(line, text).length > 0);
    for (const cluster of grouped(named, (line) => plainName(line.cluster))) {
      if (new Set(cluster.map(({ school }) => school)).size < 2) continue;
      for (const line of cluster) {
        // The odd one out is asked, not all the others: whoever agrees with at least half of the rest is left in peace.
        const others = cluster.filter(({ school }) => school !== line.school);
        const differing = others.filter((other) => !agree(namesOf(line, text), namesOf(other, text)));
        if (differing.length * 2 <= others.length) continue;
        const found = line.texts[text]!;
        out.report(
          "differs",
          line,
          { at: found, found: found.text },
          {
            cluster: line.cluster,
            found: found.text,
            others: [...new Set(differing.map((other) => `${other.school}“${other.texts[text]!.text}”`))].slice(0, 3).join("；"),
          },
        );
      }
    }
  },
});

/** Departments named in a text, in their plain form. 和 divides nothing: it stands within 经济和信息化厅. */
function namesOf({ texts }: WordedLine, id: string): string[] {
  return (texts[id]?.text ?? "")
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
