import { address, type Act, type Finding, type RankedFinding, type Ruleset } from "../../domain";
import { fill, sayPart, type Locale, type Said } from "../../locales";

/** Whether the findings of an act say more than where they are: numbers, explanations, answers. Blanks do not. */
export function unfolds(act: Act): boolean {
  const says = ({ finding, answer }: RankedFinding): boolean =>
    answer !== undefined || finding.found !== undefined || finding.expected !== undefined || (finding.explanation?.text ?? "") !== "";
  return act.length > 1 && act.some(says);
}

/**
 * Several findings of one act in sentences that are true of all of them: what each says, or what the heaviest says as an example; how many
 * they are, and where.
 */
export function sayAct(act: Act, locale: Locale, ruleset: Ruleset): Pick<Said, "message" | "cure"> {
  const findings = withRanges(act, locale);
  const words = locale.summary.findings;
  const [message, cure] = [saidOfAll(findings, "message", locale, ruleset), saidOfAll(findings, "cure", locale, ruleset)];
  if (act.length === 1) return { message, cure };
  const items = itemsOf(act, words.item).join(locale.commands.report.comma);
  return { message: fill(words.act, { message, count: act.length, items }), cure };
}

/** 未审核 says nothing but how many inputs are at fault: of several it says from how few to how many, once for each basis. */
function withRanges(act: Act, locale: Locale): readonly Finding[] {
  const findings = act.map(({ finding }) => finding);
  if (findings[0]!.state !== "notChecked") return findings;
  const inputs = findings.map(({ facts }) => Number(facts["inputs"]));
  const [from, to] = [inputs.reduce((a, b) => Math.min(a, b)), inputs.reduce((a, b) => Math.max(a, b))];
  const range = from === to ? from : fill(locale.summary.findings.range, { from, to });
  const bases = new Map(findings.map((finding) => [finding.earlier, finding]));
  return [...bases.values()].map((finding) => ({ ...finding, facts: { ...finding.facts, inputs: range } }));
}

function saidOfAll([first, ...others]: readonly Finding[], of: "message" | "cure", locale: Locale, ruleset: Ruleset): string {
  const said = sayPart(first!, locale, ruleset, of);
  const differs = others.some((other) => sayPart(other, locale, ruleset, of) !== said);
  return differs ? fill(locale.summary.findings.example, { text: said }) : said;
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
    if (from.indicator === undefined) return cells;
    const [first, last] = [from.indicator, to.indicator!];
    // A hyphen may stand within a code.
    return fill(template, { codes: both(first, last, `${first}${last}`.includes("-") ? "~" : "-"), cells });
  });
}

function both(from: string, to: string, between: string): string {
  return from === to ? from : `${from}${between}${to}`;
}
