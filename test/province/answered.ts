import { keyColumn, keyRow } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { openXlsx } from "../../src/workbook/xlsx";

/** A 核实单 as a school sends it back: the first of its queries answered. */
export async function answered(list: Uint8Array, answer: string): Promise<Uint8Array> {
  const book = openXlsx(list);
  const grid = await book.read();
  if (!grid.ok) throw new Error(grid.error.code);
  const sheet = grid.value.sheets[0]!;
  const [head] = [...sheet.cells].find(([, { value }]) => value === zhCN.notice.heads.at(-1))!;
  const written = await book.write([{ kind: "value", sheet: sheet.name, row: keyRow(head) + 1, column: keyColumn(head), value: answer }]);
  if (!written.ok) throw new Error(written.error.code);
  return book.bytes();
}
