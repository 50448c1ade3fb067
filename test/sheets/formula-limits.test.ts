import type { Ruleset, Setting } from "../../src/domain";
import { form, roster, ruleset } from "../../src/forms";
import { enUS, zhCN } from "../../src/locales";
import { rowsBeyondExcel } from "../../src/sheets/formula-limits";
import { farms } from "../second-form/farms";

const beyond = (relations: readonly string[], at?: string): readonly [code: string, refs: readonly string[]][] => {
  const settings = relations.map((relation, index) => ({
    ref: `Q${String(index).padStart(2, "0")}`,
    rule: "relation",
    options: { relation, ...(at === undefined ? {} : { at }) },
  }));
  const by: Ruleset = { ...ruleset, settings: [...ruleset.settings, ...settings] };
  return rowsBeyondExcel({ form, roster, ruleset: by, locale: zhCN }).map(({ code, settings: all }) => [code, all.map(({ ref }) => ref)]);
};
const CODES = form.indicators.map(({ code }) => code);

test("Excel takes every formula of the forms that there are", () => {
  for (const locale of [zhCN, enUS]) {
    expect(rowsBeyondExcel({ form, roster, ruleset, locale })).toEqual([]);
    expect(rowsBeyondExcel({ ...farms, locale })).toEqual([]);
  }
});

test("a relation that is too long for a cell is told at the row where it would stand", () => {
  expect(beyond([`${CODES.join("、")} 同有同无`])).toEqual([["01", ["Q00", "B02"]]]);
  expect(beyond([`${CODES.slice(0, 12).join("、")} 同有同无`])).toEqual([]);
});

test("rules with options of their own are told as well", () => {
  const change: Setting = { ref: "G01", rule: "large-change", options: { percent: 30, units: 5 } };
  const many = Array.from({ length: 70 }, (_, index): Setting => ({ ...change, ref: `G${10 + index}` }));
  const rows = rowsBeyondExcel({ form, roster, ruleset: { ...ruleset, settings: [...ruleset.settings, ...many] }, locale: zhCN });
  expect(rows.map(({ code }) => code)).toEqual(CODES);
  for (const { settings } of rows) expect(settings.map(({ ref }) => ref)).toEqual(expect.arrayContaining(many.map(({ ref }) => ref)));
});

test("so are more relations on one row than functions can be nested, each of them short", () => {
  expect(beyond(CODES.slice(0, 10).map((code) => `32 + 31 <> [${code}] + 1000`))).toEqual([]);
  const many = Array.from({ length: 70 }, (_, index) => `32 <> ${1_000 + index}`);
  const [[code, refs] = ["", []], ...others] = beyond([...many, "32 + 31 <> 30 + 29"]);
  expect([code, others, refs[0], refs.length]).toEqual(["32", [], "Q70", 72]);
});
