import { startExcel } from "./index";
import { blank } from "../sheets/plans";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";

test("probe", async () => {
  const excel = startExcel();
  await Excel.run(async (ctx) => {
    let s = ctx.workbook.worksheets.getItemOrNullObject("x");
    await ctx.sync();
    if (s.isNullObject) s = ctx.workbook.worksheets.add("x");
    const r = s.getRange("A1:B2");
    r.values = [[1, "a"], [2, "=1+1"]];
    r.load("values,formulas,address,valueTypes");
    await ctx.sync();
    expect([r.values, r.formulas, r.address]).toEqual([[[1, "a"], [2, ""]], [[1, "a"], [2, "=1+1"]], "x!A1:B2"]);
    const ids = ctx.workbook.insertWorksheetsFromBase64(Buffer.from(writeXlsx(blank())).toString("base64"));
    await ctx.sync();
    console.log(ids.value, excel.traffic);
  });
  for (const f of ["busy", "cell-edit", "access-denied", "request-too-large", "response-too-large", "general"] as const) {
    excel.failNext(f);
    const e = await Excel.run(async (ctx) => { ctx.workbook.load("name"); await ctx.sync(); }).catch((x: unknown) => x as { code: string; message: string });
    console.log(f, (e as { code: string }).code, e instanceof OfficeExtension.Error);
  }
  const bytes = await excel.bytes();
  const read = readXlsx(bytes);
  console.log(bytes.length, read.ok ? read.value.sheets.map((s) => [s.name, s.state, s.cells.size, s.validations.length, s.merges.length, s.protected]) : read);
});
