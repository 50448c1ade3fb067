import type { Ruleset } from "../../src/domain";
import { form, roster, ruleset } from "../../src/forms";
import { enUS, zhCN } from "../../src/locales";
import { rowsBeyondExcel } from "../../src/sheets/formula-limits";
import { farms } from "../second-form/farms";

const beyond = (relations: readonly string[], at?: string): readonly [string, string][] => {
  const settings = relations.map((relation, index) => ({
    ref: `Q${String(index).padStart(2, "0")}`,
    rule: "relation",
    options: { relation, ...(at === undefined ? {} : { at }) },
  }));
  const by: Ruleset = { ...ruleset, settings: [...ruleset.settings, ...settings] };
  return rowsBeyondExcel({ form, roster, ruleset: by, locale: zhCN }).map(({ code, setting }) => [code, setting.ref]);
};
const CODES = form.indicators.map(({ code }) => code);

test("Excel takes every formula of the forms that there are", () => {
  for (const locale of [zhCN, enUS]) {
    expect(rowsBeyondExcel({ form, roster, ruleset, locale })).toEqual([]);
    expect(rowsBeyondExcel({ ...farms, locale })).toEqual([]);
  }
});

test("a relation that is too long for a cell is told at the row where it would stand", () => {
  expect(beyond([`${CODES.join("、")} 同有同无`])).toEqual([["01", "Q00"]]);
  expect(beyond([`${CODES.slice(0, 12).join("、")} 同有同无`])).toEqual([]);
});

test("so are more relations on one row than functions can be nested, each of them short", () => {
  expect(beyond(CODES.slice(0, 10).map((code) => `32 + 31 <> [${code}] + 1000`))).toEqual([]);
  const many = Array.from({ length: 70 }, (_, index) => `32 <> ${1_000 + index}`);
  expect(beyond(many).map(([code]) => code)).toEqual(["32"]);
});
