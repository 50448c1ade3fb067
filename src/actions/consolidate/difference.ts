import type { CellDifference, Difference, LineValue, CellText } from "../../domain";
import type { JudgedForm, JudgedLine } from "./judged";

/** What changed from one form of a school and period to another: values and texts cell by cell, open findings by their names. */
export function difference(before: JudgedForm, after: JudgedForm): Difference {
  const [old, now] = [openIds(before), openIds(after)];
  const still = [...old].filter((id) => now.has(id)).length;
  return {
    cells: [...words(before.cover, after.cover, { programme: "", sheet: after.coverSheet }), ...lines(before, after)],
    fixed: old.size - still,
    still,
    added: now.size - still,
  };
}

function openIds({ findings, ids }: JudgedForm): Set<string> {
  return new Set(ids.filter((_, index) => findings[index]!.state === "open"));
}

/** Lines are paired by what they are about, then those left by their sheets: a corrected name is a change, not a new line. */
function lines(before: JudgedForm, after: JudgedForm): CellDifference[] {
  const left = [...before.lines];
  const take = (fits: (one: JudgedLine) => boolean): JudgedLine | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const exact = after.lines.map((line) => take((one) => one.cluster === line.cluster && one.programme === line.programme));
  const pairs = after.lines.map((line, index) => ({ line, was: exact[index] ?? take((one) => one.sheet === line.sheet) }));
  return [
    ...pairs.flatMap(({ line, was }) => (was ? changes(was, line) : [whole(line, "", line.programme)])),
    ...left.map((line) => whole(line, line.programme, "")),
  ];
}

/** A line that only one of the two has: one difference, not one for each of its cells. */
function whole({ programme, sheet, head }: JudgedLine, before: string, after: string): CellDifference {
  const { row, column } = head.programme;
  return { programme, item: "programme", sheet, row, column, before, after };
}

function changes(was: JudgedLine, line: JudgedLine): CellDifference[] {
  const of = { programme: line.programme, sheet: line.sheet };
  const values = Object.entries(line.values).flatMap(([item, value]): CellDifference[] => {
    const [before, after] = [stands(was.values[item]!), stands(value)];
    return before === after ? [] : [{ ...of, item, row: value.row, column: value.column, before, after }];
  });
  return [...words(was.head, line.head, of), ...inRows(values), ...words(was.texts, line.texts, of)];
}

/** As they stand on the sheet: engines put keys that are whole numbers, such as `10`, before all others. */
function inRows(cells: CellDifference[]): CellDifference[] {
  return cells.sort((a, b) => a.row - b.row);
}

function stands({ value, shown }: LineValue): string | number {
  return value ?? shown ?? "";
}

function words(
  before: Readonly<Record<string, CellText>>,
  after: Readonly<Record<string, CellText>>,
  of: Pick<CellDifference, "programme" | "sheet">,
): CellDifference[] {
  const cells = Object.entries(after).flatMap(([item, { row, column, text }]): CellDifference[] => {
    const was = before[item]?.text ?? "";
    return was === text ? [] : [{ ...of, item, row, column, before: was, after: text }];
  });
  return inRows(cells);
}
