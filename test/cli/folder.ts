import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Previous } from "../../src/domain";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { asChanges, blankForm, entries, type Entered, type Sheet } from "../fill";

/** A school with several programme sheets. */
export const SCHOOL = "武汉软件工程职业学院";

/** A folder of its own for each test. */
export function newFolder(): string {
  return fs.mkdtempSync(join(tmpdir(), "cluster-report-"));
}

/** Names in a folder, hidden ones too. */
export function namesIn(folder: string): string[] {
  return fs.readdirSync(folder).sort();
}

/** Some bytes as a file in a folder. @returns its name */
export function put(folder: string, name: string, bytes: Uint8Array | string): string {
  fs.writeFileSync(join(folder, name), bytes);
  return name;
}

/** A form filled in without a fault, but for what differs. */
export async function filledForm(
  sheets: readonly Sheet[] = [],
  cover: Readonly<Record<string, Entered>> = {},
  previous: readonly Previous[] = [],
  half: 1 | 2 = 2,
  school = SCHOOL,
): Promise<Uint8Array> {
  const book = openXlsx(blankForm(school, { previous, period: { year: 2026, half } }), { inflate: nodeInflate });
  const written = await book.write(asChanges(entries(school, sheets, cover)));
  if (!written.ok) throw new Error(written.error.code);
  return book.bytes();
}
