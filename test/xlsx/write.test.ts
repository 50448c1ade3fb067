import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { gridOf } from "./grid-of";
import { richPlan } from "./rich-plan";

test("what was written is read back, with either engine", () => {
  const bytes = writeXlsx(richPlan);
  expect(readXlsx(bytes)).toEqual({ ok: true, value: gridOf(richPlan) });
  expect(readXlsx(bytes, { inflate: nodeInflate })).toEqual({ ok: true, value: gridOf(richPlan) });
});

test("the same plan gives the same bytes", () => {
  expect(writeXlsx(richPlan)).toEqual(writeXlsx(structuredClone(richPlan)));
});
