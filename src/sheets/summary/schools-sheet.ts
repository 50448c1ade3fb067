import { absolute, columnLetters, type Indicator, type PlanCell, type ReportLine, type SheetPlan } from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { printedName } from "../places";
import { rounded } from "./formulas";
import { LOOK, numberStyle, page } from "./looks";
import { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_SHEETS } from "./places";
import { rowsPlan } from "./rows-plan";
import { named, type Scene } from "./scene";
import { periodName } from "./words";

const COLUMNS = { number: 0, school: 1, cluster: 2, programme: 3, first: 4 };
const ROWS = { title: 0, note: 1, group: 2, name: 3, unit: 4, code: 5, total: 6, first: 7 };

/**
 * Lines up to which each number is looked up among all rows of 明细, so that sorting them changes nothing. The work grows with the square of
 * the lines: beyond, it would keep a program busy for minutes, and each number refers to its cell of 明细.
 */
const LOOKED_UP = 300;

/** A school, with its lines by their index in the consolidation. */
interface School {
  readonly school: string;
  readonly lines: readonly number[];
}

/** 按学校: the lines of each school, and their sum where it has several. */
export function schoolsSheet(scene: Scene): SheetPlan {
  const { words, consolidation, form, locale } = scene;
  const last = COLUMNS.first + form.indicators.length - 1;
  const title = fill(words.schools.title, { period: periodName(consolidation.period, locale), form: form.title });
  const schools = schoolsOf(consolidation.lines);
  const below = consolidation.lines.length + schools.filter(({ lines }) => lines.length > 1).length;
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
    rows: rowsPlan(ROWS.total, ROWS.first - ROWS.total + below, last, () => rowsOf(scene, schools)),
    merges: [
      ...[ROWS.title, ROWS.note].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
      ...[COLUMNS.number, COLUMNS.school, COLUMNS.cluster, COLUMNS.programme].map((column) => ({
        top: ROWS.group,
        left: column,
        bottom: ROWS.code,
        right: column,
      })),
      ...groupMerges(form.indicators),
    ],
    columnWidths: [5, 22, 20, 20, ...form.indicators.map(() => 8)],
    rowHeights: new Map([
      [ROWS.title, 28],
      [ROWS.group, 18],
      [ROWS.name, 96],
      [ROWS.total, 20],
    ]),
    freeze: { row: ROWS.first, column: COLUMNS.cluster },
    gridLines: false,
    page: page([ROWS.group, ROWS.code]),
  };
}

function headings({ words, form }: Scene): PlanCell[] {
  const { labels, indicators } = form;
  const left = [words.heads.number, labels.school, labels.cluster, labels.programme];
  const line = (row: number, of: (indicator: Indicator, index: number) => string | null): PlanCell[] => [
    ...left.map((text, column) => ({ row, column, value: row === ROWS.group ? text : null, style: LOOK.heading })),
    ...indicators.map((one, index) => ({ row, column: COLUMNS.first + index, value: of(one, index), style: LOOK.heading })),
  ];
  return [
    ...line(ROWS.group, ({ group }, index) => (indicators[index - 1]?.group === group ? null : group)),
    ...line(ROWS.name, printedName),
    ...line(ROWS.unit, ({ unit }) => unit),
    ...line(ROWS.code, ({ code }) => code),
  ];
}

function groupMerges(indicators: readonly Indicator[]): { top: number; left: number; bottom: number; right: number }[] {
  return [...new Set(indicators.map(({ group }) => group))].flatMap((group) => {
    const first = indicators.findIndex((one) => one.group === group);
    const last = indicators.findLastIndex((one) => one.group === group);
    return last === first ? [] : [{ top: ROWS.group, left: COLUMNS.first + first, bottom: ROWS.group, right: COLUMNS.first + last }];
  });
}

function schoolsOf(lines: readonly ReportLine[]): School[] {
  const schools = new Map<string, number[]>();
  lines.forEach(({ school }, index) => {
    const known = schools.get(school);
    if (known) known.push(index);
    else schools.set(school, [index]);
  });
  return [...schools].map(([school, of]) => ({ school, lines: of }));
}

function* rowsOf(scene: Scene, schools: readonly School[]): Generator<PlanCell[]> {
  const { words, form, tally, detail } = scene;
  yield [
    ...[words.totals.total, null, null, null].map((value, column) => ({ row: ROWS.total, column, value, style: LOOK.strongName })),
    ...form.indicators.map(({ code, type }, index) => {
      const total = tally.total(code);
      const formula = detail.sum("value", type.decimals, ["code", `${columnLetters(COLUMNS.first + index)}$${ROWS.code + 1}`]);
      const style = numberStyle(type.decimals, "strong", total === undefined);
      return { row: ROWS.total, column: COLUMNS.first + index, value: total ?? 0, formula, style };
    }),
  ];
  let row = ROWS.first;
  let number = 1;
  for (const school of schools) {
    if (school.lines.length > 1) yield sumRow(scene, school, row++, number);
    for (const line of school.lines) yield lineRow(scene, line, row++, school.lines.length > 1 ? undefined : number);
    number++;
  }
}

/** A school with several lines: their sum, above them. */
function sumRow({ consolidation, form, words }: Scene, { school, lines }: School, row: number, number: number): PlanCell[] {
  const left = [number, school, fill(words.schools.lines, { count: lines.length }), null];
  return [
    ...left.map((value, column) => ({ row, column, value, style: LOOK.strongName })),
    ...form.indicators.map(({ code, type: { decimals } }, index) => {
      const column = COLUMNS.first + index;
      const letters = columnLetters(column);
      const values = lines.map((line) => consolidation.lines[line]!.values[code]!.value).filter((value) => value !== undefined);
      const scale = 10 ** decimals;
      const value = values.reduce((sum, one) => sum + Math.round(one * scale), 0) / scale;
      const formula = rounded(`SUM(${letters}${row + 2}:${letters}${row + 1 + lines.length})`, decimals);
      return { row, column, value, formula, style: numberStyle(decimals, "strong", values.length === 0) };
    }),
  ];
}

function lineRow(scene: Scene, line: number, row: number, number: number | undefined): PlanCell[] {
  const { consolidation, form, detail } = scene;
  const { school, cluster, programme, values } = consolidation.lines[line]!;
  const left = [number, school, named(cluster, scene), named(programme, scene)];
  return [
    ...left.map((value, column) => ({ row, column, value: cellText(value), style: column === 0 ? LOOK.centred : LOOK.line })),
    ...form.indicators.map(({ code, type: { decimals } }, index) => {
      const column = COLUMNS.first + index;
      const { value } = values[code]!;
      const own = { row: DETAIL_ROWS.first + line * form.indicators.length + index, column: DETAIL_COLUMNS.value };
      const formula =
        consolidation.lines.length > LOOKED_UP
          ? `N(${SUMMARY_SHEETS.detail}!${absolute(own)})`
          : detail.sum("value", decimals, ["lineNumber", String(line + 1)], ["code", `${columnLetters(column)}$${ROWS.code + 1}`]);
      return { row, column, value: value ?? 0, formula, style: numberStyle(decimals, "plain", value === undefined) };
    }),
  ];
}
