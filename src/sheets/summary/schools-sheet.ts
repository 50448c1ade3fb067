import type { Indicator, PlanCell, SheetPlan, Style } from "../../domain";
import { fill } from "../../locales";
import { printedName } from "../places";
import { STYLE, page } from "./styles";
import { SUMMARY_SHEETS } from "./places";
import { planRows, rowsPlan } from "./rows-plan";
import type { SummaryContext } from "./summary-context";
import { COLUMNS, keyColumn, LOOKED_UP, ROWS, rowsOf, rowsOfSchool, schoolsOf, totalRow, totalRows } from "./schools-rows";
import { fittedWidths } from "../widths";
import { periodName } from "./words";

const WIDTHS = [5, 22, 20, 20, 6];

/** 按学校: the lines of each school, and their sum where it has several. */
export function schoolsSheet(context: SummaryContext): SheetPlan {
  const { words, consolidation, form, locale } = context;
  const last = keyColumn(context);
  const title = fill(words.schools.title, { period: periodName(consolidation.period, locale), formTitle: form.title });
  const schools = schoolsOf(consolidation.lines);
  const count = schools.reduce((sum, school) => sum + rowsOfSchool(context, school), totalRows(context));
  const note = consolidation.lines.length > LOOKED_UP ? words.schools.referred : words.schools.note;
  return {
    name: SUMMARY_SHEETS.schools,
    state: "visible",
    cells: [
      ...[...Array(last + 1).keys()].map((column): PlanCell => ({
        row: ROWS.title,
        column,
        value: column ? null : title,
        style: STYLE.title,
      })),
      ...[...Array(last + 1).keys()].map((column): PlanCell => ({
        row: ROWS.note,
        column,
        value: column ? null : note,
        style: STYLE.note,
      })),
      ...headings(context),
    ],
    rows: rowsPlan(ROWS.total, count, last, () => planRows(rowsOf(context, schools))),
    merges: [
      ...[ROWS.title, ROWS.note].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
      ...[COLUMNS.number, COLUMNS.school, COLUMNS.cluster, COLUMNS.programme, COLUMNS.items, last].map((column) => ({
        top: ROWS.group,
        left: column,
        bottom: ROWS.item,
        right: column,
      })),
      ...groupMerges(form.indicators),
    ],
    columnWidths: fittedWidths([...WIDTHS, ...form.indicators.map(() => 8), 8], totalRow(context)),
    rowHeights: new Map([
      [ROWS.title, 28],
      [ROWS.group, 18],
      [ROWS.name, 96],
      [ROWS.item, 14],
      [ROWS.total, 20],
    ]),
    freeze: { row: ROWS.total + totalRows(context), column: COLUMNS.cluster },
    gridLines: false,
    page: page([ROWS.group, ROWS.item]),
  };
}

function headings(context: SummaryContext): PlanCell[] {
  const { words, form } = context;
  const { labels, indicators } = form;
  const left = [words.heads.number, labels.school, labels.cluster, labels.programme];
  const line = (
    row: number,
    of: (indicator: Indicator, index: number) => string | number | null,
    style: Style = STYLE.heading,
  ): PlanCell[] => [
    ...left.map((text, column) => ({ row, column, value: row === ROWS.group ? text : null, style: STYLE.heading })),
    { row, column: COLUMNS.items, value: row === ROWS.group ? words.totals.items : null, style: STYLE.pendingHead },
    ...indicators.map((one, index) => ({ row, column: COLUMNS.first + index, value: of(one, index), style })),
    { row, column: keyColumn(context), value: row === ROWS.group ? words.detail.heads.lineNumber : null, style: STYLE.key },
  ];
  return [
    ...line(ROWS.group, ({ group }, index) => (indicators[index - 1]?.group === group ? null : group)),
    ...line(ROWS.name, (indicator) => printedName(indicator, form)),
    ...line(ROWS.unit, ({ unit }) => unit),
    ...line(ROWS.code, ({ code }) => code),
    ...line(ROWS.item, (_, index) => index + 1, STYLE.key),
  ];
}

function groupMerges(indicators: readonly Indicator[]): { top: number; left: number; bottom: number; right: number }[] {
  return [...new Set(indicators.map(({ group }) => group))].flatMap((group) => {
    const first = indicators.findIndex((one) => one.group === group);
    const last = indicators.findLastIndex((one) => one.group === group);
    return last === first ? [] : [{ top: ROWS.group, left: COLUMNS.first + first, bottom: ROWS.group, right: COLUMNS.first + last }];
  });
}
