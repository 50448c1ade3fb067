import { arrivalName, type PlanCell } from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { LOOK } from "./looks";
import type { Scene } from "./scene";
import { beijingTime, periodOf } from "./words";

/** Rows before each block. */
const GAP = 2;
/** Columns of 来件 that the blocks below its files use. */
const COLUMN = { name: 1, school: 2, period: 3, received: 4, why: 8, text: 11 };

type Cells = readonly (readonly [column: number, value: string, style: PlanCell["style"]])[];

/** Below the files: the 核实单 that came back, with the answers that stand beside no finding, and what is no file of a person. */
function* blocks({ consolidation: { replies, passedOver }, words: { arrivals }, locale }: Scene): Generator<Generator<Cells>> {
  if (replies.length > 0)
    yield (function* () {
      yield [[COLUMN.name, arrivals.replies, LOOK.strongName]];
      for (const { arrival, school, period, matched, unmatched, left } of replies) {
        yield [
          [COLUMN.name, arrivalName(arrival), LOOK.given],
          [COLUMN.school, school, LOOK.given],
          [COLUMN.period, periodOf(period, locale), LOOK.centred],
          [COLUMN.received, beijingTime(arrival.received), LOOK.centred],
          [COLUMN.why, fill(arrivals.answers, { matched, unmatched }), LOOK.text],
        ];
        for (const { id, text, why } of left)
          yield [
            [COLUMN.name, id, LOOK.given],
            [COLUMN.why, arrivals.answerLeft[why], LOOK.text],
            [COLUMN.text, text, LOOK.given],
          ];
      }
    })();
  if (passedOver.length > 0)
    yield (function* () {
      yield [[COLUMN.name, arrivals.passedOver, LOOK.strongName]];
      for (const { path, why } of passedOver)
        yield [
          [COLUMN.name, arrivalName({ path }), LOOK.given],
          [COLUMN.school, arrivals.passedOverWhy[why], LOOK.given],
        ];
    })();
}

/** How many rows they take, gaps among them. */
export function rowsBelow({ consolidation: { replies, passedOver } }: Scene): number {
  const left = replies.reduce((sum, reply) => sum + reply.left.length, 0);
  return [replies.length + left, passedOver.length].reduce((sum, rows) => sum + (rows > 0 ? GAP + 1 + rows : 0), 0);
}

/** @param from the first row below the files */
export function* cellsBelow(scene: Scene, from: number): Generator<PlanCell[]> {
  let row = from;
  for (const block of blocks(scene)) {
    row += GAP;
    for (const cells of block) {
      yield cells.map(([column, value, style]) => ({ row, column, value: cellText(value), style }));
      row++;
    }
  }
}
