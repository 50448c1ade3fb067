import { openXlsx } from "../../src/workbook/xlsx";
import { asChanges, blankForm, entries, type Sheet } from "../fill";

export const SCHOOL = "武汉职业技术学院";

/** A filled form without faults, but for what differs. */
export async function filled(sheets: readonly Sheet[] = [], school = SCHOOL): Promise<Uint8Array> {
  const book = openXlsx(blankForm(school));
  const written = await book.write(asChanges(entries(school, sheets)));
  if (!written.ok) throw new Error(written.error.code);
  return book.bytes();
}
