import { indicatorsByCode, type Indicator } from "../domain";
import { quoted } from "./formula-text";
import { ownTitle } from "../locales";
import { generalMessage, knownRelation, shortText, type KnownRelation } from "../relations";
import type { RuleSetting } from "../rules";
import type { CheckContext, RowCells } from "./check-context";
import { problem, whereSound, type Branch } from "./check-formula";
import { RelationPrinter } from "./relation-formula";

type RelationSetting = Extract<RuleSetting, { readonly options: { readonly relation: string } }>;

/** The problems of a relation on an indicator's row. */
export function relationBranches(
  setting: RelationSetting,
  indicator: Indicator,
  context: CheckContext,
  cells: RowCells,
): readonly Branch[] {
  const { form } = context;
  const { code } = indicator;
  const known = knownRelation(setting.options, form);
  const { shape } = known;
  const { tolerance } = setting.options;
  const { value } = cells;
  const v = value(code);
  // The first relation of a row asks whether its own number is possible; later ones need not ask again.
  const sound = (codes: readonly string[], then: string): string => whereSound(form, value, codes, then, code);
  switch (shape.id) {
    case "part-at-most-whole": {
      const { part, whole, exceptZeroWhole } = shape;
      if (part !== code) return [];
      const w = value(whole);
      const exceeds = tolerance ? `ROUND(${v}-${w},2)>${tolerance}` : `${v}>${w}`;
      const when = sound([part, whole], exceptZeroWhole ? `AND(${exceeds},${w}>0)` : exceeds);
      return [problem(setting, "error", "exceeds", when, { whole: quoted(whole), limit: w })];
    }
    case "parts-sum-to-total": {
      const { total, parts } = shape;
      if (total !== code) return [];
      const sum = `ROUND(${parts.map(value).join("+")},2)`;
      const differs = tolerance ? `ROUND(ABS(${sum}-${v}),2)>${tolerance}` : `ABS(${sum}-${v})>=0.005`;
      return [problem(setting, "error", "differs", sound([total, ...parts], differs), { parts: quoted(parts.join("+")), sum })];
    }
    case "zero-forces-zero": {
      const { whole, parts } = shape;
      if (!parts.includes(code)) return [];
      return [problem(setting, "error", "positive", sound([whole, code], `AND(${value(whole)}=0,${v}>0)`), { whole: quoted(whole) })];
    }
    case "both-or-neither": {
      const { a, b } = shape;
      if (code !== a && code !== b) return [];
      const other = code === a ? b : a;
      return [problem(setting, "query", "alone", sound([a, b], `AND(${v}=0,${value(other)}>0)`), { other: quoted(other) })];
    }
    case "ratio-in-range": {
      const { numerator, denominator, min, max } = shape;
      if (numerator !== code) return [];
      const d = value(denominator);
      const when = sound([code, denominator], `IF(AND(${v}>0,${d}>0),OR(${v}/${d}<${min},${v}/${d}>${max}),FALSE)`);
      const perUnit = indicatorsByCode(form).get(denominator)!.unit;
      // As the rule rounds it: no decimals that the indicator has not, unless the ratio would seem to be none, or in range.
      const short = `ROUND(${v}/${d},${indicator.type.decimals})`;
      const ratio = `IF(AND(${short}>0,OR(${short}<${min},${short}>${max})),${short},ROUND(${v}/${d},4))`;
      return [problem(setting, "query", "outside", when, { ratio, unit: quoted(indicator.unit), perUnit: quoted(perUnit) })];
    }
    case "needs-one-of": {
      const { code: owner, of } = shape;
      if (owner !== code) return [];
      const when = sound([code, ...of], `AND(${v}>0,MAX(${of.map(value).join(",")})=0)`);
      return [problem(setting, "query", "none", when, { of: quoted(of.join("、")) })];
    }
    case "activity-without-partners": {
      const { partners, active } = shape;
      if (partners !== code) return [];
      const any = active.map((other) => sound([other], `${value(other)}>0`)).join(",");
      return [problem(setting, "query", "active", sound([code], `IF(${v}=0,OR(${any}),FALSE)`))];
    }
    case "relation":
      return generalBranches(setting, known, code, context, cells);
  }
}

/** A relation without sentences of its own: each condition that fails, on the row where `rules/relation.ts` finds it. */
function generalBranches(
  setting: RelationSetting,
  { relation, rows }: KnownRelation,
  code: string,
  context: CheckContext,
  cells: RowCells,
): readonly Branch[] {
  return relation.then.flatMap((condition, index) => {
    if (rows[index] !== code) return [];
    const fails = new RelationPrinter(context.form, cells, setting.options.tolerance).isFalse(condition);
    const when = relation.when ? `IF(${new RelationPrinter(context.form, cells).isTrue(relation.when)},${fails},FALSE)` : fails;
    const short = ownTitle(setting, context.locale) ?? shortText(relation);
    return [problem(setting, "error", generalMessage(relation, condition, code), when, { short: quoted(short) })];
  });
}
