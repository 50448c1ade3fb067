import { cellAt, type Grid } from "../../src/domain";
import { readXlsx } from "../../src/workbook/xlsx";
import type { Limits } from "../../src/workbook/xlsx/limits";
import { Memo } from "../../src/workbook/xlsx/memo";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { plainText } from "../../src/workbook/xlsx/xml-text";
import { MAIN, sheetXml, withRows, workbook } from "./zip-maker";

/** Either engine, in turns: one walks bytes, the other characters. */
const ENGINES = [{ inflate: nodeInflate }, {}, { inflate: nodeInflate }, {}];

function grid(bytes: Uint8Array, options: Parameters<typeof readXlsx>[1] = {}): Grid {
  const read = readXlsx(bytes, options);
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.detail}`);
  return read.value;
}

const formula = (written: string): Uint8Array => withRows(`<row r="1"><c r="B1"><f>${written}</f><v>1</v></c></row>`);
const readFormula = (written: string, options = {}): string | undefined =>
  cellAt(grid(formula(written), options).sheets[0]!, { row: 0, column: 1 })?.formula;

test("formulas at one place are told apart by all their characters, whatever was read there before", () => {
  const cases: readonly (readonly [written: string, formula: string])[] = [
    ["A1", "A1"],
    ["A1+B2", "A1+B2"],
    ["A1<!-- not the end -->+B3", "A1+B3"],
    ["A1<![CDATA[&B4]]>", "A1&B4"],
    ["A1&lt;&#x4E2D;", "A1<中"],
    ['"中文"&amp;A1', '"中文"&A1'],
    // The same characters as the bytes of 中文 in UTF-8.
    ['"ä¸\u00adæ\u0096\u0087"&amp;A1', '"ä¸\u00adæ\u0096\u0087"&A1'],
    ["_x0041_1", "A1"],
  ];
  for (let round = 0; round < 3; round++) {
    for (const [written, expected] of cases) for (const options of ENGINES) expect(readFormula(written, options)).toBe(expected);
  }
});

test("an element that was read before must end as it did", () => {
  expect(readFormula("C1")).toBe("C1");
  for (const broken of ["<f>C1</g>", "<f>C1</f", "<f>C1", "<f>C1</f></f>"]) {
    for (const options of ENGINES) {
      expect(readXlsx(withRows(`<row r="1"><c r="B1">${broken}<v>1</v></c></row>`), options)).toMatchObject({ error: { code: "damaged" } });
    }
  }
});

const validations = (...areas: readonly string[]): Uint8Array =>
  workbook({
    "xl/worksheets/sheet1.xml":
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData/><mergeCells><mergeCell ref="A1:B2"/></mergeCells><dataValidations>` +
      areas
        .map((area) => `<dataValidation type="whole" prompt="填写整数" sqref="${area}"><formula1>0</formula1></dataValidation>`)
        .join("") +
      "</dataValidations></worksheet>",
  });

test("validations and merges that were read before are read as they were", () => {
  const bytes = validations("A1:A5 C1", "B7");
  for (const options of ENGINES) {
    expect(grid(bytes, options).sheets[0]).toMatchObject({
      merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
      validations: [
        { type: "whole", operator: "between", areas: [{ top: 0, bottom: 4 }, { left: 2 }], prompt: { text: "填写整数" }, formula1: "0" },
        { areas: [{ top: 6, left: 1, bottom: 6, right: 1 }] },
      ],
    });
    expect(grid(validations("A1:A5 C1", "B8"), options).sheets[0]!.validations[1]).toMatchObject({ areas: [{ top: 7 }] });
  }
});

/** The lowest limit with which a file is read. */
function lowest(limit: keyof Limits, bytes: Uint8Array, read: typeof readXlsx): number {
  let [refused, taken] = [0, 1_000];
  while (taken - refused > 1) {
    const middle = Math.floor((refused + taken) / 2);
    if (read(bytes, { limits: { [limit]: middle } }).ok) taken = middle;
    else refused = middle;
  }
  return taken;
}

test.each(["areas", "elements", "text"] as const)("what was read before costs what it cost: %s", async (limit) => {
  const bytes = validations("A1:A5 C1", "B7");
  expect(readXlsx(bytes).ok).toBe(true);
  // One reader for each question: it has read nothing before.
  const first: typeof readXlsx = (...given) => {
    let result: ReturnType<typeof readXlsx> | undefined;
    jest.isolateModules(
      () => (result = jest.requireActual<typeof import("../../src/workbook/xlsx")>("../../src/workbook/xlsx").readXlsx(...given)),
    );
    return result!;
  };
  expect(lowest(limit, bytes, readXlsx)).toBe(lowest(limit, bytes, first));
});

test("a sheet with more than one list of merges has them all", () => {
  const once = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
  const twice = sheetXml("").replace("</worksheet>", `${once}${once.replace("A1:B2", "C3:D4")}${once}</worksheet>`);
  for (const options of ENGINES) expect(grid(workbook({ "xl/worksheets/sheet1.xml": twice }), options).sheets[0]!.merges).toHaveLength(3);
});

test("what is kept has an end, and few of one place", () => {
  const memo = new Memo<number>();
  const raws = Array.from({ length: 6 }, (_, index) => `<f>${String(index).repeat(9)}`);
  const cost = { elements: 0, areas: 0 };
  const finds = (raw: string, place: number): boolean => memo.find(place, plainText(`${raw}</f>`), 0) !== undefined;
  raws.forEach((raw, meaning) => memo.keep(1, { kind: "characters", raw, meaning, cost }));
  expect(raws.map((raw) => finds(raw, 1))).toEqual([false, false, true, true, true, true]);
  expect(finds(raws[5]!, 2)).toBe(false);
  for (let place = 10; place < 60; place++)
    memo.keep(place, { kind: "characters", raw: `<f>${"x".repeat(100_000)}`, meaning: place, cost });
  expect(finds(raws[5]!, 1)).toBe(false);
  memo.keep(1, { kind: "characters", raw: `<f>${"y".repeat(1_000_000)}`, meaning: 0, cost });
  expect(finds(`<f>${"y".repeat(1_000_000)}`, 1)).toBe(false);
});
