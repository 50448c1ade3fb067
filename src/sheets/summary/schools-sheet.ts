import type { Indicator, PlanCell, SheetPlan, Style } from "../../domain";
import { fill } from "../../locales";
import { printedName } from "../places";
import { LOOK, page } from "./looks";
import { SUMMARY_SHEETS } from "./places";
import { planRows, rowsPlan } from "./rows-plan";
import type { Scene } from "./scene";
import { COLUMNS, keyColumn, LOOKED_UP, ROWS, rowsOf, rowsOfSchool, schoolsOf, totalRow, totalRows } from "./schools-rows";
import { fittedWidths } from "../widths";
import { periodName } from "./words";

const WIDTHS = [5, 22, 20, 20, 6];

/** 按学校: the lines of each school, and their sum where it has several. */
export function schoolsSheet(scene: Scene): SheetPlan {
  const { words, consolidation, form, locale } = scene;
  const last = keyColumn(scene);
  const title = fill(words.schools.title, { period: periodName(consolidation.period, locale), formTitle: form.title });
  const schools = schoolsOf(consolidation.lines);
  const count = schools.reduce((sum, school) => sum + rowsOfSchool(scene, school), totalRows(scene));
  const note = consolidation.lines.length > LOOKED_UP ? words.schools.referred : words.schools.note;
  return {
    name: SUMMARY_SHEETS.schools,
    state: "visible",
    cells: [
      ...[...Array(last + 1).keys()].map((column): PlanCell => ({
        row: ROWS.title,
        column,
        value: column ? null : title,
        style: LOOK.title,
      })),
      ...[...Array(last + 1).keys()].map((column): PlanCell => ({ row: ROWS.note, column, value: column ? null : note, style: LOOK.note })),
      ...headings(scene),
    ],
    rows: rowsPlan(ROWS.total, count, last, () => planRows(rowsOf(scene, schools))),
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
    columnWidths: fittedWidths([...WIDTHS, ...form.indicators.map(() => 8), 8], totalRow(scene)),
    rowHeights: new Map([
      [ROWS.title, 28],
      [ROWS.group, 18],
      [ROWS.name, 96],
      [ROWS.item, 14],
      [ROWS.total, 20],
    ]),
    freeze: { row: ROWS.total + totalRows(scene), column: COLUMNS.cluster },
    gridLines: false,
    page: page([ROWS.group, ROWS.item]),
  };
}

function headings(scene: Scene): PlanCell[] {
  const { words, form } = scene;
  const { labels, indicators } = form;
  const left = [words.heads.number, labels.school, labels.cluster, labels.programme];
  const line = (
    row: number,
    of: (indicator: Indicator, index: number) => string | number | null,
    style: Style = LOOK.heading,
  ): PlanCell[] => [
    ...left.map((text, column) => ({ row, column, value: row === ROWS.group ? text : null, style: LOOK.heading })),
    { row, column: COLUMNS.items, value: row === ROWS.group ? words.totals.items : null, style: LOOK.pendingHead },
    ...indicators.map((one, index) => ({ row, column: COLUMNS.first + index, value: of(one, index), style })),
    { row, column: keyColumn(scene), value: row === ROWS.group ? words.detail.heads.lineNumber : null, style: LOOK.key },
  ];
  return [
    ...line(ROWS.group, ({ group }, index) => (indicators[index - 1]?.group === group ? null : group)),
    ...line(ROWS.name, (indicator) => printedName(indicator, form)),
    ...line(ROWS.unit, ({ unit }) => unit),
    ...line(ROWS.code, ({ code }) => code),
    ...line(ROWS.item, (_, index) => index + 1, LOOK.key),
  ];
}

function groupMerges(indicators: readonly Indicator[]): { top: number; left: number; bottom: number; right: number }[] {
  return [...new Set(indicators.map(({ group }) => group))].flatMap((group) => {
    const first = indicators.findIndex((one) => one.group === group);
    const last = indicators.findLastIndex((one) => one.group === group);
    return last === first ? [] : [{ top: ROWS.group, left: COLUMNS.first + first, bottom: ROWS.group, right: COLUMNS.first + last }];
  });
}
