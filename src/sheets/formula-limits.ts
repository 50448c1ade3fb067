import { formulaFits, type Setting } from "../domain";
import { codesOf, knownRelation, type RelationOptions } from "../relations";
import type { RuleSetting } from "../rules";
import type { CheckContext, RowCells } from "./check-context";
import { rowBranches, rowCheck } from "./row-check";

/** Levels of functions within functions that Excel takes (Excel specifications and limits). LibreOffice takes more, and would say nothing. */
const MOST_LEVELS = 64;

/** A row whose 审核结果 would be a formula that Excel does not take. */
export interface BeyondExcel {
  /** Of its indicator. */
  readonly code: string;
  /** The settings on that row that have options, those with the longest formulas first: at least one. */
  readonly settings: readonly Setting[];
}

/** Rows of a form whose relations make a formula that is too long, or too deep, for Excel. They are told before a form is issued. */
export function rowsBeyondExcel(context: CheckContext): readonly BeyondExcel[] {
  const cells = farCells(context);
  const settingsOn = settingsByRow(context);
  return context.form.indicators.flatMap((indicator) => {
    const { code } = indicator;
    const settings = settingsOn(code);
    const formula = rowCheck(code, { ...context, ruleset: { ...context.ruleset, settings } }, cells);
    if (formulaFits(formula) && levelsOf(formula) <= MOST_LEVELS) return [];
    const lengths = (settings as readonly RuleSetting[]).flatMap((setting): (readonly [Setting, number])[] => {
      // What is set once and for all rows is not what was too much.
      const branches = Object.keys(setting.options).length > 0 ? rowBranches(setting, indicator, context, cells) : [];
      return branches.length === 0 ? [] : [[setting, branches.reduce((sum, { when }) => sum + when.length, 0)]];
    });
    return [{ code, settings: lengths.sort((a, b) => b[1] - a[1]).map(([setting]) => setting) }];
  });
}

/** The settings that can say something on a row: a large form has as many relations as rows, and each of them is on a few. */
function settingsByRow({ form, ruleset: { settings } }: CheckContext): (code: string) => readonly Setting[] {
  const rows = new Map(
    settings.map((setting): [Setting, ReadonlySet<string> | undefined] => {
      if (!("relation" in setting.options)) return [setting, undefined];
      const options = setting.options as RelationOptions;
      const { relation, shape, rows: own } = knownRelation(options, form);
      return [setting, new Set(shape.id === "relation" ? own : codesOf(relation))];
    }),
  );
  return (code) => settings.filter((setting) => rows.get(setting)?.has(code) ?? true);
}

/** Addresses as long as any that the form has. */
function farCells({ form: { indicators, texts } }: CheckContext): RowCells {
  const row = (index: number): number => 9 + index;
  const rows = new Map(indicators.map(({ code }, index) => [code, row(index)]));
  const placed = (code: string): number => rows.get(code)!;
  const last = row(indicators.length + texts.length);
  return {
    value: (code) => `F${placed(code)}`,
    comparison: (code) => `E${placed(code)}`,
    explanation: (code) => `H${code === "line" ? last : placed(code)}`,
    text: () => `C${last}`,
    values: `F9:F${last}`,
    explanations: `H9:H${last}`,
    emptyWords: `'_名录'!$H$2:$H$${last}`,
  };
}

/** The deepest level of functions within functions. Brackets of arithmetic count along: too many told is better than one too few. */
function levelsOf(formula: string): number {
  let [level, most] = [0, 0];
  for (const sign of formula.replace(/"(?:[^"]|"")*"/g, "")) {
    if (sign === "(") most = Math.max(most, ++level);
    else if (sign === ")") level--;
  }
  return most;
}
