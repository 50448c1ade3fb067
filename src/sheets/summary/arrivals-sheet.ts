import { arrivalName, type FileRecord, type PlanCell, type SheetPlan } from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { cellsBelow, rowsBelow } from "./arrivals-below";
import { linkCell } from "./formulas";
import { listHead } from "./list-head";
import { STYLE } from "./styles";
import { ARRIVALS, SUMMARY_SHEETS } from "./places";
import { planRows, rowsPlan } from "./rows-plan";
import type { SummaryContext } from "./summary-context";
import { proofSaid } from "./totals-said";
import { ownerOf, periodName, periodOf, sayClaim, sayDay, sayDifference, sayFate, sayReceived, supersededBy } from "./words";

const HEADING = ARRIVALS.first - 1;
const WIDTHS = [5, 40, 22, 13, 16, 11, 11, 12, 38, 9, 8, 46, 9, 9, 9];
const FATES = { used: STYLE.good, superseded: STYLE.warn, refused: STYLE.bad } as const;

/** 来件: every file that was read, with its one fate; below, the 核实单 that came back, and what in the mails and archives is no file of a person. */
export function arrivalsSheet(context: SummaryContext): SheetPlan {
  const { consolidation, words, locale } = context;
  const { heads } = words.arrivals;
  const title = fill(words.arrivals.title, { period: periodName(consolidation.period, locale) });
  const files = consolidation.files.length;
  return {
    name: SUMMARY_SHEETS.arrivals,
    state: "visible",
    ...listHead({ title, note: words.arrivals.note, said: proofSaid(context), heads, rows: files }),
    rows: rowsPlan(ARRIVALS.first, files + rowsBelow(context), heads.length - 1, () => planRows(rowsOf(context)), WIDTHS),
    columnWidths: WIDTHS,
    rowHeights: new Map([
      [0, 28],
      [1, 18],
      [2, 20],
      [HEADING, 40],
    ]),
    freeze: { row: ARRIVALS.first, column: 2 },
  };
}

function* rowsOf(context: SummaryContext): Generator<PlanCell[]> {
  let row = ARRIVALS.first;
  for (const file of context.consolidation.files) yield rowOf(context, file, row++);
  yield* cellsBelow(context, row);
}

function rowOf(context: SummaryContext, file: FileRecord, row: number): PlanCell[] {
  const { arrival, fate, claim, form: said } = file;
  const { words, locale, form, options } = context;
  const difference = fate.kind === "superseded" ? fate.difference : undefined;
  const day = fate.kind === "refused" ? "" : sayDay(file, words);
  const why = [sayFate(fate, locale), sayClaim(claim, locale), day].filter(Boolean).join("\n");
  const cells: readonly (readonly [PlanCell["value"] | undefined, PlanCell["style"]])[] = [
    [row - ARRIVALS.first + 1, STYLE.count],
    [arrivalName(arrival), STYLE.given],
    [ownerOf(claim, said, locale), claim?.kind === "unclaimed" ? STYLE.warn : STYLE.given],
    [said && periodOf(said.period, locale), STYLE.centred],
    [sayReceived(arrival, locale), STYLE.centred],
    [said?.reported, STYLE.centred],
    [said && words.seal[said.seal.state], STYLE.centred],
    [words.fate[fate.kind], FATES[fate.kind]],
    [why, STYLE.text],
    [supersededBy(fate), STYLE.centred],
    [difference?.cells.length, STYLE.count],
    [sayDifference(fate, form, locale), STYLE.given],
    [difference?.fixed, STYLE.count],
    [difference?.still, STYLE.count],
    [difference?.added, STYLE.count],
  ];
  const planned = cells.map(([value, style], column): PlanCell => ({ row, column, value: cellText(value), style }));
  const index = row - ARRIVALS.first;
  const url = said ? options.link?.(index, form.labels.coverSheet, 0, 0) : options.fileLink?.(index);
  if (url !== undefined) planned[1] = linkCell(row, 1, arrivalName(arrival), url, [STYLE.given, STYLE.fileLink]);
  return planned;
}
