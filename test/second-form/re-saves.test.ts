import { check } from "../../src/actions/check";
import { readSummary, summary } from "../../src/sheets/summary";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { savedByGnumeric } from "../foreign/gnumeric";
import { LibreOffice } from "../foreign/libreoffice";
import { filledByOpenpyxl } from "../foreign/openpyxl";
import { describeWith, foreign, type Program } from "../foreign/programs";
import { farms, zhFarms } from "./farms";
import { EAST, filled, judged, opened, sealed, summedUp } from "./filled";

let office: LibreOffice;
beforeAll(async () => {
  if (foreign("libreoffice")) office = await LibreOffice.start();
}, 150_000);
afterAll(() => office?.end(), 60_000);

const SAVES: readonly (readonly [Program, (bytes: Uint8Array) => Promise<Uint8Array>])[] = [
  ["libreoffice", async (bytes) => office.open(bytes).then(() => office.saved())],
  ["openpyxl", async (bytes) => filledByOpenpyxl(bytes, [])],
  ["gnumeric", async (bytes) => savedByGnumeric(bytes)],
];
const previous = [{ cluster: "稻米产区", programme: "早稻", lastPeriod: { "01": 120.5, "1": 30, "1.1": 4 }, sameHalf: { "1.10": 80, "1E2": 55, "100": 25 }, explanations: {}, texts: {} }]; // prettier-ignore

describe.each(SAVES)("what %s saved", (program, save) => {
  describeWith([program], "of the second form", () => {
    test("is the same form, its codes, seal and 对比数 as they were", async () => {
      const bytes = await sealed(filled({ previous }));
      const told = async (its: Uint8Array): Promise<unknown> => {
        const checked = await check(opened(its), farms, { locale: zhFarms });
        if (!checked.ok) return checked.error;
        const { findings, seal, code, form } = checked.value;
        return JSON.parse(JSON.stringify([findings, seal, code, form.submission.programmes.map((one) => one.previous)]));
      };
      expect(await told(await save(bytes))).toEqual(await told(bytes));
    });

    test("is the same summary, its lines by their codes", async () => {
      const consolidation = summedUp([await judged("红星.xlsx", filled()), await judged("东风.xlsx", filled({ school: EAST }))]);
      const bytes = writeXlsx(summary(consolidation, farms, zhFarms));
      const linesOf = (its: Uint8Array): unknown => {
        const grid = readXlsx(its);
        return grid.ok && readSummary(grid.value, farms.form);
      };
      expect(linesOf(bytes)).toMatchObject({ ok: true });
      expect(linesOf(await save(bytes))).toEqual(linesOf(bytes));
    });
  });
});

/** Gnumeric matches criteria as Excel does: a text that looks like a number is that number. */
describeWith(["gnumeric"], "the summary calculated again by Gnumeric", () => {
  test("keeps every number, though codes look like one number", async () => {
    // Nothing is 待核: sums over several lines it cannot calculate, whatever their codes.
    const files = [judged("红星.xlsx", filled()), judged("东风.xlsx", filled({ school: EAST }))];
    const bytes = writeXlsx(summary(summedUp(await Promise.all(files)), farms, zhFarms));
    const [was, is] = [bytes, savedByGnumeric(bytes, "--recalc")].map((its) => readXlsx(its));
    if (!was!.ok || !is!.ok) throw new Error("unreadable");
    const again = new Map(is!.value.sheets.map((sheet) => [sheet.name, sheet]));
    const totals = was!.value.sheets
      .filter(({ state }) => state === "visible")
      .flatMap(({ name, cells }) =>
        [...cells].flatMap(([key, { value, formula }]) =>
          typeof value === "number" && formula !== undefined
            ? [[`${name} ${key}`, value, again.get(name)!.cells.get(key)?.value as number] as const]
            : [],
        ),
      );
    expect(totals.length).toBeGreaterThan(300);
    expect(totals.filter(([, value, calculated]) => !(Math.abs(calculated - value) < 1e-9))).toEqual([]);
  });
});
