import { canonical, sealedItems, type Change, type SealRecord } from "../domain";
import { sealLines } from "./meta";
import { META_SHEET } from "./places";
import type { ReadForm } from "./read-form";

/** The record a seal leaves in a form: its code, and what stood in each cell. */
export function sealRecord({ submission }: ReadForm, code: string): SealRecord {
  return { code, items: new Map(sealedItems(submission).map(({ key, value }) => [key, canonical(value)])) };
}

/** What sealing writes: the code on the cover, the record in the identification. A longer record of before is cleared. */
export function sealChanges(form: ReadForm, code: string): Change[] {
  const { submission, identification } = form;
  const lines = sealLines(sealRecord(form, code));
  const before = identification.seal ? identification.seal.items.size + 1 : 0;
  const changes: Change[] = [{ kind: "value", ...submission.sealPlace, value: code }];
  for (let index = 0; index < Math.max(lines.length, before); index++)
    for (let column = 0; column < 3; column++)
      changes.push({
        kind: "value",
        sheet: META_SHEET,
        row: identification.sealRow + index,
        column,
        value: lines[index]?.[column] ?? null,
      });
  return changes;
}
