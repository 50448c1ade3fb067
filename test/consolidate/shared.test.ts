import { judgeFile, type JudgedFile } from "../../src/actions/consolidate";
import { Shared } from "../../src/actions/consolidate/shared";
import { zhCN } from "../../src/locales";
import { openXlsx } from "../../src/workbook/xlsx";
import { blankForm } from "../fill";
import { catalogue } from "../sheets/plans";

/** As it comes from a worker: nothing in it is the same thing twice. */
async function judged(school: string, name: string): Promise<JudgedFile> {
  const one = await judgeFile({ arrival: { path: [name] }, bytes: blankForm(school) }, { open: openXlsx, catalogue, locale: zhCN });
  return structuredClone(one);
}

test("what two files say alike is one thing afterwards, and nothing else about them has changed", async () => {
  const shared = new Shared();
  const [one, other] = [await judged("武汉职业技术学院", "a.xlsx"), await judged("武汉职业技术学院", "b.xlsx")];
  const [first, second] = [shared.file(one), shared.file(other)];
  expect([first, second]).toEqual([one, other]);
  if (first.outcome.kind !== "form" || second.outcome.kind !== "form") throw new Error("no form");
  const [a, b] = [first.outcome.findings, second.outcome.findings];
  expect(a.length).toBeGreaterThan(100);
  expect(b.filter((finding, index) => finding !== a[index])).toEqual([]);
});

test("files of schools that differ share what they have in common", async () => {
  const shared = new Shared();
  const [one, other] = [shared.file(await judged("武汉职业技术学院", "a.xlsx")), shared.file(await judged("黄冈职业技术学院", "b.xlsx"))];
  if (one.outcome.kind !== "form" || other.outcome.kind !== "form") throw new Error("no form");
  const places = new Set(one.outcome.findings.map(({ at }) => at));
  expect(other.outcome.findings.filter(({ at }) => places.has(at)).length).toBeGreaterThan(30);
});
