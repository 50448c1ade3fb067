import { arrivalName, type FileRecord, type PlanCell, type SheetPlan } from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { cellsBelow, rowsBelow } from "./arrivals-below";
import { linkCell } from "./formulas";
import { LOOK, page } from "./looks";
import { ARRIVALS, SUMMARY_SHEETS } from "./places";
import { planRows, rowsPlan } from "./rows-plan";
import type { Scene } from "./scene";
import { proofSaid } from "./totals-said";
import { ownerOf, periodName, periodOf, sayClaim, sayDifference, sayFate, sayReceived, supersededBy } from "./words";

const HEADING = ARRIVALS.first - 1;
const WIDTHS = [5, 40, 22, 13, 16, 11, 11, 12, 38, 9, 8, 46, 9, 9, 9];
const FATES = { used: LOOK.good, superseded: LOOK.warn, refused: LOOK.bad } as const;

/** 来件: every file that was read, with its one fate; below, the 核实单 that came back, and what in the mails and archives is no file of a person. */
export function arrivalsSheet(scene: Scene): SheetPlan {
  const { consolidation, words, locale } = scene;
  const { heads } = words.arrivals;
  const last = heads.length - 1;
  const title = fill(words.arrivals.title, { period: periodName(consolidation.period, locale) });
  const proof = proofSaid(scene);
  const files = consolidation.files.length;
  const whole = (row: number, value: string, style: PlanCell["style"], formula?: string): PlanCell[] =>
    heads.map((_, column) => ({ row, column, value: column ? null : value, style, ...(formula && !column ? { formula } : {}) }));
  return {
    name: SUMMARY_SHEETS.arrivals,
    state: "visible",
    cells: [
      ...whole(0, title, LOOK.title),
      ...whole(1, words.arrivals.note, LOOK.note),
      ...whole(2, proof.value, LOOK.said, proof.formula),
      ...heads.map((value, column) => ({ row: HEADING, column, value, style: LOOK.heading })),
    ],
    rows: rowsPlan(ARRIVALS.first, files + rowsBelow(scene), last, () => planRows(rowsOf(scene)), WIDTHS),
    merges: [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
    columnWidths: WIDTHS,
    rowHeights: new Map([
      [0, 28],
      [1, 18],
      [2, 20],
      [HEADING, 40],
    ]),
    freeze: { row: ARRIVALS.first, column: 2 },
    autoFilter: { top: HEADING, left: 0, bottom: HEADING + Math.max(consolidation.files.length, 1), right: last },
    gridLines: false,
    page: page([HEADING, HEADING]),
  };
}

function* rowsOf(scene: Scene): Generator<PlanCell[]> {
  let row = ARRIVALS.first;
  for (const file of scene.consolidation.files) yield rowOf(scene, file, row++);
  yield* cellsBelow(scene, row);
}

function rowOf(scene: Scene, { arrival, fate, claim, form: said }: FileRecord, row: number): PlanCell[] {
  const { words, locale, form, options } = scene;
  const difference = fate.kind === "superseded" ? fate.difference : undefined;
  const why = [sayFate(fate, locale), sayClaim(claim, locale)].filter(Boolean).join("\n");
  const cells: readonly (readonly [PlanCell["value"] | undefined, PlanCell["style"]])[] = [
    [row - ARRIVALS.first + 1, LOOK.count],
    [arrivalName(arrival), LOOK.given],
    [ownerOf(claim, said, locale), claim?.kind === "unclaimed" ? LOOK.warn : LOOK.given],
    [said && periodOf(said.period, locale), LOOK.centred],
    [sayReceived(arrival, locale), LOOK.centred],
    [said?.reported, LOOK.centred],
    [said && words.seal[said.seal.state], LOOK.centred],
    [words.fate[fate.kind], FATES[fate.kind]],
    [why, LOOK.text],
    [supersededBy(fate), LOOK.centred],
    [difference?.cells.length, LOOK.count],
    [sayDifference(fate, form, locale), LOOK.given],
    [difference?.fixed, LOOK.count],
    [difference?.still, LOOK.count],
    [difference?.added, LOOK.count],
  ];
  const planned = cells.map(([value, style], column): PlanCell => ({ row, column, value: cellText(value), style }));
  const index = row - ARRIVALS.first;
  const url = said ? options.link?.(index, form.labels.coverSheet, 0, 0) : options.fileLink?.(index);
  if (url !== undefined) planned[1] = linkCell(row, 1, arrivalName(arrival), url, [LOOK.given, LOOK.fileLink]);
  return planned;
}
