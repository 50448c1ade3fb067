import { absolute, type Indicator, type Movement, type PlanCell, type SheetPlan } from "../../domain";
import { fill } from "../../locales";
import { printedName } from "../places";
import { ANY_NUMBER, rounded, type Criterion } from "./formulas";
import { LOOK, numberStyle, page } from "./looks";
import { SUMMARY_SHEETS } from "./places";
import { rowsPlan } from "./rows-plan";
import { named, type Scene } from "./scene";
import { periodName } from "./words";

const [HEADING, FIRST] = [2, 3];
const COLUMNS = { percent: 11 };
const WIDTHS = [20, 24, 6, 34, 7, 11, 12, 9, 12, 12, 12, 10, 9, 9, 7];

/** The sums of an indicator, of one cluster or of all. */
type Sums = Pick<Movement, "total" | "comparable" | "before" | "matched" | "lines">;

interface Row {
  readonly category: string;
  readonly cluster: string;
  /** Absent for the whole. */
  readonly number?: number;
  readonly indicator: Indicator;
  readonly sums: Sums;
}

/** All clusters together. */
function wholeOf({ consolidation }: Scene, { code, type }: Indicator): Sums {
  const own = consolidation.movements.filter(({ indicator }) => indicator === code);
  const scale = 10 ** type.decimals;
  const sum = (of: (one: Movement) => number): number => own.reduce((total, one) => total + Math.round(of(one) * scale), 0) / scale;
  const count = (of: (one: Movement) => number): number => own.reduce((total, one) => total + of(one), 0);
  return {
    total: sum(({ total }) => total),
    comparable: sum(({ comparable }) => comparable),
    before: own.some(({ before }) => before !== undefined) ? sum(({ before }) => before ?? 0) : undefined,
    matched: count(({ matched }) => matched),
    lines: count(({ lines }) => lines),
  };
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
    rows: rowsPlan(FIRST, rows.length, last, () => rows.map((row, index) => rowCells(scene, row, FIRST + index))),
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
    columnWidths: WIDTHS,
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

function rowCells({ words, detail }: Scene, { category, cluster, number, indicator, sums }: Row, row: number): PlanCell[] {
  const { code, unit, type, measure } = indicator;
  const { total, comparable, before, matched, lines } = sums;
  const { decimals } = type;
  const scale = 10 ** decimals;
  const at = row + 1;
  const own: Criterion[] = [["code", `$C${at}`], ...(number === undefined ? [] : [["clusterNumber", `$O${at}`] as const])];
  const both: Criterion[] = [...own, ["value", ANY_NUMBER], ["comparison", ANY_NUMBER]];
  const change = before === undefined ? "" : Math.round(comparable * scale - before * scale) / scale;
  const percent = before === undefined || before === 0 ? "" : (comparable - before) / before;
  const strong = number === undefined ? "strong" : "plain";
  const text = number === undefined ? LOOK.strongName : LOOK.given;
  const plain = numberStyle(decimals, strong, lines === 0);
  const cells: readonly (readonly [PlanCell["value"], PlanCell["style"], string?])[] = [
    [category, text],
    [cluster, text],
    [code, LOOK.code],
    [printedName(indicator), indicator.partOf === undefined ? LOOK.name : LOOK.part],
    [unit, LOOK.centred],
    [words.movements.basis[measure], LOOK.centred],
    [total, plain, detail.sum("value", decimals, ...own)],
    [lines, LOOK.count, detail.count(...own, ["value", ANY_NUMBER])],
    [comparable, numberStyle(decimals, strong, matched === 0), detail.sum("value", decimals, ...both)],
    [before ?? "", numberStyle(decimals, strong), `IF(M${at}=0,"",${detail.sum("comparison", decimals, ...both)})`],
    [change, numberStyle(decimals, "signed"), `IF(M${at}=0,"",${rounded(`I${at}-J${at}`, decimals)})`],
    [percent, LOOK.change, `IF(N(J${at})=0,"",(I${at}-J${at})/J${at})`],
    [matched, LOOK.count, detail.count(...both)],
    [lines === 0 ? "" : matched / lines, LOOK.share, `IF(H${at}=0,"",M${at}/H${at})`],
    [number ?? null, LOOK.key],
  ];
  return cells.map(([value, style, formula], column) => ({ row, column, value, style, ...(formula === undefined ? {} : { formula }) }));
}

/** A change of the whole, and where its percentage stands. */
export interface TopMovement {
  readonly indicator: Indicator;
  /** Share of the number before. */
  readonly change: number;
  readonly reference: string;
}

/** The indicators of the whole that changed most against what they were. @param count at most so many */
export function topMovements(scene: Scene, count: number): TopMovement[] {
  return scene.form.indicators
    .flatMap((indicator, index): TopMovement[] => {
      const { comparable, before } = wholeOf(scene, indicator);
      if (before === undefined || before === 0) return [];
      const reference = `${SUMMARY_SHEETS.movements}!${absolute({ row: FIRST + index, column: COLUMNS.percent })}`;
      return [{ indicator, change: (comparable - before) / before, reference }];
    })
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, count);
}
