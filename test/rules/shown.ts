import type { CellRef, Finding, Ruleset, Severity } from "../../src/domain";
import { say, type Locale } from "../../src/locales";
import type { RuleId } from "../../src/rules";
import { UNSEEN } from "./unseen";

const WEIGHT: readonly Severity[] = ["fatal", "error", "query", "advisory"];

/**
 * What 审核结果 says of a row, worked out from the findings of the rules: the gravest of them in brief, of several the one with the first ref.
 * A query that is explained is settled, and nothing graver can be.
 */
export function shownOn(findings: readonly Finding[], { sheet, row }: CellRef, locale: Locale, ruleset: Ruleset): string {
  const here = findings.filter(
    ({ at, state, rule }) => at.sheet === sheet && at.row === row && state !== "notChecked" && !UNSEEN.includes(rule as RuleId),
  );
  const rank = ({ severity, ref }: Finding): string => `${WEIGHT.indexOf(severity)} ${ref}`;
  const [first] = here.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  return !first ? "" : first.state === "explained" ? locale.form.explained : say(first, locale, ruleset).brief;
}
