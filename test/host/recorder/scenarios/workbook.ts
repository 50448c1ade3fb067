/// <reference types="office-js" />
import { batches, type Scenario } from "../kit";

/** Events of own writes, bytes, settings and saving: assumptions 13 to 15, 18 and 21. */
export const WORKBOOK_SCENARIOS: readonly Scenario[] = [
  {
    id: "events-of-own-writes",
    async run({ attempt, batch, live, pause }) {
      let stop = (): void => undefined;
      await attempt(async () => {
        const listening = await live.onChange(() => undefined);
        if (listening.ok) stop = listening.value;
      });
      await batch((sheet) => void (sheet.getRange("A1").values = [[1]]));
      await batch((sheet) => void (sheet.getRange("A1:B2").values = [[1, 2], [3, 4]])); // prettier-ignore
      await batch((sheet) => void (sheet.getRange("C1").formulas = [["=A1+1"]]));
      await batch((sheet) => void (sheet.getRange("A1").numberFormat = [["0.00"]]));
      await pause();
      stop();
    },
  },
  {
    id: "bytes-without-saving",
    async run({ batch, call }) {
      await batch((sheet) => void (sheet.getRange("A1").values = [["没有保存过"]]));
      await call("bytes");
    },
  },
  { id: "settings-of-the-document", run: ({ call }) => call("settings") },
  { id: "starting-with-the-file", run: ({ call }) => call("startingWithFile") },
  batches("selecting", (sheet, { workbook }) => {
    sheet.activate();
    sheet.getRange("B2:C3").select();
    workbook.getSelectedRange().load("address");
  }),
  {
    id: "changed-and-saved",
    async run({ attempt, batch, live }) {
      await batch((sheet) => void (sheet.getRange("A1").values = [[1]]));
      await attempt(() => live.saveState());
      await attempt(() => live.save());
      await attempt(() => live.saveState());
    },
  },
];
