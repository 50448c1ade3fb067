/// <reference types="office-js" />
import { cellAt, cellKey, type GridCell, type GridSheet } from "../../domain";
import { cellAtPlace } from "./read-sheet";
import { contentOfCell, type Block } from "./values";
import type { SheetWrite } from "./sheet-write";

/** What stood in a cell of a sheet. */
export type CellBefore = (sheet: string, row: number, column: number) => GridCell | undefined;

/** The cells of a block, by key. */
export function keysOf({ row, column, rows }: Block): number[] {
  return rows.flatMap((line, r) => line.map((_, c) => cellKey(row + r, column + c)));
}

/** What stands in sheets that were read. */
export function cellsIn(sheets: readonly GridSheet[]): CellBefore {
  return (sheet, row, column) => {
    const found = sheets.find(({ name }) => name === sheet);
    return found && cellAt(found, { row, column });
  };
}

/** Queues a look at the cells that are about to be written, in the same batch: somebody may have typed there since the last read. */
export function queueBefore(context: Excel.RequestContext, writes: readonly SheetWrite[]): () => CellBefore {
  const asked = writes.flatMap(({ sheet, blocks }) =>
    blocks.map((block) => ({
      sheet,
      block,
      range: context.workbook.worksheets
        .getItem(sheet.id)
        .getRangeByIndexes(block.row, block.column, block.rows.length, block.rows[0]!.length)
        .untrack()
        .load("values,formulas,valueTypes,numberFormat"),
    })),
  );
  return () => {
    const found = new Map<string, GridCell | undefined>();
    for (const { sheet, block, range } of asked)
      block.rows.forEach((line, r) =>
        line.forEach((_, c) => {
          const { values, formulas, valueTypes, numberFormat } = range as { readonly [K in keyof Excel.Range]: Excel.Range[K] };
          const cell = cellAtPlace(values[r]?.[c], formulas[r]?.[c], String(valueTypes[r]?.[c]), numberFormat[r]?.[c]);
          found.set(`${sheet.name} ${cellKey(block.row + r, block.column + c)}`, cell);
        }),
      );
    return (sheet, row, column) => found.get(`${sheet} ${cellKey(row, column)}`);
  };
}

/** The writes that put back what stood there before. */
export function undone(writes: readonly SheetWrite[], was: CellBefore, before: readonly GridSheet[]): SheetWrite[] {
  return writes.map(({ sheet, blocks, validations }) => {
    const back = blocks.map(({ row, column, rows }) => ({
      row,
      column,
      rows: rows.map((line, r) => line.map((_, c) => contentOfCell(was(sheet.name, row + r, column + c)))),
    }));
    const validationsThen = before.find(({ name }) => name === sheet.name)?.validations ?? [];
    return { sheet, blocks: back, ...(validations ? { validations: validationsThen } : {}) };
  });
}
