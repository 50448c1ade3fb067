/// <reference types="office-js" />
import type { LiveWorkbook } from "../../../../src/workbook/port";
import { CELLS, type Kit, type Scenario } from "../kit";

/** Listens while something is done, and stops. */
async function listening({ attempt, live, pause }: Kit, work: () => Promise<void>): Promise<void> {
  let heard: Awaited<ReturnType<LiveWorkbook["onChange"]>> | undefined;
  await attempt(async () => (heard = await live.onChange(() => undefined)));
  await work();
  await pause();
  if (heard?.ok) heard.value();
}

/** What only a person can do: assumptions 1 and 13, and what is known of undo and of lists made by formulas. */
export const HAND_SCENARIOS: readonly Scenario[] = [
  {
    id: "typed-by-hand",
    async run(kit) {
      await listening(kit, () =>
        kit.hand({
          kind: "type",
          entries: [
            ["A1", "12"],
            ["A2", "1,200"],
            ["A3", "2026-07-01"],
          ],
        }),
      );
      await kit.batch((sheet) => void sheet.getRange("A1:A3").load(CELLS));
    },
  },
  {
    id: "picked-from-a-list-of-a-formula",
    async run(kit) {
      await kit.batch((sheet) => {
        sheet.getRange("D1:D2").values = [["甲"], ["乙"]];
        sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "=$D$1:$D$2" } };
      });
      await listening(kit, () => kit.hand({ kind: "pick", place: "A1", text: "乙" }));
      await kit.batch((sheet) => void sheet.getRange("A1").load("values"));
    },
  },
  {
    id: "undone-after-reading",
    async run(kit) {
      await kit.hand({ kind: "type", entries: [["A1", "7"]] });
      await kit.batch((sheet) => {
        sheet.getRange("A1:C3").load(CELLS);
        sheet.getRange("A1").dataValidation.load("type");
      });
      await kit.hand({ kind: "undo" });
      await kit.batch((sheet) => void sheet.getRange("A1").load("values"));
    },
  },
  {
    id: "undone-after-merged-areas",
    async run(kit) {
      await kit.hand({ kind: "type", entries: [["A1", "7"]] });
      await kit.batch((sheet) => void sheet.getRange("A1:C3").getMergedAreasOrNullObject().load("address"));
      await kit.hand({ kind: "undo" });
      await kit.batch((sheet) => void sheet.getRange("A1").load("values"));
    },
  },
  {
    id: "undone-after-a-write",
    async run(kit) {
      await kit.hand({ kind: "type", entries: [["A1", "7"]] });
      await kit.batch((sheet) => void (sheet.getRange("B1").values = [[8]]));
      await kit.hand({ kind: "undo" });
      await kit.batch((sheet) => void sheet.getRange("A1:B1").load("values"));
    },
  },
  {
    id: "undone-as-a-group",
    async run(kit) {
      await kit.batch((sheet) => void (sheet.getRange("A1:A2").values = [[1], [2]]));
      await kit.batch((sheet) => {
        sheet.getRange("A1").values = [[3]];
        sheet.getRange("A2").values = [[4]];
      }, true);
      await kit.hand({ kind: "undo" });
      await kit.batch((sheet) => void sheet.getRange("A1:A2").load("values"));
    },
  },
  {
    id: "reading-in-a-group",
    run: (kit) =>
      kit.batch((sheet) => {
        sheet.getRange("A1").values = [[3]];
        sheet.getRange("A1").load("values");
      }, true),
  },
];
