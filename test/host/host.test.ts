/// <reference types="office-js" />
import { writeXlsx, readXlsx } from "../../src/workbook/xlsx";
import { blank } from "../sheets/plans";
import { seenOf } from "../workbook/contract";
import { turns } from "../turns";
import { startExcel, type Failure, type MemoryExcel } from "./index";

let excel: MemoryExcel;
beforeEach(() => {
  excel = startExcel();
});

/** The error that a piece of work of the client ends with. */
async function errorOf(work: (context: Excel.RequestContext) => Promise<unknown> | unknown): Promise<OfficeExtension.Error> {
  try {
    await Excel.run(async (context) => {
      await work(context);
      await context.sync();
    });
  } catch (error) {
    expect(error).toBeInstanceOf(OfficeExtension.Error);
    return error as OfficeExtension.Error;
  }
  throw new Error("It went well");
}

test("a scenario of some twenty steps runs through the real client", async () => {
  await Excel.run(async (context) => {
    const { workbook } = context;
    const missing = workbook.worksheets.getItemOrNullObject("x");
    await context.sync();
    expect(missing.isNullObject).toBe(true);

    const sheet = workbook.worksheets.add("x");
    const range = sheet.getRange("A1:B3");
    range.values = [
      [1, "a"],
      ["12", "'12"],
      ["=A1+1", true],
    ];
    range.load("values,formulas,valueTypes,address,rowCount");
    sheet.load("name,id,position,visibility");
    await context.sync();
    expect(range.values).toEqual([
      [1, "a"],
      [12, "12"],
      ["", true],
    ]);
    expect(range.formulas[2]).toEqual(["=A1+1", true]);
    expect(range.valueTypes[1]).toEqual(["Double", "String"]);
    expect([range.address, range.rowCount, sheet.name, sheet.position, sheet.visibility]).toEqual(["x!A1:B3", 3, "x", 1, "Visible"]);

    const all = workbook.worksheets.load("items/name,items/protection/protected");
    const next = workbook.worksheets.getFirst().getNextOrNullObject().load("name");
    const none = sheet.getNextOrNullObject();
    await context.sync();
    expect(all.items.map((one) => [one.name, one.protection.protected])).toEqual([
      ["Sheet1", false],
      ["x", false],
    ]);
    expect([next.name, none.isNullObject]).toEqual(["x", true]);

    range.set({
      numberFormat: [
        ["0.0", "@"],
        ["0.0", "@"],
        ["0.0", "@"],
      ],
      format: { font: { bold: true }, fill: { color: "#FF0000" } },
    });
    range.load({ numberFormat: true, format: { font: { bold: true }, protection: { locked: true } } });
    await context.sync();
    expect([range.numberFormat[0], range.format.font.bold, range.format.protection.locked]).toEqual([["0.0", "@"], true, true]);

    const rule = sheet.getRange("C1:C2").dataValidation;
    rule.rule = { list: { inCellDropDown: true, source: sheet.getRange("A1:A2") } };
    rule.errorAlert = { message: "no", showAlert: true, style: "Stop", title: "t" };
    rule.load("type,rule,errorAlert");
    const mixed = sheet.getRange("C1:C3").dataValidation.load("type,rule");
    await context.sync();
    expect([rule.type, rule.rule.list?.source, rule.errorAlert.title]).toEqual(["List", "=x!A1:A2", "t"]);
    expect([mixed.type, mixed.rule]).toEqual(["Inconsistent", null]);

    const name = workbook.names.add("foo", "=x!$A$1").load("name,formula");
    workbook.settings.add("k", { a: 1 });
    const setting = workbook.settings.getItemOrNullObject("k").load("value");
    const layout = sheet.pageLayout;
    layout.orientation = "Landscape";
    layout.setPrintArea("A1:B3");
    layout.setPrintTitleRows("$1:$1");
    const area = layout.getPrintAreaOrNullObject().load("address");
    await context.sync();
    expect([name.formula, setting.value, area.address]).toEqual(["=x!$A$1", { a: 1 }, "x!A1:B3"]);

    sheet.protection.protect({ allowFormatColumns: true });
    sheet.protection.load("protected,options");
    const locks = range.getCellProperties({ format: { protection: true } });
    const cell = range.getCell(1, 0).getResizedRange(1, 1).getOffsetRange(0, 0).load("address");
    await context.sync();
    expect([
      sheet.protection.protected,
      sheet.protection.options.allowFormatColumns,
      locks.value[0]![0]!.format?.protection,
      cell.address,
    ]).toEqual([true, true, { formulaHidden: false, locked: true }, "x!A2:B3"]);

    sheet.protection.unprotect();
    sheet.activate();
    sheet.getRange("B2").select();
    workbook.load("isDirty,readOnly,protection/protected");
    await context.sync();
    expect([workbook.isDirty, workbook.readOnly, workbook.protection.protected]).toEqual([true, false, false]);
    workbook.save("Save");
    const selected = workbook.getSelectedRange().load("address");
    await context.sync();
    expect([selected.address, excel.book.saves, excel.book.dirty]).toEqual(["x!B2", ["Save"], false]);

    sheet.visibility = "Hidden";
    sheet.delete();
    const count = workbook.worksheets.getCount();
    await context.sync();
    expect([count.value, excel.book.active.name]).toEqual([1, "Sheet1"]);
  });
});

test("writes of many cells arrive in the client's own chunks, whole", async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:D1000");
    range.values = Array.from({ length: 1000 }, (_, row) => [row, row + 1, `'${row}`, true]);
    await context.sync();
  });
  expect([excel.valueAt("Sheet1!A1000"), excel.valueAt("Sheet1!C377")]).toEqual([999, "376"]);
});

test("what is entered is coerced as Excel does it", () => {
  const texts = ["12", "1,200", "5%", "true", "#N/A", "2026-07-01", "'0123", "=1+1", "-x", "2026-13-01", "约12"];
  texts.forEach((text, row) => excel.type(`Sheet1!A${row + 1}`, text));
  expect(texts.map((_, row) => excel.valueAt(`Sheet1!A${row + 1}`))).toEqual([
    12,
    1200,
    0.05,
    true,
    "#N/A",
    46204,
    "0123",
    "",
    "",
    "2026-13-01",
    "约12",
  ]);
  expect(excel.sheet("Sheet1").cells.get(7 * 16384)?.formula).toBe("1+1");
});

test.each<[Failure, string]>([
  ["busy", "ActivityLimitReached"],
  ["cell-edit", "InvalidOperationInCellEditMode"],
  ["access-denied", "AccessDenied"],
  ["request-too-large", "RequestPayloadSizeLimitExceeded"],
  ["response-too-large", "ResponsePayloadSizeLimitExceeded"],
  ["general", "GeneralException"],
])("a host that is told to fail with %s gives the client's own %s, once", async (failure, code) => {
  excel.failNext(failure);
  expect((await errorOf((context) => context.workbook.load("name"))).code).toBe(code);
  await Excel.run(async (context) => {
    context.workbook.load("name");
    await context.sync();
  });
});

describe("stricter than Excel", () => {
  const first = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("Sheet1");
  test.each<[string, string, (context: Excel.RequestContext) => unknown]>([
    ["a member that the host does not know", "ApiNotFound", (context) => context.workbook.pivotTables.load("items/name")],
    ["a property that it does not know", "ApiNotFound", (context) => first(context).load("tabColor")],
    ["a method that it does not know", "ApiNotFound", (context) => first(context).getRange("A1").calculate()],
    ["an array of the wrong size", "InvalidArgument", (context) => (first(context).getRange("A1:B2").values = [[1]])],
    ["an address that is none", "InvalidArgument", (context) => first(context).getRange("A0").load("values")],
    ["a sheet that is not there", "ItemNotFound", (context) => context.workbook.worksheets.getItem("nope").load("name")],
    ["a name over 31 characters", "InvalidArgument", (context) => context.workbook.worksheets.add("字".repeat(32))],
    ["a name that is taken", "ItemAlreadyExists", (context) => context.workbook.worksheets.add("sheet1")],
    ["hiding the last visible sheet", "InvalidOperation", (context) => (first(context).visibility = "Hidden")],
    ["a text over 32,767 characters", "InvalidArgument", (context) => (first(context).getRange("A1").values = [["字".repeat(32_768)]])],
    [
      "a rule without an operator",
      "InvalidArgument",
      (context) => (first(context).getRange("A1").dataValidation.rule = { wholeNumber: { formula1: 1 } as Excel.BasicDataValidation }),
    ],
    ["an insert of what is no workbook", "InvalidArgument", (context) => context.workbook.insertWorksheetsFromBase64("UEsDBA==")],
    [
      "a read of what was not loaded",
      "PropertyNotLoaded",
      async (context) => {
        const range = first(context).getRange("A1");
        await context.sync();
        return range.values;
      },
    ],
  ])("%s fails with %s", async (_, code, work) => {
    expect((await errorOf(work)).code).toBe(code);
  });

  test("a member that is not there is named", async () => {
    expect((await errorOf((context) => context.workbook.pivotTables.load("items/name"))).message).toContain("Workbook.PivotTables");
  });

  test("a protected sheet lets only unlocked cells be written to, is not protected twice, and takes no validation", async () => {
    await Excel.run(async (context) => {
      first(context).getRange("B1").format.protection.locked = false;
      first(context).protection.protect();
      await context.sync();
      first(context).getRange("B1").values = [[1]];
      await context.sync();
    });
    expect((await errorOf((context) => (first(context).getRange("A1").values = [[1]]))).code).toBe("AccessDenied");
    expect((await errorOf((context) => (first(context).getRange("A1:B1").values = [[1, 2]]))).code).toBe("AccessDenied");
    expect((await errorOf((context) => first(context).protection.protect())).code).toBe("InvalidOperation");
    expect((await errorOf((context) => first(context).getRange("B1").dataValidation.clear())).code).toBe("AccessDenied");
    expect(() => excel.type("Sheet1!A1", 3)).toThrow();
    await Excel.run(async (context) => {
      first(context).protection.unprotect();
      await context.sync();
    });
    expect((await errorOf((context) => first(context).protection.unprotect())).code).toBe("InvalidOperation");
  });

  test("a protected structure takes no sheet", async () => {
    excel.book.structureProtected = true;
    expect((await errorOf((context) => context.workbook.worksheets.add("y"))).code).toBe("AccessDenied");
    expect((await errorOf((context) => context.workbook.insertWorksheetsFromBase64("UEsDBA=="))).code).toBe("AccessDenied");
  });

  test("with the client's check on, a newer member does not even leave the client", async () => {
    excel = startExcel({ api: "1.13", strict: true });
    expect((await errorOf((context) => first(context).getRange("A1").getDirectPrecedents().load("addresses"))).code).toBe("ApiNotFound");
    expect((await errorOf((context) => first(context).onFormulaChanged.add(async () => undefined))).code).toBe("ApiNotFound");
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(false);
  });
});

test("round trips and bytes are counted", async () => {
  await Excel.run(async (context) => {
    context.workbook.load("name");
    await context.sync();
    context.workbook.load("isDirty");
    await context.sync();
  });
  expect(excel.traffic.requests).toBe(2);
  expect(excel.traffic.requestBytes).toBeGreaterThan(200);
  expect(excel.traffic.responseBytes).toBeGreaterThan(50);
});

test("events come after the batch, to the sheet's and the workbook's listeners, until they are removed", async () => {
  const heard: string[] = [];
  const handler = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1").load("id");
    await context.sync();
    const result = sheet.onChanged.add(
      async ({ address, changeType, triggerSource }) => void heard.push(`sheet ${address} ${changeType} ${String(triggerSource)}`),
    );
    context.workbook.worksheets.onChanged.add(
      async ({ address, details }) => void heard.push(`book ${address} ${String(details?.valueBefore)}>${String(details?.valueAfter)}`),
    );
    await context.sync();
    sheet.getRange("D4").values = [[42]];
    await context.sync();
    return result;
  });
  await turns();
  expect(heard.splice(0).sort()).toEqual(["book D4 >42", "sheet D4 RangeEdited ThisLocalAddin"]);
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  excel.eventsAre("doubled");
  excel.type("Sheet1!D4", 43);
  await turns();
  expect(heard).toEqual(["book D4 42>43", "book D4 42>43"]);
  excel.eventsAre("lost");
  excel.type("Sheet1!D4", 44);
  await turns();
  expect(heard).toHaveLength(2);
});

test("a form that is opened and saved again, by another library than ours, is the same form", async () => {
  const bytes = writeXlsx(blank());
  await excel.openFile(bytes);
  const [before, after] = [readXlsx(bytes), readXlsx(await excel.bytes())];
  expect(after.ok && seenOf(after.value)).toEqual(before.ok && seenOf(before.value));
});
