import { blocks } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { overviewOf } from "../../src/page/work/overview";
import { filledForm } from "../cli/folder";
import type { Sheet } from "../fill";
import { catalogue } from "../sheets/plans";
import { HUANGGANG, judged, SOFTWARE, summedUp, TAX, TRAFFIC, WUHAN } from "./judged";

jest.setTimeout(120_000);

const ERROR: Sheet = { values: { "20": 999 } };
const QUERY: Sheet = { values: { "28": 1, "29": 900 } };

test("the schools to be seen to are those that are late or missing, and those that have something left to do, with what it is", async () => {
  const due: readonly (readonly [school: string, sheets: readonly Sheet[], note: readonly string[]])[] = [
    [WUHAN, [], []],
    [SOFTWARE, [ERROR], ["强制性错误 1 处，须改正"]],
    [TRAFFIC, [QUERY], ["核实 1 处，须改正或说明"]],
    [TAX, [], []],
    [HUANGGANG, [{ values: { ...ERROR.values, ...QUERY.values } }], ["强制性错误 1 处，须改正", "核实 1 处，须改正或说明"]],
  ];
  const files = due.map(async ([school, sheets]) => judged(`${school}.xlsx`, await filledForm([...sheets], {}, [], 2, school)));
  const result = summedUp(await Promise.all(files));
  const { schools } = overviewOf(result, catalogue.ruleset, zhCN);
  const told = new Map(schools.map(({ school, note }) => [school, note]));
  for (const [school, , note] of due) expect([school, note.filter((one) => !told.get(school)?.includes(one))]).toEqual([school, []]);
  const open = new Set(result.findings.filter(({ finding }) => blocks(finding)).map(({ school }) => school));
  for (const { school, state } of result.schools) expect([school, told.has(school) || state === "received"]).toEqual([school, true]);
  expect([...open].filter((school) => !told.has(school))).toEqual([]);
  expect([WUHAN, TAX].filter((school) => /须改正/.test(told.get(school) ?? ""))).toEqual([]);
});
