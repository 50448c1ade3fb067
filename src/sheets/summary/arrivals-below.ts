import { arrivalName, type PlanCell } from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { STYLE } from "./styles";
import type { SummaryContext } from "./summary-context";
import { periodOf, sayReceived } from "./words";

/** Rows before each block; and of its own: its title and its headings. */
const [GAP, OWN] = [2, 2];
/** Columns of 来件 that the blocks below its files use: wide enough there for what each holds. */
const COLUMN = { name: 1, school: 2, period: 3, received: 4, why: 8, text: 11 } as const;
const STYLES = {
  name: STYLE.given,
  school: STYLE.given,
  period: STYLE.centred,
  received: STYLE.centred,
  why: STYLE.text,
  text: STYLE.given,
} as const;

/** Texts by where they stand. */
type Line = { readonly [H in keyof typeof COLUMN]?: string };

/** Rows with headings of their own: what they hold has little to do with what the files have. */
interface Block {
  readonly words: { readonly title: string; readonly heads: Line };
  readonly lines: readonly Line[];
}

/** The 核实单 that came back, their answers that stand beside no finding, and what is no file of a person. */
function blocks({ consolidation: { replies, passedOver }, words: { arrivals }, locale }: SummaryContext): Block[] {
  const returned = replies.map(({ arrival, school, period, matched, unmatched }) => ({
    name: arrivalName(arrival),
    school,
    period: periodOf(period, locale),
    received: sayReceived(arrival, locale),
    why: fill(arrivals.answers, { matched, unmatched }),
  }));
  const left = replies.flatMap(({ school, period, left: answers }) =>
    answers.map(({ id, why, text }) => ({ name: id, school, period: periodOf(period, locale), why: arrivals.answerLeft[why], text })),
  );
  const others = passedOver.map(({ path, why, school }) => ({
    name: arrivalName({ path }),
    ...(school === undefined ? {} : { school }),
    why: arrivals.passedOverWhy[why],
  }));
  return [
    { words: arrivals.replies, lines: returned },
    { words: arrivals.left, lines: left },
    { words: arrivals.passedOver, lines: others },
  ].filter(({ lines }) => lines.length > 0);
}

/** How many rows they take, gaps among them. */
export function rowsBelow(context: SummaryContext): number {
  return blocks(context).reduce((sum, { lines }) => sum + GAP + OWN + lines.length, 0);
}

/** @param from the first row below the files */
export function* cellsBelow(context: SummaryContext, from: number): Generator<PlanCell[]> {
  let row = from;
  for (const { words, lines } of blocks(context)) {
    row += GAP;
    yield [{ row: row++, column: COLUMN.name, value: words.title, style: STYLE.strongName }];
    yield cellsOf(row++, words.heads);
    for (const line of lines) yield cellsOf(row++, line, STYLES);
  }
}

/** From the first to the last of a line, the columns between them closed by their borders. */
function cellsOf(row: number, line: Line, styles?: typeof STYLES): PlanCell[] {
  const heads = (Object.keys(COLUMN) as (keyof typeof COLUMN)[]).filter((head) => line[head] !== undefined);
  const [first, last] = [COLUMN[heads[0]!], COLUMN[heads.at(-1)!]];
  return Array.from({ length: last - first + 1 }, (_, index): PlanCell => {
    const column = first + index;
    const head = heads.find((one) => COLUMN[one] === column);
    const style = styles ? styles[head ?? "name"] : STYLE.heading;
    return { row, column, value: head === undefined ? null : cellText(line[head]), style };
  });
}
