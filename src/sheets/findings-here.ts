import { address, fitSheet, type Finding, type PlanCell, type Ruleset, type SheetPlan } from "../domain";
import type { Locale } from "../locales";
import { FINDING_WIDTHS, findingHeads, findingRow, lineCells } from "./findings-sheet";
import { sheetReference } from "./places";
import { fitted } from "./row-heights";
import { framed, STYLE } from "./styles";

/** Rows above the list: what the sheet is, when it was true, and the heads. */
const ROWS = { title: 0, about: 1, heads: 2, first: 3 };
/** Of a finding's address, after the number. */
const CELL_COLUMN = 5;

/**
 * 问题清单 beside the form itself: one row a finding, each leading to its cell. The first cell says what the sheet is, always in the
 * same words: the sheet is known by it.
 * @param about whose form, when it was checked and what came of it, in one line
 */
export function findingsHere(findings: readonly Finding[], about: string, locale: Locale, ruleset: Ruleset): SheetPlan {
  const words = locale.pane.check;
  const heads = [locale.page.reports.number, ...findingHeads(locale)];
  const cell = (row: number, value: string, style: PlanCell["style"]): PlanCell => ({ row, column: 0, value, style });
  const rows = findings.map((finding, at) => lineCells(ROWS.first + at, [at + 1, ...findingRow(finding, locale, ruleset)], 1));
  const columnWidths = [6, ...FINDING_WIDTHS];
  return fitSheet({
    name: locale.page.reports.sheet,
    state: "visible",
    columnWidths,
    autoHeights: fitted(rows, columnWidths),
    freeze: { row: ROWS.first, column: 0 },
    cells: [
      cell(ROWS.title, words.sheetTitle, { ...STYLE.plain, font: { ...STYLE.plain.font, bold: true } }),
      cell(ROWS.about, about, STYLE.plain),
      ...heads.map((value, column) => ({ row: ROWS.heads, column, value, style: framed(STYLE.heading) })),
      ...rows.flat(),
    ],
    links: findings.map((finding, at) => ({
      row: ROWS.first + at,
      column: CELL_COLUMN,
      to: { place: `${sheetReference(finding.at.sheet)}!${address(finding.at)}` },
      tip: locale.pane.check.sheetTip,
    })),
    page: { paper: 9, landscape: true, fitTo: { width: 1, height: 0 }, titleRows: [ROWS.heads, ROWS.heads], footer: "&C&P/&N" },
    ...(findings.length > 0
      ? { autoFilter: { top: ROWS.heads, left: 0, bottom: ROWS.first + findings.length - 1, right: heads.length - 1 } }
      : {}),
  });
}
