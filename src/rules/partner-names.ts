import { plainName, textOf, type Reported } from "../domain";
import { defineRule, indicatorOf, named, soundNumber } from "./define";

export interface Options {
  readonly count: string;
  readonly text: string;
  /** So many names are enough, however many there are. */
  readonly atMost: number;
}

/** Where partners are counted, some are named. */
export const partnerNames = defineRule({
  id: "partner-names",
  severity: "query",
  messages: { tooFew: ["code", "name", "unit", "found", "label", "names", "least"] },
  check({ submission, form }, { count, text, atMost }: Options, out) {
    const indicator = indicatorOf(form, count);
    const label = form.texts.find(({ id }) => id === text)!.label;
    for (const report of submission.programmes) {
      const [counted, list] = [report.values[count]!, report.texts[text]!];
      const found = soundNumber(indicator, counted);
      const names = companyNames(list);
      // A blank list is another rule's, and so are faults.
      if (found === 0 || names >= atMost || (list.kind !== "fault" && textOf(list) === undefined)) continue;
      const place = { at: counted.at, related: [list.at], report, row: count };
      if (found === undefined || list.kind === "fault") {
        out.notChecked(place, [...(found === undefined ? [counted] : []), ...(list.kind === "fault" ? [list] : [])]);
        continue;
      }
      const least = Math.min(found, atMost);
      if (names < least) out.report("tooFew", { ...place, found }, { ...named(form, count), found, label, names, least });
    }
  },
});

/** A space separates names only between Chinese ones: English names hold spaces. */
const SEPARATORS = /[、，,；;。|/\r\n\t]+|(?<=[\p{Script=Han}）)])[ \u3000]+(?=[\p{Script=Han}])/u;

/** How many different names a list holds; numbering, brackets and 等 are no names. */
function companyNames(list: Reported): number {
  const names = (textOf(list) ?? "").split(SEPARATORS).map((name) => plainName(name).replace(/^\d+|等.{0,6}$/gu, ""));
  return new Set(names.filter((name) => /\p{L}{2}/u.test(name))).size;
}
