import { DataValidationErrorStyle, DataValidationStatus } from "@univerjs/core";
import { SheetInterceptorService, VALIDATE_CELL } from "@univerjs/preset-sheets-core";
import { SheetDataValidationModel, SheetsDataValidationValidatorService } from "@univerjs/preset-sheets-data-validation";
import type { Settling } from "./tasks";
import type { Started } from "./univer";

/** An entry that a validation objects to. */
export interface Objection {
  readonly title: string;
  readonly text: string;
  /** Whether the person may keep the entry all the same. */
  readonly optional: boolean;
}

/** Before all other interceptors. */
const FIRST = 10_000;

/** Judges what is typed as Excel does: `stop` refuses, `warning` and `information` ask. */
export function judgeEntries({ univer }: Started, settling: Settling, ask: (objection: Objection) => Promise<boolean>): void {
  const injector = univer.__getInjector();
  const model = injector.get(SheetDataValidationModel);
  const validator = injector.get(SheetsDataValidationValidatorService);
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(VALIDATE_CELL, {
    priority: FIRST,
    handler: (_, { unitId, subUnitId, row, col }) =>
      settling.hold(async () => {
        const rule = model.getRuleByLocation(unitId, subUnitId, row, col);
        if (!rule || (await validator.validatorCell(unitId, subUnitId, row, col)) !== DataValidationStatus.INVALID) return true;
        return ask({
          title: rule.errorTitle ?? "",
          text: rule.error ?? "",
          optional: rule.errorStyle !== DataValidationErrorStyle.STOP,
        });
      }),
  });
}
