import { refuse, type Catalogue, type Result } from "../domain";
import type { LiveTrouble, LiveWorkbook } from "../workbook/port";
import type { CheckOptions } from "./check";
import { seal, type Sealed, type SealTrouble } from "./seal";

/** Why a form is not sealed and saved. `not-saved`: it is sealed, but Excel did not save. */
export type SaveTrouble = SealTrouble | { readonly kind: "not-saved"; readonly sealed: Sealed; readonly trouble: LiveTrouble };

/** 检查并保存: checks and seals a form, then saves the workbook where it lies. */
export async function sealAndSave(
  workbook: LiveWorkbook,
  catalogue: Catalogue,
  options: CheckOptions,
): Promise<Result<Sealed, SaveTrouble>> {
  const sealed = await seal(workbook, catalogue, options);
  if (!sealed.ok) return sealed;
  const saved = await workbook.save();
  return saved.ok ? sealed : refuse({ kind: "not-saved", sealed: sealed.value, trouble: saved.error });
}
