import { address, type Act, type Finding, type RankedFinding } from "../../domain";
import { fill, say, type Locale } from "../../locales";

/** Whether the findings of an act say more than where they are: numbers, explanations, answers. Blanks do not. */
export function unfolds(act: Act): boolean {
  const says = ({ finding, answer }: RankedFinding): boolean =>
    answer !== undefined || finding.found !== undefined || finding.expected !== undefined || (finding.explanation?.text ?? "") !== "";
  return act.length > 1 && act.some(says);
}

/** Several findings of one act in a sentence: that of the heaviest, how many they are, and where. */
export function sayAct(act: Act, locale: Locale): string {
  const { message } = say(act[0].finding, locale);
  if (act.length === 1) return message;
  const items = itemsOf(act, locale.summary.findings.item).join(locale.commands.report.comma);
  return fill(locale.summary.findings.act, { message, count: act.length, items });
}

/** Codes and cells, those below each other as one: `01-04 (F10:F13)`. */
function itemsOf(act: Act, template: string): string[] {
  const runs: Finding[][] = [];
  for (const finding of act.map((one) => one.finding).sort((a, b) => a.at.column - b.at.column || a.at.row - b.at.row)) {
    const before = runs.at(-1)?.at(-1);
    const isNext = before && before.at.column === finding.at.column && before.at.row + 1 >= finding.at.row;
    if (isNext && (before.indicator === undefined) === (finding.indicator === undefined)) runs.at(-1)!.push(finding);
    else runs.push([finding]);
  }
  return runs.map((run) => {
    const [from, to] = [run[0]!, run.at(-1)!];
    const cells = both(address(from.at), address(to.at), ":");
    return from.indicator === undefined ? cells : fill(template, { codes: both(from.indicator, to.indicator!, "-"), cells });
  });
}

function both(from: string, to: string, between: string): string {
  return from === to ? from : `${from}${between}${to}`;
}
