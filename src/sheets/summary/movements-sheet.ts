import { absolute, type Indicator, type Movement, type PlanCell, type SheetPlan, type Sums } from "../../domain";
import { fill } from "../../locales";
import { printedName } from "../places";
import { ANY_NUMBER, PENDING, rounded, SETTLED, type Criterion } from "./formulas";
import { LOOK, numberStyle, page } from "./looks";
import { SUMMARY_SHEETS } from "./places";
import { planRows, rowsPlan } from "./rows-plan";
import { named, type Scene } from "./scene";
import { changeStyle, shareStyle } from "./shares";
import { fittedWidths } from "./widths";
import { periodName } from "./words";

const [HEADING, FIRST] = [2, 3];
const COLUMNS = { percent: 13 };
const WIDTHS = [20, 24, 6, 34, 7, 11, 12, 9, 8, 12, 12, 12, 12, 10, 9, 9, 7, 7];

interface Row {
  readonly category: string;
  readonly cluster: string;
  /** Absent for the whole. */
  readonly number?: number;
  readonly indicator: Indicator;
  readonly sums: Pick<Movement, "total" | "lines" | "pending" | "settled">;
}

/** All clusters together. */
function wholeOf({ consolidation }: Scene, { code, type }: Indicator): Row["sums"] {
  const own = consolidation.movements.filter(({ indicator }) => indicator === code);
  const scale = 10 ** type.decimals;
  const sums = (all: readonly Sums[]): Sums => {
    const sum = (of: (one: Sums) => number): number => all.reduce((total, one) => total + Math.round(of(one) * scale), 0) / scale;
    const count = (of: (one: Sums) => number): number => all.reduce((total, one) => total + of(one), 0);
    return {
      total: sum(({ total }) => total),
      comparable: sum(({ comparable }) => comparable),
      before: all.some(({ before }) => before !== undefined) ? sum(({ before }) => before ?? 0) : undefined,
      matched: count(({ matched }) => matched),
      lines: count(({ lines }) => lines),
    };
  };
  const pending = own.reduce((total, one) => total + one.pending, 0);
  return { ...sums(own), pending, settled: sums(own.map(({ settled }) => settled)) };
}

/** The whole first, indicator by indicator, then each cluster. */
function rowsOf(scene: Scene): Row[] {
  const { form, consolidation, indicators, tally, words } = scene;
  return [
    ...form.indicators.map((indicator) => ({
      category: words.movements.whole,
      cluster: words.movements.whole,
      indicator,
      sums: wholeOf(scene, indicator),
    })),
    ...consolidation.movements.map((movement) => ({
      category: named(movement.category, scene),
      cluster: named(movement.cluster, scene),
      number: tally.numberOf(movement.category, movement.cluster),
      indicator: indicators.get(movement.indicator)!,
      sums: movement,
    })),
  ];
}

/** 同比环比: flows against the same half of the year before, stocks against the period before, over the lines that have both numbers. */
export function movementsSheet(scene: Scene): SheetPlan {
  const { words, locale, consolidation } = scene;
  const rows = rowsOf(scene);
  const { heads } = words.movements;
  const last = heads.length - 1;
  const title = fill(words.movements.title, { period: periodName(consolidation.period, locale) });
  return {
    name: SUMMARY_SHEETS.movements,
    state: "visible",
    cells: [
      ...heads.map((_, column): PlanCell => ({ row: 0, column, value: column ? null : title, style: LOOK.title })),
      ...heads.map((_, column): PlanCell => ({ row: 1, column, value: column ? null : words.movements.note, style: LOOK.note })),
      ...heads.map((value, column) => ({ row: HEADING, column, value, style: LOOK.heading })),
    ],
    rows: rowsPlan(FIRST, rows.length, last, () => planRows(rows.map((row, index) => rowCells(scene, row, FIRST + index)))),
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
    columnWidths: fittedWidths(WIDTHS, cellsOf(scene, rows)),
    rowHeights: new Map([
      [0, 28],
      [1, 44],
      [HEADING, 30],
    ]),
    freeze: { row: FIRST, column: 4 },
    autoFilter: { top: HEADING, left: 0, bottom: HEADING + Math.max(rows.length, 1), right: last },
    gridLines: false,
    page: page([HEADING, HEADING]),
  };
}

function* cellsOf(scene: Scene, rows: readonly Row[]): Generator<PlanCell> {
  for (const row of rows) yield* rowCells(scene, row, FIRST);
}

function rowCells(
  { words, detail, form, itemNumbers }: Scene,
  { category, cluster, number, indicator, sums }: Row,
  row: number,
): PlanCell[] {
  const { code, unit, type, measure } = indicator;
  const { total, lines, pending, settled } = sums;
  const { comparable, before, matched } = settled;
  const { decimals } = type;
  const scale = 10 ** decimals;
  const at = row + 1;
  const own: Criterion[] = [["itemNumber", `$R${at}`], ...(number === undefined ? [] : [["clusterNumber", `$Q${at}`] as const])];
  const both: Criterion[] = [...own, SETTLED, ["value", ANY_NUMBER], ["comparison", ANY_NUMBER]];
  const change = before === undefined ? "" : Math.round(comparable * scale - before * scale) / scale;
  const percent = before === undefined || before === 0 ? "" : (comparable - before) / before;
  const coverage = lines === 0 ? "" : matched / lines;
  const strong = number === undefined ? "strong" : "plain";
  const text = number === undefined ? LOOK.strongName : LOOK.given;
  const plain = numberStyle(decimals, strong, lines === 0, pending > 0);
  const cells: readonly (readonly [PlanCell["value"], PlanCell["style"], string?])[] = [
    [category, text],
    [cluster, text],
    [code, LOOK.code],
    [printedName(indicator, form), indicator.partOf === undefined ? LOOK.name : LOOK.part],
    [unit, LOOK.centred],
    [words.movements.basis[measure], LOOK.centred],
    [total, plain, detail.sum("value", decimals, ...own)],
    [lines, LOOK.count, detail.count(...own, ["value", ANY_NUMBER])],
    [pending, LOOK.pendingCount, detail.count(...own, PENDING)],
    [
      settled.total,
      numberStyle(decimals, pending > 0 ? strong : "faint", settled.lines === 0),
      detail.sum("value", decimals, ...own, SETTLED),
    ],
    [comparable, numberStyle(decimals, strong, matched === 0), detail.sum("value", decimals, ...both)],
    [before ?? "", numberStyle(decimals, strong), `IF(O${at}=0,"",${detail.sum("comparison", decimals, ...both)})`],
    [change, numberStyle(decimals, "signed"), `IF(O${at}=0,"",${rounded(`K${at}-L${at}`, decimals)})`],
    [percent, changeStyle(percent), `IF(N(L${at})=0,"",(K${at}-L${at})/L${at})`],
    [matched, LOOK.count, detail.count(...both)],
    [coverage, shareStyle("share", coverage), `IF(H${at}=0,"",O${at}/H${at})`],
    [number ?? null, LOOK.key],
    [itemNumbers.get(code)!, LOOK.key],
  ];
  return cells.map(([value, style, formula], column) => ({ row, column, value, style, ...(formula === undefined ? {} : { formula }) }));
}

/** A change of the whole, and where its percentage stands. */
export interface TopMovement {
  readonly indicator: Indicator;
  /** Share of the number before. */
  readonly change: number;
  readonly reference: string;
  /** Figures 待核 that it leaves out. */
  readonly pending: number;
}

/** The indicators of the whole that changed most against what they were. @param count at most so many */
export function topMovements(scene: Scene, count: number): TopMovement[] {
  return scene.form.indicators
    .flatMap((indicator, index): TopMovement[] => {
      const { pending, settled } = wholeOf(scene, indicator);
      const { comparable, before } = settled;
      if (before === undefined || before === 0) return [];
      const reference = `${SUMMARY_SHEETS.movements}!${absolute({ row: FIRST + index, column: COLUMNS.percent })}`;
      return [{ indicator, change: (comparable - before) / before, reference, pending }];
    })
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, count);
}
