import { ok, type Result } from "../../domain";
import type { LiveTrouble } from "../port";
import { cellsIn, type CellBefore } from "./before";
import type { Memory } from "./memory";
import { readAll } from "./read";
import { contentOfCell } from "./values";
import type { SheetWrite } from "./sheet-write";
import { writeOnce, type Announce } from "./write";

/** Whether the cells of a write still hold what it wrote. */
function stands(writes: readonly SheetWrite[], now: CellBefore): boolean {
  return writes.every(({ sheet, blocks }) =>
    blocks.every(({ row, column, rows }) =>
      rows.every((line, r) => line.every((content, c) => contentOfCell(now(sheet.name, row + r, column + c)) === content)),
    ),
  );
}

/**
 * Takes the last write back, once.
 * @returns false where there is none, or where one of its cells was changed since: then nothing is written
 */
export async function undoLast(memory: Memory, announce: Announce): Promise<Result<boolean, LiveTrouble>> {
  const { last } = memory;
  if (!last) return ok(false);
  const read = await readAll(memory);
  if (!read.ok) return read;
  memory.last = undefined;
  const sheets = last.back.map(({ sheet }) => memory.sheets.find(({ id }) => id === sheet.id));
  if (sheets.includes(undefined) || !stands(last.wrote, cellsIn(read.value.sheets))) return ok(false);
  const written = await writeOnce(
    last.back.map((write, index) => ({ ...write, sheet: sheets[index]! })),
    memory,
    announce,
  );
  // Taking back is no write to be taken back in its turn.
  memory.last = written.ok ? undefined : last;
  return written.ok ? ok(true) : written;
}
