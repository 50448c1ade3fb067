import { absolute, type Indicator, type Movement, type PlanCell, type SheetPlan, type Sums } from "../../domain";
import { fill } from "../../locales";
import { printedName } from "../places";
import { ANY_NUMBER, PENDING, rounded, SETTLED, type Criterion } from "./formulas";
import { listHead } from "./list-head";
import { STYLE, numberStyle } from "./styles";
import { SUMMARY_SHEETS } from "./places";
import { planRows, rowsPlan } from "./rows-plan";
import { named, type SummaryContext } from "./summary-context";
import { changeStyle, shareStyle } from "./shares";
import { fittedWidths } from "../widths";
import { periodName } from "./words";

const [HEADING, FIRST] = [2, 3];
/** The changes over all comparable lines come first; beside them those without what is 待核. */
const COLUMNS = { percent: 11, settledPercent: 19 };
const WIDTHS = [18, 24, 6, 34, 7, 11, 12, 9, 12, 12, 12, 10, 9, 9, 8, 12, 12, 12, 12, 10, 9, 7, 7];

interface Row {
  readonly category: string;
  readonly cluster: string;
  /** Absent for the whole. */
  readonly number?: number;
  readonly indicator: Indicator;
  readonly sums: Sums & Pick<Movement, "pending" | "settled">;
}

/** All clusters together. */
function wholeOf({ consolidation }: SummaryContext, { code, type }: Indicator): Row["sums"] {
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
function rowsOf(context: SummaryContext): Row[] {
  const { form, consolidation, indicators, tally, words } = context;
  return [
    ...form.indicators.map((indicator) => ({
      category: words.movements.whole,
      cluster: words.movements.whole,
      indicator,
      sums: wholeOf(context, indicator),
    })),
    ...consolidation.movements.map((movement) => ({
      category: named(movement.category, context),
      cluster: named(movement.cluster, context),
      number: tally.numberOf(movement.category, movement.cluster),
      indicator: indicators.get(movement.indicator)!,
      sums: movement,
    })),
  ];
}

/** 同比环比: flows against the same half of the year before, stocks against the period before, over the lines that have both numbers. */
export function movementsSheet(context: SummaryContext): SheetPlan {
  const { words, locale, consolidation } = context;
  const rows = rowsOf(context);
  const { heads } = words.movements;
  const title = fill(words.movements.title, { period: periodName(consolidation.period, locale) });
  return {
    name: SUMMARY_SHEETS.movements,
    state: "visible",
    ...listHead({ title, note: words.movements.note, heads, rows: rows.length }),
    rows: rowsPlan(FIRST, rows.length, heads.length - 1, () => planRows(rows.map((row, index) => rowCells(context, row, FIRST + index)))),
    columnWidths: fittedWidths(WIDTHS, cellsOf(context, rows)),
    rowHeights: new Map([
      [0, 28],
      [1, 58],
      [HEADING, 42],
    ]),
    freeze: { row: FIRST, column: 4 },
  };
}

function* cellsOf(context: SummaryContext, rows: readonly Row[]): Generator<PlanCell> {
  for (const row of rows) yield* rowCells(context, row, FIRST);
}

function rowCells(context: SummaryContext, row: Row, at: number): PlanCell[] {
  const { words, detail, form, itemNumbers } = context;
  const { category, cluster, number, indicator, sums } = row;
  const { code, unit, type, measure } = indicator;
  const { total, lines, pending, settled } = sums;
  const { decimals } = type;
  const strong = number === undefined ? "strong" : "plain";
  const text = number === undefined ? STYLE.strongName : STYLE.given;
  const own: Criterion[] = [["itemNumber", `$W${at + 1}`], ...(number === undefined ? [] : [["clusterNumber", `$V${at + 1}`] as const])];
  const coverage = lines === 0 ? "" : sums.matched / lines;
  const without = pending > 0 ? strong : "faint";
  /** Most rows have nothing 待核: there nothing is added up twice. */
  const unless = (ofAll: string, formula: string): string => `IF($O${at + 1}=0,${ofAll}${at + 1},${formula})`;
  const cells: readonly Content[] = [
    [category, text],
    [cluster, text],
    [code, STYLE.code],
    [printedName(indicator, form), indicator.partOf === undefined ? STYLE.name : STYLE.part],
    [unit, STYLE.centred],
    [words.movements.basis[measure], STYLE.centred],
    [total, numberStyle(decimals, strong, lines === 0, pending > 0), detail.sum("value", decimals, ...own)],
    [lines, STYLE.count, detail.count(...own, ["value", ANY_NUMBER])],
    ...changeCells(detail, sums, { decimals, own, kind: strong, columns: "IJKLM", at }),
    [coverage, shareStyle("share", coverage), `IF(H${at + 1}=0,"",M${at + 1}/H${at + 1})`],
    [pending, STYLE.pendingCount, detail.count(...own, PENDING)],
    [settled.total, numberStyle(decimals, without, settled.lines === 0), unless("G", detail.sum("value", decimals, ...own, SETTLED))],
    ...changeCells(detail, settled, { decimals, own: [...own, SETTLED], kind: without, columns: "QRSTU", at, unless }),
    [number ?? null, STYLE.key],
    [itemNumbers.get(code)!, STYLE.key],
  ];
  return cells.map(([value, style, formula], column) => ({ row: at, column, value, style, ...(formula === undefined ? {} : { formula }) }));
}

type Content = readonly [PlanCell["value"], PlanCell["style"], string?];

/** What is added up, and in which five columns it stands. */
interface Block {
  readonly decimals: Indicator["type"]["decimals"];
  readonly own: readonly Criterion[];
  readonly kind: "strong" | "plain" | "faint";
  readonly columns: string;
  /** Row. */
  readonly at: number;
  /** Gives a formula that adds up again only where the block of all lines, in that column, does not say the same. */
  readonly unless?: (ofAll: string, formula: string) => string;
}

/** Over the lines that have both numbers: 可比本期数, 对比数, 增减, 增减幅度, and how many they are. */
function changeCells(detail: SummaryContext["detail"], { comparable, before, matched }: Sums, block: Block): Content[] {
  const { decimals, own, kind, columns, at, unless = (_, formula) => formula } = block;
  const [now, was, , , lines] = [...columns].map((column) => `${column}${at + 1}`) as [string, string, string, string, string];
  const scale = 10 ** decimals;
  const both: Criterion[] = [...own, ["value", ANY_NUMBER], ["comparison", ANY_NUMBER]];
  const change = before === undefined ? "" : Math.round(comparable * scale - before * scale) / scale;
  const percent = percentOf({ comparable, before }) ?? "";
  return [
    [comparable, numberStyle(decimals, kind, matched === 0), unless("I", detail.sum("value", decimals, ...both))],
    [before ?? "", numberStyle(decimals, kind), `IF(${lines}=0,"",${unless("J", detail.sum("comparison", decimals, ...both))})`],
    [change, numberStyle(decimals, "signed"), `IF(${lines}=0,"",${rounded(`${now}-${was}`, decimals)})`],
    [percent, changeStyle(percent), `IF(N(${was})=0,"",(${now}-${was})/${was})`],
    [matched, STYLE.count, unless("M", detail.count(...both))],
  ];
}

/** As a share of what was before; undefined where that was nothing. */
function percentOf({ comparable, before }: Pick<Sums, "comparable" | "before">): number | undefined {
  return before === undefined || before === 0 ? undefined : (comparable - before) / before;
}

/** A share of the number before, and where it stands. */
export interface Change {
  /** Undefined where there is nothing to compare. */
  readonly share: number | undefined;
  readonly reference: string;
}

/** A change of the whole, over all comparable lines and over those of them that are not 待核. */
export interface TopMovement {
  readonly indicator: Indicator;
  readonly all: Change & { readonly share: number };
  readonly settled: Change;
  /** Figures 待核 among the comparable ones. */
  readonly pending: number;
}

/** The indicators of the whole that changed most against what they were, with what is 待核 or without. @param count at most so many */
export function topMovements(context: SummaryContext, count: number): TopMovement[] {
  const most = ({ all, settled }: TopMovement): number => Math.max(Math.abs(all.share), Math.abs(settled.share ?? 0));
  return context.form.indicators
    .flatMap((indicator, index): TopMovement[] => {
      const { settled, ...sums } = wholeOf(context, indicator);
      const share = percentOf(sums);
      if (share === undefined) return [];
      const at = (column: number): string => `${SUMMARY_SHEETS.movements}!${absolute({ row: FIRST + index, column })}`;
      return [
        {
          indicator,
          all: { share, reference: at(COLUMNS.percent) },
          settled: { share: percentOf(settled), reference: at(COLUMNS.settledPercent) },
          pending: sums.matched - settled.matched,
        },
      ];
    })
    .sort((a, b) => most(b) - most(a))
    .slice(0, count);
}

/** How much of a change may hang on what is 待核 before it is not to be quoted. */
const TWICE = 2;

/** Whether a change says much the same with what is 待核 and without it: the same direction, and neither is twice the other. */
export function isQuotable({ all, settled, pending }: TopMovement): boolean {
  if (pending === 0 || all.share === settled.share) return true;
  if (settled.share === undefined || all.share * settled.share <= 0) return false;
  const [less, more] = [all.share, settled.share].map(Math.abs).sort((a, b) => a - b) as [number, number];
  return more < TWICE * less;
}
