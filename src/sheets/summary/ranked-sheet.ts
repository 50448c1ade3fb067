import {
  actsOf,
  address,
  arrivalName,
  isAnswered,
  type Act,
  type Consolidation,
  type Fold,
  type PlanCell,
  type RankedFinding,
  type SheetPlan,
  type Style,
} from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { sayAll } from "../findings-sheet";
import { sayAct, unfolds } from "./acts";
import { linkCell } from "./formulas";
import { listHead } from "./list-head";
import { STYLE } from "./styles";
import { SUMMARY_SHEETS } from "./places";
import { planRows, rowsPlan } from "./rows-plan";
import type { SummaryContext } from "./summary-context";
import { shareStyle } from "./shares";
import { fittedWidths } from "../widths";
import { periodName } from "./words";

const [HEADING, FIRST] = [2, 3];
const COLUMNS = {
  effect: 1,
  school: 3,
  indicator: 5,
  severity: 6,
  rule: 8,
  message: 9,
  found: 10,
  expected: 11,
  cure: 12,
  explanation: 13,
  answer: 14,
  cell: 17,
  id: 18,
};
/** The last, the names of the findings, is for programs: hidden. */
const WIDTHS = [7, 8, 5, 18, 16, 18, 10, 10, 8, 38, 9, 9, 30, 22, 22, 26, 6, 7, 0];
/** Findings of an act count in thousandths. */
const PLACES = 1000;
const STYLES: readonly Style[] = [
  STYLE.count,
  STYLE.effect,
  STYLE.count,
  ...Array<Style>(2).fill(STYLE.given),
  STYLE.text,
  ...Array<Style>(3).fill(STYLE.centred),
  ...Array<Style>(3).fill(STYLE.given),
  STYLE.text,
  ...Array<Style>(3).fill(STYLE.given),
  ...Array<Style>(2).fill(STYLE.centred),
  STYLE.key,
];
/** Below the row of their act. */
const DETAIL_STYLES: readonly Style[] = [STYLE.detailNumber, ...STYLES.slice(1)];

/** Where the acts stand: those that unfold, with their findings below. */
interface Layout {
  readonly acts: readonly Act[];
  readonly rows: number;
  readonly folds: readonly Fold[];
}

/** 问题清单: what moves the provincial totals most stands first, so that a reviewer clears the few that matter. One row an act. */
export function rankedSheet(context: SummaryContext): SheetPlan {
  const { consolidation, words, locale } = context;
  const { heads } = words.findings;
  const title = fill(words.findings.title, { period: periodName(consolidation.period, locale) });
  const layout = layoutOf(actsOf(consolidation));
  const columnWidths = widths(context);
  return {
    name: SUMMARY_SHEETS.findings,
    state: "visible",
    ...listHead({ title, note: words.findings.note, heads, rows: layout.rows }),
    rows: rowsPlan(FIRST, layout.rows, heads.length - 1, () => planRows(rowsOf(context, layout)), columnWidths),
    ...(layout.folds.length > 0 ? { folds: layout.folds } : {}),
    columnWidths,
    rowHeights: new Map([
      [0, 28],
      [1, 42],
      [HEADING, 28],
    ]),
    freeze: { row: FIRST, column: COLUMNS.school + 1 },
  };
}

function layoutOf(acts: readonly Act[]): Layout {
  const folds: Fold[] = [];
  let rows = 0;
  for (const act of acts) {
    rows++;
    if (!unfolds(act)) continue;
    folds.push({ first: FIRST + rows, last: FIRST + rows + act.length - 1 });
    rows += act.length;
  }
  return { acts, rows, folds };
}

function widths({ consolidation }: SummaryContext): number[] {
  return fittedWidths(WIDTHS, numbersOf(consolidation));
}

/** One at a time: findings can be hundreds of thousands. */
function* numbersOf({ findings }: Consolidation): Generator<{ column: number; value: number; style?: Style }> {
  for (const { effect, finding } of findings) {
    if (effect !== undefined) yield { column: COLUMNS.effect, value: effect, style: STYLE.effect };
    if (typeof finding.found === "number") yield { column: COLUMNS.found, value: finding.found };
    if (typeof finding.expected === "number") yield { column: COLUMNS.expected, value: finding.expected };
  }
}

function* rowsOf(context: SummaryContext, { acts }: Layout): Generator<PlanCell[]> {
  let row = FIRST;
  for (const [index, act] of acts.entries()) {
    if (act.length === 1) {
      yield rowOf(context, act[0], row++, [index + 1, 1]);
      continue;
    }
    yield actRow(context, act, row++, index + 1);
    // With their own numbers they can be put in order again, wherever a program sorted them to.
    if (unfolds(act)) for (const [at, one] of act.entries()) yield rowOf(context, one, row++, [index + 1 + (at + 1) / PLACES, null]);
  }
}

/** @param count 序号, and findings that the row stands for */
function rowOf(
  context: SummaryContext,
  ranked: RankedFinding,
  row: number,
  count: readonly [number: number, findings: number | null],
): PlanCell[] {
  const { consolidation, locale, ruleset, indicators, words } = context;
  const { id, file, school, finding, effect, answer } = ranked;
  const said = sayAll(finding, locale, ruleset);
  const indicator = finding.indicator === undefined ? undefined : indicators.get(finding.indicator);
  const arrival = consolidation.files[file]?.arrival;
  const contents: readonly (PlanCell["value"] | undefined)[] = [
    count[0],
    effect,
    count[1],
    school,
    said.programme,
    indicator && `${indicator.code} ${indicator.name}`,
    said.severity,
    isAnswered(ranked) ? words.findings.forReviewer : said.state,
    said.rule,
    said.message,
    said.found,
    said.expected,
    said.cure,
    said.explanation,
    answer,
    arrival && arrivalName(arrival),
    said.sheet,
    said.cell,
    id,
  ];
  const styles = count[1] === null ? DETAIL_STYLES : STYLES;
  const planned = contents.map((value, column): PlanCell => ({ row, column, value: cellText(value), style: styles[column]! }));
  planned[COLUMNS.effect] = { ...planned[COLUMNS.effect]!, style: shareStyle("effect", effect) };
  return withLink(context, planned, ranked, said.cell);
}

/** Findings of one act: the sentence of the heaviest, and where they all are. */
function actRow(context: SummaryContext, act: Act, row: number, number: number): PlanCell[] {
  const { locale, ruleset, words } = context;
  const [first] = act;
  const planned = rowOf(context, first, row, [number, act.length]);
  const put = (column: number, value: PlanCell["value"]): void => {
    planned[column] = { row, column, value: cellText(value), style: STYLES[column]! };
  };
  const answers = act.filter(({ answer }) => answer !== undefined).length;
  put(COLUMNS.indicator, fill(words.findings.several, { count: act.length }));
  if (act.some(({ finding }) => finding.severity !== first.finding.severity)) put(COLUMNS.severity, null);
  // Lines break at spaces, never within a number of a rule.
  put(COLUMNS.rule, [...new Set(act.map(({ finding }) => finding.ref))].sort().join(" "));
  const { message, cure } = sayAct(act, locale, ruleset);
  put(COLUMNS.message, message);
  put(COLUMNS.cure, cure);
  for (const column of [COLUMNS.found, COLUMNS.expected, COLUMNS.explanation]) put(column, null);
  put(COLUMNS.answer, answers === 0 ? null : fill(words.findings.answered, { count: answers }));
  put(COLUMNS.id, unfolds(act) ? null : idsOf(act));
  return withLink(context, planned, first, fill(words.findings.first, { cell: address(first.finding.at) }));
}

/** The names of findings that differ in their last part alone. */
function idsOf(act: Act): string | null {
  const parts = act.map(({ id }) => [id.slice(0, id.lastIndexOf("|") + 1), id.slice(id.lastIndexOf("|") + 1)] as const);
  return parts.every(([head]) => head === parts[0]![0]) ? parts[0]![0] + parts.map(([, place]) => place).join(",") : null;
}

function withLink({ options }: SummaryContext, cells: PlanCell[], { file, finding }: RankedFinding, text: string): PlanCell[] {
  const { sheet, row, column } = finding.at;
  cells[COLUMNS.cell] = linkCell(cells[0]!.row, COLUMNS.cell, text, options.link?.(file, sheet, row, column), [STYLE.centred, STYLE.link]);
  return cells;
}
