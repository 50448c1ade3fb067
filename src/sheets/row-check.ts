import { quoted } from "./formula-text";
import { indicatorsByCode, type Indicator } from "../domain";
import type { RuleSetting } from "../rules";
import type { CheckContext, RowCells } from "./check-context";
import {
  acceptableExplanation,
  firstProblem,
  isFault,
  looksBlank,
  onceBegun,
  problem,
  whereSound,
  without,
  type Branch,
} from "./check-formula";
import { relationBranches } from "./relation-check";

/** A setting's problems on an indicator's row. Rules that stand elsewhere, or that no plain formula can follow, have none. */
export function rowBranches(setting: RuleSetting, indicator: Indicator, context: CheckContext, cells: RowCells): readonly Branch[] {
  const { code, unit, measure } = indicator;
  const { form } = context;
  const { value } = cells;
  const [v, c] = [value(code), cells.comparison(code)];
  const compared = (then: string): string => `IF(COUNT(${v},${c})=2,${then},FALSE)`;
  switch (setting.rule) {
    case "number-in-range":
      return [
        problem(setting, "error", "negative", `IF(ISNUMBER(${v}),${v}<0,FALSE)`),
        problem(
          setting,
          "error",
          indicator.type.decimals === 0 ? "notInteger" : "tooManyDecimals",
          `IF(ISNUMBER(${v}),ABS(${v}-ROUND(${v},${indicator.type.decimals}))>0.000000001,FALSE)`,
          { decimals: quoted(String(indicator.type.decimals)) },
        ),
      ];
    case "indicator-filled":
      return [problem(setting, "error", "blank", looksBlank(v))];
    case "number-as-text":
      return [problem(setting, "error", "unreadable", `ISTEXT(${v})`)];
    case "error-value":
      return [problem(setting, "error", "fault", isFault(v)), problem(setting, "error", "fault", isFault(cells.explanation(code)))];
    case "part-at-most-whole":
    case "parts-sum-to-total":
    case "zero-forces-zero":
    case "both-or-neither":
    case "ratio-in-range":
    case "needs-one-of":
    case "activity-without-partners":
    case "relation":
      return relationBranches(setting, indicator, context, cells);
    case "stock-falls": {
      if (measure !== "stock") return [];
      const fall = `ROUND(${c}-${v},2)`;
      const when = compared(`AND(${v}>0,${v}<${c},${fall}>${setting.options.tolerance ?? 0})`);
      return [problem(setting, "query", "fell", when, { difference: fall, unit: quoted(unit) })];
    }
    case "large-change": {
      const { percent: limit, units } = setting.options;
      const change = `ROUND(ABS(${v}-${c}),2)`;
      const large = (way: string): string => compared(`AND(${v}>0,${c}>0,${v}${way}${c},${change}>=${units},${change}*100>=${limit}*${c})`);
      const percent = `${change}*100/${c}`;
      const whole = `ROUND(${percent},0)`;
      const rose = problem(setting, "query", "rose", large(">"), { percent: whole });
      const decline = `IF(${whole}<100,${whole},ROUND(${percent}-0.05,1))`;
      return measure === "stock" ? [rose] : [rose, problem(setting, "query", "fell", large("<"), { percent: decline })];
    }
    case "zero-turned":
      return [
        problem(setting, "query", "becameZero", compared(`AND(${v}=0,${c}<>0)`), { compared: c }),
        problem(setting, "query", "becamePositive", compared(`AND(${v}<>0,${c}=0)`), { found: v }),
      ];
    case "partner-names": {
      const { count, text, atMost } = setting.options;
      if (count !== code) return [];
      const [list, least] = [cells.text(text), `MIN(${v},${atMost})`];
      // Counts separators: which names are different, or are none, a formula cannot see.
      const names = `(LEN(${list})-LEN(${without(list, [..."、，,；;"])})+1)`;
      const when = whereSound(form, value, [code], `IF(ISTEXT(${list}),IF(${looksBlank(list)},FALSE,${names}<${least}),FALSE)`, code);
      return [problem(setting, "query", "tooFew", when, { least })];
    }
    // On the head, the texts or the cover.
    case "identification-valid":
    case "identity-changed":
    case "on-roster":
    case "programme-reported-twice":
    case "contact-well-formed":
    case "required-text":
    case "text-length":
      return [];
    // No plain formula can follow: several reports or files, the look of a cell or sheet, what stood there before.
    case "same-as-previous":
    case "stale-explanation":
    case "round-numbers-only":
    case "text-copied":
    case "date-in-number-cell":
    case "formula-in-input":
    case "validation-removed":
    case "comparison-altered":
    case "label-altered":
    case "figures-repeated":
    case "definition-altered":
    case "foreign-sheet":
    case "sheet-hidden":
    case "result-overwritten":
      return [];
  }
}

/** 审核结果 of an indicator's row, without `=`: its first problem in the words of `say(finding).brief`. */
export function rowCheck(code: string, context: CheckContext, cells: RowCells): string {
  const { form, ruleset, locale } = context;
  const indicator = indicatorsByCode(form).get(code)!;
  const branches = (ruleset.settings as readonly RuleSetting[]).flatMap((setting) => rowBranches(setting, indicator, context, cells));
  const acceptable = acceptableExplanation(cells.explanation(code), cells, ruleset.explanation);
  return onceBegun(cells.values, firstProblem(branches, locale, acceptable));
}
