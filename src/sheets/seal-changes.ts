import { recorded, SEAL_VERSION, sealedItems, type Catalogue, type Change, type SealHead, type SealRecord } from "../domain";
import { sealLines } from "./meta";
import { META_SHEET } from "./places";
import type { ReadForm } from "./read-form";

/** What seals that are made now say of themselves. */
export function newSeal({ code }: Pick<Catalogue, "code">): SealHead {
  return { version: SEAL_VERSION, formCode: code };
}

/** The record a seal leaves in a form: its code, and what stood in each cell that was not blank. */
function sealRecord({ submission }: ReadForm, head: SealHead, code: string): SealRecord {
  const items = sealedItems(submission, head.version).filter(({ text }) => text !== "");
  return { code, ...head, items: new Map(items.map(({ key, text }) => [key, recorded(text)])) };
}

/**
 * What sealing writes: the code on the cover, the record in the identification. A longer record of before is cleared.
 * @param head what the seal says of itself
 */
export function sealChanges(form: ReadForm, head: SealHead, code: string): Change[] {
  const { submission, identification } = form;
  const lines = sealLines(sealRecord(form, head, code));
  const before = identification.seal ? identification.seal.items.size + 1 : 0;
  const changes: Change[] = [{ kind: "value", ...submission.sealPlace, value: code }];
  for (let index = 0; index < Math.max(lines.length, before); index++)
    for (let column = 0; column < (index === 0 ? 4 : 3); column++)
      changes.push({
        kind: "value",
        sheet: META_SHEET,
        row: identification.sealRow + index,
        column,
        value: lines[index]?.[column] ?? null,
      });
  return changes;
}
