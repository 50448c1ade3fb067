/// <reference types="office-js" />
import type { SheetPlan } from "../../../../src/domain";
import { writeXlsx } from "../../../../src/workbook/xlsx";
import { blank } from "../../../sheets/plans";
import { batches, type Scenario } from "../kit";

const plan = blank({ school: "示例职业学院", blankSheets: 1 });

const findings: SheetPlan = {
  name: "问题清单",
  state: "visible",
  cells: ["问题清单", "表1!F10 应为不小于 0 的整数"].map((value, row) => ({ row, column: 0, value, style: { font: { bold: row === 0 } } })),
  columnWidths: [30],
  freeze: { row: 1, column: 0 },
  autoFilter: { top: 0, left: 0, bottom: 1, right: 0 },
  links: [{ row: 1, column: 0, to: { place: "表1!F10" } }],
};

/** What the product itself does with a form, by its own adapter: assumptions 6, 9, 11 and 14. */
export const FORM_SCENARIOS: readonly Scenario[] = [
  { id: "insert-the-form", run: ({ attempt, live }) => attempt(() => live.insert(plan, writeXlsx(plan))) },
  batches("merged-areas-of-the-form", (_, { workbook }) => {
    workbook.worksheets.getItem("表1").getRange("A1:H60").getMergedAreasOrNullObject().load("address,areaCount");
    workbook.worksheets.getItem("封面").getRange("Z1").getMergedAreasOrNullObject().load("address");
  }),
  {
    id: "read-the-form",
    async run({ attempt, live }) {
      await attempt(() => live.hasForm());
      await attempt(() => live.read());
    },
  },
  {
    id: "write-and-take-back",
    async run({ attempt, live }) {
      await attempt(() => live.write([{ kind: "value", sheet: "表1", row: 9, column: 5, value: 12 }]));
      await attempt(() => live.undo());
    },
  },
  {
    id: "list-of-findings",
    async run({ attempt, live }) {
      await attempt(() => live.writeFindings(findings));
      await attempt(() => live.read());
      await attempt(() => live.dropFindings(findings));
    },
  },
];
