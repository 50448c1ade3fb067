import { ofOwnSheets, type Finding, type Ruleset, type Setting, type Severity } from "../domain";
import type { MessageIdOf, Messages, Rule, SettingOf, Subject } from "./define";
import { judgeWith } from "./judge";
import { acrossSchools, type AcrossRuleId, type AcrossSetting } from "./across";
import { comparisonAltered } from "./comparison-altered";
import { contactWellFormed } from "./contact-well-formed";
import { dateInNumberCell } from "./date-in-number-cell";
import { definitionAltered } from "./definition-altered";
import { errorValue } from "./error-value";
import { figuresRepeated } from "./figures-repeated";
import { foreignSheet } from "./foreign-sheet";
import { formulaInInput } from "./formula-in-input";
import { identificationValid } from "./identification-valid";
import { identityChanged } from "./identity-changed";
import { indicatorFilled } from "./indicator-filled";
import { labelAltered } from "./label-altered";
import { largeChange } from "./large-change";
import { numberAsText } from "./number-as-text";
import { numberInRange } from "./number-in-range";
import { onRoster } from "./on-roster";
import { partnerNames } from "./partner-names";
import { programmeReportedTwice } from "./programme-reported-twice";
import { relations } from "./relation";
import { requiredText } from "./required-text";
import { resultOverwritten } from "./result-overwritten";
import { roundNumbersOnly } from "./round-numbers-only";
import { sameAsPrevious } from "./same-as-previous";
import { staleExplanation } from "./stale-explanation";
import { sheetHidden } from "./sheet-hidden";
import { stockFalls } from "./stock-falls";
import { textCopied } from "./text-copied";
import { textLength } from "./text-length";
import { validationRemoved } from "./validation-removed";
import { zeroTurned } from "./zero-turned";

/** The registry: a rule exists if it stands here. */
export const rules = {
  ...relations,
  [comparisonAltered.id]: comparisonAltered,
  [contactWellFormed.id]: contactWellFormed,
  [dateInNumberCell.id]: dateInNumberCell,
  [definitionAltered.id]: definitionAltered,
  [errorValue.id]: errorValue,
  [figuresRepeated.id]: figuresRepeated,
  [foreignSheet.id]: foreignSheet,
  [formulaInInput.id]: formulaInInput,
  [identificationValid.id]: identificationValid,
  [identityChanged.id]: identityChanged,
  [indicatorFilled.id]: indicatorFilled,
  [labelAltered.id]: labelAltered,
  [largeChange.id]: largeChange,
  [numberAsText.id]: numberAsText,
  [numberInRange.id]: numberInRange,
  [onRoster.id]: onRoster,
  [partnerNames.id]: partnerNames,
  [programmeReportedTwice.id]: programmeReportedTwice,
  [requiredText.id]: requiredText,
  [resultOverwritten.id]: resultOverwritten,
  [roundNumbersOnly.id]: roundNumbersOnly,
  [sameAsPrevious.id]: sameAsPrevious,
  [sheetHidden.id]: sheetHidden,
  [staleExplanation.id]: staleExplanation,
  [stockFalls.id]: stockFalls,
  [textCopied.id]: textCopied,
  [textLength.id]: textLength,
  [validationRemoved.id]: validationRemoved,
  [zeroTurned.id]: zeroTurned,
} as const;

export type RuleId = keyof typeof rules;

/** How grave the findings of a line of a ruleset are: as it says, else as they usually are. */
export function severityOf({ severity, rule }: Pick<Setting, "severity" | "rule">): Severity {
  return severity ?? { ...rules, ...acrossSchools }[rule as RuleId | AcrossRuleId].severity;
}

export type MessageId<Id extends RuleId> = MessageIdOf<typeof rules, Id>;
export type RuleSetting = SettingOf<typeof rules>;

/** A ruleset of which the compiler knows that each rule has its own options. */
export interface TypedRuleset extends Ruleset {
  readonly settings: readonly RuleSetting[];
  readonly across: readonly AcrossSetting[];
}

/**
 * Judges a submission: all findings at once, ordered by sheet, row and ref. Nobody is asked about sheets out of other forms, which are
 * to be deleted: that they are there is found, and what they hold is not judged.
 * @throws RuleBug where a rule itself fails
 */
export function judge(subject: Subject, ruleset: Ruleset): Finding[] {
  return judgeWith(rules as unknown as Readonly<Record<string, Rule<string, Messages, never>>>, ruleset.settings, ruleset.explanation, {
    ...subject,
    submission: ofOwnSheets(subject.submission),
  });
}

export { acrossSchools, judgeAcross, type AcrossMessageId, type AcrossRuleId, type LineFinding } from "./across";
export { LARGEST_NUMBER, soundNumber } from "./define";
export { RuleBug } from "./judge";
export type { Subject } from "./define";
