/// <reference types="office-js" />
import * as fs from "node:fs";
import { join } from "node:path";
import { startExcel, type MemoryExcel } from "./index";
import { exchangesOf, replay, type Exchange } from "./replay";

const core = (): { _logEnabled: boolean } =>
  (globalThis as unknown as { OfficeExtension: { CoreUtility: { _logEnabled: boolean } } }).OfficeExtension.CoreUtility;

/** Records what the real client logs of some work, as a person does in the developer tools of the pane. */
async function recorded(work: () => Promise<unknown>): Promise<Exchange[]> {
  const lines: string[] = [];
  const log = jest.spyOn(console, "log").mockImplementation((line: unknown) => void lines.push(String(line)));
  core()._logEnabled = true;
  await work();
  core()._logEnabled = false;
  log.mockRestore();
  return exchangesOf(lines);
}

/** Values that Excel makes something of, a sheet, a listing, and an error: what a first recording should hold. */
const scenario = (): Promise<unknown> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("试");
    sheet.getRange("A1:C1").values = [["1,200", "5%", "'=1"]];
    const range = sheet.getRange("A1:C1").load("values,numberFormat,valueTypes");
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    context.workbook.worksheets.getItem(sheets.items.at(-1)!.name).protection.protect({});
    await context.sync();
    void range.values;
    sheet.getRange("A1").values = [[1]];
    await context.sync();
  }).catch((error: unknown) => error);

let excel: MemoryExcel;
beforeEach(() => (excel = startExcel({ api: "1.13" })));

test("what the client logs can be replayed: the same Excel answers the same, whatever names it makes up", async () => {
  Object.assign(excel.book.sheets[0]!, { id: "{recorded-elsewhere}" });
  const exchanges = await recorded(scenario);
  expect(exchanges.length).toBeGreaterThan(2);
  expect(await replay(exchanges, startExcel({ api: "1.13" }))).toEqual([]);
});

test("an Excel that answers otherwise is found out, with the place", async () => {
  const exchanges = await recorded(scenario);
  const told = JSON.parse(JSON.stringify(exchanges).replace("1200", "1201")) as Exchange[];
  expect(await replay(told, startExcel({ api: "1.13" }))).toEqual([expect.stringMatching(/^1\..*recorded 1201, here 1200$/)]);
});

test("every recording of a real Excel that is kept here is answered alike", async () => {
  const folder = join(__dirname, "recordings");
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  for (const name of names)
    expect([name, await replay(JSON.parse(fs.readFileSync(join(folder, name), "utf8")) as Exchange[], startExcel())]).toEqual([name, []]);
  // Until there are some, each assumption of the README stays one.
  expect(fs.readFileSync(join(__dirname, "README.md"), "utf8").includes("There is no recording yet")).toBe(names.length === 0);
});
