import { leaveArrival, takeArrival } from "../../src/actions/arrival";
import { check } from "../../src/actions/check";
import { run, type Ribbon } from "../../src/commands/functions";
import { liveTroubleOf, openOffice } from "../../src/workbook/office";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { startExcel } from "../host";
import { farms, zhFarms } from "./farms";
import { filled, RED } from "./filled";

test.each([
  ["a clean form is sealed and saved", {}, "sealed"],
  ["a form with a fault is not", { "1": 121 }, "none"],
])("检查并保存 in the ribbon judges the second form: %s", async (_, values, state) => {
  const excel = startExcel({ api: "1.13", strict: true });
  await excel.openFile(filled({ values: [values] }));
  const page = { dataset: {} };
  const ribbon: Ribbon = {
    catalogue: farms,
    workbook: openOffice({ marker: "_meta" }),
    locale: zhFarms,
    write: async (plan) => writeXlsx(plan),
    troubleOf: liveTroubleOf,
    leave: (arrival) => leaveArrival(page, arrival),
    openPane: async () => undefined,
    tellPane: () => undefined,
  };
  await run("checkAndSave", ribbon, () => undefined);
  const checked = await check(openXlsx(await excel.bytes()), farms, { locale: zhFarms });
  if (!checked.ok) throw new Error(checked.error.code);
  const { seal, findings, form } = checked.value;
  expect([form.submission.issued.school, seal.state]).toEqual([RED, state]);
  expect(findings.map(({ ref, indicator }) => [ref, indicator])).toEqual(state === "sealed" ? [] : [["A02", "1"]]);
  expect(takeArrival(page)).toBeDefined();
});
