import * as fc from "fast-check";
import { check } from "../../src/actions/check";
import { consolidate, judgeFile, type JudgedFile } from "../../src/actions/consolidate";
import {
  linesOf,
  periodId,
  type Finding,
  type ReportingPeriod,
  type SheetPlan,
  type SheetState,
  type WorkbookPlan,
} from "../../src/domain";
import { form, roster } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { META_SHEET, ROSTER_SHEET } from "../../src/sheets";
import { programmePlaces, valueAt } from "../../src/sheets/places";
import { writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { LONG, runs } from "../long";
import { blank, catalogue, withValues } from "./plans";

jest.setTimeout(LONG ? 3_600_000 : 120_000);

const NOW: ReportingPeriod = { year: 2026, half: 2 };
const BEFORE: ReportingPeriod = { year: 2026, half: 1 };

/** Forms that were issued: two schools that share a line of the roster, one that is not on it, and the first school a half-year before. */
const ISSUED = [
  { school: "武汉职业技术学院", period: NOW },
  { school: "武汉软件工程职业学院", period: NOW },
  { school: "示例职业学院", period: NOW, blankSheets: 2 },
  { school: "武汉职业技术学院", period: BEFORE },
] as const;

/** Whose a figure is can be read off it. */
const TAG = 100_000;

const isProgramme = ({ name }: SheetPlan): boolean => name.startsWith("表");
const isCover = ({ name }: SheetPlan): boolean => name === "封面";
const plans: readonly WorkbookPlan[] = ISSUED.map((issued, owner) => {
  const plan = blank(issued);
  return plan.sheets.filter(isProgramme).reduce((filling, { name }, sheet) => {
    const values = form.indicators.map(({ code }, row) => {
      const { row: at } = valueAt(programmePlaces(form, name), code);
      return [`${name}!F${at + 1}`, TAG * (owner + 1) + 100 * sheet + row] as const;
    });
    const heads =
      linesOf(roster, issued.school).length > 0
        ? []
        : [["C5", "10个五千亿级优势产业"] as const, ["C6", "高端装备"] as const, ["C7", `示例专业${sheet}`] as const];
    return withValues(filling, Object.fromEntries([...values, ...heads.map(([at, value]) => [`${name}!${at}`, value] as const)]));
  }, plan);
});

/** What becomes of the formulas of a sheet on its way into another workbook: Excel lets them refer to where it came from; others leave them alone, or keep their results. */
type Way = "excel" | "plain" | "values";

function carried(sheet: SheetPlan, way: Way): SheetPlan {
  if (way === "plain") return sheet;
  return {
    ...sheet,
    cells: sheet.cells.map(({ formula, ...cell }) => ({
      ...cell,
      ...(formula === undefined || way === "values" ? {} : { formula: formula.replace(/(封面|_名录)!/g, "[1]$1!") }),
    })),
  };
}

interface Taken {
  readonly owner: number;
  readonly sheet: SheetPlan;
  readonly own: boolean;
}

interface Recipe {
  readonly own: number;
  readonly kept: number;
  readonly others: readonly { readonly of: number; readonly cover: boolean; readonly programmes: number; readonly way: Way }[];
  readonly order: readonly number[];
  readonly renamed: readonly boolean[];
  readonly states: readonly SheetState[];
}

const recipes: fc.Arbitrary<Recipe> = fc.record({
  own: fc.integer({ min: 0, max: 2 }),
  // All sheets of its own, mostly: with fewer than were issued a form is refused.
  kept: fc.constantFrom(9, 9, 9, 1, 0),
  others: fc.array(
    fc.record({
      of: fc.integer({ min: 0, max: 3 }),
      cover: fc.boolean(),
      programmes: fc.integer({ min: 0, max: 3 }),
      way: fc.constantFrom<Way>("excel", "plain", "values"),
    }),
    { maxLength: 2 },
  ),
  order: fc.array(fc.integer(), { minLength: 12, maxLength: 12 }),
  renamed: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  states: fc.array(fc.constantFrom<SheetState>("visible", "visible", "visible", "hidden", "veryHidden"), { minLength: 12, maxLength: 12 }),
});

/** The sheets of a workbook, under their new names and in their new order. */
function assembled({ own, kept, others, order, renamed, states }: Recipe): readonly Taken[] {
  const takeFrom = (owner: number, cover: boolean, programmes: number, way: Way | undefined): Taken[] =>
    [...(cover ? plans[owner]!.sheets.filter(isCover) : []), ...plans[owner]!.sheets.filter(isProgramme).slice(0, programmes)].map(
      (sheet) => ({ owner, own: way === undefined, sheet: way === undefined ? sheet : carried(sheet, way) }),
    );
  // A sheet of another period that no longer says so is nothing but a copied text: only what its head and cover say can be known.
  const foreign = others.filter(({ of, way }) => of !== own && (ISSUED[of]!.period === NOW || way !== "plain"));
  const taken = [
    ...takeFrom(own, true, kept, undefined),
    ...foreign.flatMap(({ of, cover, programmes, way }) => takeFrom(of, cover, programmes, way)),
  ];
  const names = new Set<string>();
  return taken
    .map((one, index) => {
      let name = renamed[index % 12] ? `工作表${index}` : one.sheet.name;
      while (names.has(name)) name += " (2)";
      names.add(name);
      return { ...one, sheet: { ...one.sheet, name, state: states[index % 12]! } };
    })
    .map((one, index) => ({ one, at: order[index % 12]! }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function bytesOf(recipe: Recipe, sheets: readonly Taken[]): Uint8Array {
  const rest = plans[recipe.own]!.sheets.filter(({ name }) => name === META_SHEET || name === ROSTER_SHEET);
  // A workbook has a sheet that can be seen.
  const note: SheetPlan = { name: "记事", state: "visible", cells: [] };
  return writeXlsx({ ...plans[recipe.own]!, active: undefined, sheets: [...sheets.map(({ sheet }) => sheet), note, ...rest] });
}

const open = (bytes: Uint8Array) => openXlsx(bytes, { inflate: nodeInflate });
const judged = (bytes: Uint8Array): Promise<JudgedFile> =>
  judgeFile({ arrival: { path: ["a.xlsx"] }, bytes }, { open, catalogue, locale: zhCN });

const told = (findings: readonly Finding[], ref: string, message: string): Finding[] =>
  findings.filter((one) => one.ref === ref && one.message === message);

test("of sheets out of up to three forms, all that is counted belongs to the school named, or the workbook is refused and says why", async () => {
  let [counted, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(recipes, async (recipe) => {
      const sheets = assembled(recipe);
      const bytes = bytesOf(recipe, sheets);
      const { school, period } = ISSUED[recipe.own]!;
      const file = await judged(bytes);
      const programmes = sheets.filter(({ sheet }) => sheet.cells.some(({ value }) => value === form.labels.current));
      const issued = plans[recipe.own]!.sheets.filter(isProgramme).length;
      if (file.outcome.kind === "refused") {
        expect(file.outcome.refusal.code).toBe("structure-changed");
        expect(programmes.length).toBeLessThan(issued);
        return;
      }
      const checked = await check(open(bytes), catalogue, { locale: zhCN });
      if (!checked.ok) throw new Error(checked.error.code);
      const { findings, status } = checked.value;
      const strangers = sheets.filter(({ owner, own }) => !own && ISSUED[owner]!.school !== school);
      const schools = [...new Set(strangers.map(({ owner }) => ISSUED[owner]!.school))];
      const said = told(findings, "F10", "school");
      expect(said.map(({ facts }) => facts["other"]).sort()).toEqual([...schools].sort());
      for (const { facts } of said) {
        const its = strangers.filter(({ owner }) => ISSUED[owner]!.school === facts["other"]).map(({ sheet }) => sheet.name);
        expect(String(facts["otherSheets"]).split("、").sort()).toEqual([...its].sort());
      }
      const earlier = sheets.some(({ owner, own }) => !own && ISSUED[owner]!.school === school && ISSUED[owner]!.period !== period);
      expect(told(findings, "F10", "period").length > 0).toBe(earlier);
      // What belongs to another form is to be deleted: nothing is asked about it.
      const foreign = new Set(sheets.filter(({ own }) => !own).map(({ sheet }) => sheet.name));
      expect(findings.filter(({ at }) => foreign.has(at.sheet))).toEqual([]);
      const hidden = sheets.filter(({ own, sheet }) => own && sheet.state !== "visible").map(({ sheet }) => sheet.name);
      expect(
        told(findings, "F11", "hidden")
          .map(({ at }) => at.sheet)
          .sort(),
      ).toEqual([...hidden].sort());
      if (schools.length > 0 || earlier || hidden.length > 0) expect(status).toBe("blocked");

      const { files, lines } = consolidate([structuredClone(file)], { period: NOW, catalogue, passedOver: [] });
      const { fate } = files[0]!;
      if (schools.length > 0)
        expect(fate).toMatchObject({
          kind: "refused",
          why: { code: "two-schools", schools: expect.arrayContaining([school, ...schools]) as unknown },
        });
      else if (earlier) expect(fate).toMatchObject({ kind: "refused", why: { code: "identity-unclear" } });
      else expect(fate.kind).toBe("used");
      for (const line of lines) {
        expect([line.school, periodId(period)]).toEqual([school, "2026-S2"]);
        for (const { value } of Object.values(line.values)) if (value !== undefined) expect(Math.floor(value / TAG) - 1).toBe(recipe.own);
      }
      if (fate.kind === "used") counted++;
      else refused++;
    }),
    runs(60, 3_000),
  );
  // Both kinds were there.
  expect(Math.min(counted, refused)).toBeGreaterThan(5);
});
