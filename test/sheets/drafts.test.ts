import { check } from "../../src/actions/check";
import { applyFixes, fixesOf } from "../../src/actions/fix";
import { readEarlier } from "../../src/actions/earlier";
import { issue } from "../../src/actions/issue";
import { seal } from "../../src/actions/seal";
import { cellName, type Finding, type Previous } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { programmePlaces, textAt } from "../../src/sheets/places";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { asChanges, blankForm, entries, PERIOD, TEXTS } from "../fill";
import { catalogue } from "./plans";

jest.setTimeout(60_000);
const SCHOOL = "武汉职业技术学院";
const MARK = catalogue.form.labels.draftMark;
const { form } = catalogue;
const at = (id: string, sheet = "表1") => textAt(programmePlaces(form, sheet), id);

/** What the form of the last period gives to the one of now. */
async function previous(): Promise<readonly Previous[]> {
  const last = openXlsx(blankForm(SCHOOL, { period: { year: 2026, half: 1 } }));
  const written = await last.write(asChanges(entries(SCHOOL, [], { date: { day: "2026-06-20" } })));
  if (!written.ok) throw new Error(written.error.code);
  return (await readEarlier([{ name: "上期.xlsx", workbook: last }], catalogue, SCHOOL, PERIOD, zhCN)).previous;
}

/** A new form, filled in but for its texts, which stay as they were carried over. */
async function drafted(drafts: boolean) {
  const workbook = openXlsx(writeXlsx(issue(catalogue, SCHOOL, PERIOD, await previous(), zhCN, undefined, drafts).plan));
  const texts = new Set(["表1", "表2", "表3"].flatMap((sheet) => form.texts.map(({ id }) => cellName(at(id, sheet)))));
  // One number is not that of the last period, so that the form is no copy of it.
  const sheets = [{ values: { "26": 147 } }, { values: { "26": 148 } }, { values: { "26": 149 } }];
  await workbook.write(asChanges(entries(SCHOOL, sheets).filter((entry) => !texts.has(cellName(entry.at)))));
  return workbook;
}

async function findings(workbook: ReturnType<typeof openXlsx>): Promise<readonly Finding[]> {
  const checked = await check(workbook, catalogue, { locale: zhCN });
  if (!checked.ok) throw new Error(checked.error.code);
  return checked.value.findings;
}

test("texts come along only where that was asked for, each behind its mark", async () => {
  const textsOf = async (drafts: boolean): Promise<unknown[]> => {
    const grid = await (await drafted(drafts)).read();
    if (!grid.ok) throw new Error(grid.error.code);
    return form.texts.map(({ id }) => grid.value.sheets[1]!.cells.get(at(id).row * 16384 + at(id).column)?.value ?? null);
  };
  expect(await textsOf(true)).toEqual(form.texts.map(({ id }) => `${MARK}${TEXTS[id]}`));
  expect(await textsOf(false)).toEqual(form.texts.map(() => null));
});

test("an untouched draft is not work done: each is an error, the form is not sealed, and length and copying say nothing beside it", async () => {
  const workbook = await drafted(true);
  const found = await findings(workbook);
  expect(found.map(({ ref, message }) => `${ref} ${message}`)).toEqual(Array.from({ length: 15 }, () => "A10 draft"));
  const sealed = await seal(workbook, catalogue, { locale: zhCN });
  expect(!sealed.ok && sealed.error.kind).toBe("blocked");
});

test("what may last can be confirmed as it is; what must be told anew has no such repair, and is found copied where only the mark goes", async () => {
  const workbook = await drafted(true);
  const checked = await check(workbook, catalogue, { locale: zhCN });
  if (!checked.ok) throw new Error(checked.error.code);
  const fixes = fixesOf(checked.value.findings);
  expect(fixes.map(({ at: place }) => cellName(place))).toEqual(
    ["表1", "表2", "表3"].flatMap((sheet) => ["leader", "partners"].map((id) => cellName(at(id, sheet)))),
  );
  await applyFixes(workbook, checked.value.form, fixes);
  await workbook.write(
    ["表1", "表2", "表3"].flatMap((sheet) =>
      ["practice", "problems", "next"].map((id) => ({ kind: "value" as const, ...at(id, sheet), value: TEXTS[id]! })),
    ),
  );
  expect((await findings(workbook)).map(({ ref, at: place }) => `${ref} ${cellName(place)}`)).toEqual(
    ["表1", "表2", "表3"].map((sheet) => `C02 ${cellName(at("practice", sheet))}`),
  );
  await workbook.write(
    ["表1", "表2", "表3"].map((sheet) => ({ kind: "value", ...at("practice", sheet), value: `${TEXTS["practice"]}新增两项。` })),
  );
  expect(await findings(workbook)).toEqual([]);
});

test("a text that fills its room is not too long for the mark before it", async () => {
  const workbook = await drafted(true);
  await workbook.write([{ kind: "value", ...at("next"), value: `${MARK}${"步".repeat(400)}` }]);
  const refs = (await findings(workbook)).filter(({ at: place }) => cellName(place) === cellName(at("next"))).map(({ ref }) => ref);
  expect(refs).toEqual(["A10"]);
});
