import type { PlanCell, SheetPlan } from "../../domain";
import { page, STYLE } from "./styles";

/** What stands above a list. */
interface Head {
  readonly title: string;
  readonly note: string;
  /** A third line, which a formula keeps true. */
  readonly said?: { readonly value: string; readonly formula: string };
  readonly heads: readonly string[];
  /** Of the list below. */
  readonly rows: number;
}

/** The lines above a list over its whole width, then its headings, which filter it and head each page. */
export function listHead({
  title,
  note,
  said,
  heads,
  rows,
}: Head): Required<Pick<SheetPlan, "cells" | "merges" | "autoFilter" | "gridLines" | "page">> {
  const lines = [
    { value: title, style: STYLE.title },
    { value: note, style: STYLE.note },
    ...(said ? [{ ...said, style: STYLE.said }] : []),
  ];
  const right = heads.length - 1;
  const whole = ({ value, ...more }: Pick<PlanCell, "value" | "style" | "formula">, row: number): PlanCell[] =>
    heads.map((_, column) => (column === 0 ? { row, column, value, ...more } : { row, column, value: null, style: more.style }));
  return {
    cells: [...lines.flatMap(whole), ...heads.map((value, column) => ({ row: lines.length, column, value, style: STYLE.heading }))],
    merges: lines.map((_, row) => ({ top: row, left: 0, bottom: row, right })),
    autoFilter: { top: lines.length, left: 0, bottom: lines.length + Math.max(rows, 1), right },
    gridLines: false,
    page: page([lines.length, lines.length]),
  };
}
