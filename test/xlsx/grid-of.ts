import { cellKey, type Grid, type GridCell, type GridSheet, type Validation } from "../../src/domain/grid";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../src/domain/plan";
import { kindOfFormat } from "../../src/domain/calendar";
import { definedNames } from "../../src/workbook/xlsx/write";

/** A cell as a file tells it: a number where dates or times are shown is one. */
export function cellOf({ value, formula, style }: PlanCell): GridCell {
  const look = typeof value === "number" ? kindOfFormat(style?.numberFormat ?? "General") : "number";
  return {
    value: value === 0 ? 0 : value,
    ...(formula === undefined ? {} : { formula }),
    ...(look === "number" ? {} : { [look]: true as const }),
  };
}

function textsOf(texts: { readonly title: string; readonly text: string } | undefined): typeof texts {
  return texts && (texts.title !== "" || texts.text !== "") ? texts : undefined;
}

/** A validation as a file tells it: comparing ones have an operator, empty texts are none. */
export function validationAsRead({ operator, alert, prompt, formula2, ...rest }: Validation): Validation {
  const compares = rest.type !== "list" && rest.type !== "custom";
  const [said, asked] = [textsOf(alert), textsOf(prompt)];
  const second = compares && /between$/i.test(operator ?? "between") && formula2 !== undefined ? { formula2 } : {};
  return {
    ...rest,
    ...second,
    ...(compares ? { operator: operator ?? "between" } : {}),
    ...(said ? { alert: said } : {}),
    ...(asked ? { prompt: asked } : {}),
  };
}

function sheetOf(sheet: SheetPlan): GridSheet {
  const kept = sheet.cells.filter((cell) => cell.value !== null || cell.formula !== undefined);
  return {
    name: sheet.name,
    state: sheet.state,
    cells: new Map(kept.map((cell) => [cellKey(cell.row, cell.column), cellOf(cell)])),
    merges: sheet.merges ?? [],
    validations: (sheet.validations ?? []).map(validationAsRead),
    protected: sheet.protection !== undefined,
  };
}

/** The grid that a plan describes: what reading the written file must give. */
export function gridOf(plan: WorkbookPlan): Grid {
  return { sheets: plan.sheets.map(sheetOf), names: definedNames(plan) };
}
