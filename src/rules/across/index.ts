import type { Finding, Setting, LineWithTexts } from "../../domain";
import { RuleBug } from "../judge";
import type { MessageIdOf, Messages, SettingOf } from "../define";
import type { AcrossCase, AcrossRule } from "./define";
import { leaderDiffers } from "./leader-differs";
import { lineOfTwoSchools } from "./line-of-two-schools";
import { ratioFarFromOthers } from "./ratio-far-from-others";

/** The second registry: rules that compare schools, applied where all their files lie together. */
export const acrossSchools = {
  [ratioFarFromOthers.id]: ratioFarFromOthers,
  [lineOfTwoSchools.id]: lineOfTwoSchools,
  [leaderDiffers.id]: leaderDiffers,
} as const;

export type AcrossRuleId = keyof typeof acrossSchools;
export type AcrossMessageId<Id extends AcrossRuleId> = MessageIdOf<typeof acrossSchools, Id>;
export type AcrossSetting = SettingOf<typeof acrossSchools>;

/** A finding, and the line it is about. */
export interface LineFinding {
  readonly line: LineWithTexts;
  readonly finding: Finding;
}

/**
 * Judges the lines of all schools together.
 * @returns the findings, setting by setting, each in the order of the lines. Queries are open: a form has no place to explain them,
 *   a 核实单 has
 * @throws RuleBug where a rule itself fails
 */
export function judgeAcross(judged: AcrossCase, settings: readonly Setting[]): LineFinding[] {
  return settings.flatMap((setting) => {
    const rule = Object.hasOwn(acrossSchools, setting.rule) ? acrossSchools[setting.rule as AcrossRuleId] : undefined;
    if (!rule) throw new Error(`The ruleset names a rule that does not exist: ${setting.rule}`);
    return run(rule as unknown as AcrossRule<string, Messages, object>, setting, judged);
  });
}

function run(rule: AcrossRule<string, Messages, object>, { ref, severity, options }: Setting, judged: AcrossCase): LineFinding[] {
  const found: LineFinding[] = [];
  const report = (
    message: string,
    line: LineWithTexts,
    { at, ...rest }: Parameters<Parameters<typeof rule.check>[2]["report"]>[2],
    facts: Finding["facts"],
  ): void =>
    void found.push({
      line,
      finding: {
        rule: rule.id,
        ref,
        severity: severity ?? rule.severity,
        state: "open",
        message,
        facts,
        at: { sheet: line.sheet, row: at.row, column: at.column },
        related: [],
        programme: line.programme,
        ...rest,
      },
    });
  try {
    rule.check(judged, options, { report });
  } catch (cause) {
    throw new RuleBug(rule.id, ref, cause);
  }
  return found;
}
