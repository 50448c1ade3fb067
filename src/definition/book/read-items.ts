import type { GridSheet } from "../../domain";
import { shown } from "../mistake";
import { folded, text } from "./codec";
import type { Column, Placed } from "./column";
import type { Draft } from "./draft";
import { ITEM_HEADS } from "./names";
import { readRows, type SheetCell } from "./read-sheet";
import { take } from "./read-table";

const ITEM: Column = { heading: ITEM_HEADS.item, codec: text, prompt: "" };
const CONTENT: Column = { heading: ITEM_HEADS.content, codec: text, prompt: "" };
/** More rows than there are items. */
const MOST = 200;

/**
 * Reads a sheet of 项目 and 内容.
 * @param sheet undefined where there is none: then all items are as they are where nothing is said
 * @param items in an order in which none needs what a later one says
 * @param fixed items that may stand there, and are no part of the definition
 */
export function readItems(
  sheet: GridSheet | undefined,
  name: string,
  items: readonly Placed[],
  fixed: readonly Column[],
  draft: Draft,
): void {
  const cells = sheet ? cellsOf(sheet, [...items, ...fixed], draft) : new Map<string, SheetCell>();
  const below = { sheet: name, row: Math.max(0, ...[...cells.values()].map(({ at }) => at.row)) + 1, column: 0 };
  for (const item of items) {
    const cell = cells.get(item.heading);
    if (cell) readItem(cell, item, draft);
    else if (item.blank) take({ at: below, faulty: false }, item, item.path, draft.json, draft);
    else if (sheet) draft.tell("item-missing", below, { item: item.heading }, item.path);
    // Without the sheet nobody has to be told what else is not there: neither an item, nor the object that it would be in.
    if (!sheet) draft.fault(item.path.slice(0, 2));
  }
  for (const { heading, codec } of fixed) {
    const { at, typed } = cells.get(heading) ?? {};
    const reading = typed === undefined ? undefined : codec.read(typed);
    if (at && reading && "fault" in reading) draft.tellFault(reading.fault, at);
  }
}

function readItem(cell: SheetCell, item: Placed, draft: Draft): void {
  // An item that stands there and says nothing was left out by mistake more often than not: it does not fall back in silence.
  const forgotten = cell.typed === undefined && !cell.faulty && !item.optional;
  const { blank, ...without } = item;
  take(cell, forgotten || !blank ? without : item, item.path, draft.json, draft);
  if (forgotten) draft.tell("item-missing", cell.at, { item: item.heading }, item.path);
}

/** What stands beside each item that is known. */
function cellsOf(sheet: GridSheet, items: readonly Column[], draft: Draft): Map<string, SheetCell> {
  const known = new Map(items.map(({ heading }) => [folded(heading), heading]));
  const cells = new Map<string, SheetCell>();
  for (const row of readRows(sheet, { columns: [ITEM, CONTENT], beside: [ITEM_HEADS.about], most: MOST }, draft)) {
    const { at, typed, faulty } = row.cell(ITEM);
    const heading = known.get(folded(String(typed ?? "")));
    const first = heading === undefined ? undefined : cells.get(heading);
    if (faulty) continue;
    if (typed === undefined) draft.tell("cell-blank", at, { heading: ITEM.heading });
    else if (heading === undefined) draft.tell("no-such-item", at, { found: shown(typed) });
    else if (first) draft.tell("item-twice", at, { item: heading, first: `A${first.at.row + 1}` });
    else cells.set(heading, row.cell(CONTENT));
  }
  return cells;
}
