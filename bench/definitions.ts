import type { Catalogue, Indicator, Setting } from "../src/domain";
import { definitionBook } from "../src/definition/book";
import { catalogue } from "../src/forms";
import { writeXlsx } from "../src/workbook/xlsx";

const COUNT = 500;
/** Rules that are no relations stand beside them: together they may be so many. */
const RELATIONS = COUNT - catalogue.ruleset.settings.length;

const codeOf = (index: number): string => String(index + 1).padStart(3, "0");

/** The largest form that a definition may have, with this text for each of its relations. */
function large(relation: (index: number) => string): Uint8Array {
  const { form, ruleset } = catalogue;
  const indicators = Array.from({ length: COUNT }, (_, index): Indicator => {
    const { partOf: _none, ...one } = form.indicators[7]!;
    return { ...one, code: codeOf(index), name: `示例指标${codeOf(index)}` };
  });
  const plain = ruleset.settings.filter(({ rule, options }) => !("relation" in options) && rule !== "partner-names");
  const relations = Array.from({ length: RELATIONS }, (_, index): Setting => {
    const [letter, number] = ["GHIJKLMNOPQ"[Math.floor(index / 99)]!, String((index % 99) + 1).padStart(2, "0")];
    return { ref: `${letter}${number}`, rule: "relation", options: { relation: relation(index) } };
  });
  // It looks at the explanations of all others, and stands behind them.
  const last = (setting: Setting): number => Number(setting.rule === "stale-explanation");
  const settings = [...plain, ...relations].sort((a, b) => last(a) - last(b) || (a.ref < b.ref ? -1 : 1));
  const texts = form.texts.map(({ requiredWhenPositive: _none, ...text }) => text);
  const all: Catalogue = { ...catalogue, form: { ...form, indicators, texts }, ruleset: { ...ruleset, settings, across: [] } };
  return writeXlsx(definitionBook(all, []));
}

/** 500 indicators, and as many relations as may be. */
export const largeDefinition = (): Uint8Array =>
  large(
    (index) =>
      `若 [${codeOf(index)}]>0 且 [${codeOf(index + 1)}]>0，则 [${codeOf(index)}] + [${codeOf(index + 1)}] <= [${codeOf(index + 2)}]*150%`,
  );

/** The same, each relation as large as it may be and never broken, so that a report that breaks it is looked for in vain. */
export const hostileDefinition = (): Uint8Array =>
  large(
    (index) =>
      `${Array.from({ length: 20 }, (_, one) => `[${codeOf((index + one) % COUNT)}]`).join("+")} >= 0 或 ${"(".repeat(10)}[001] >= 0${")".repeat(10)}`,
  );
