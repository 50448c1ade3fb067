import { linesOf, periodLabel, WHOLE_SCHOOL, type Catalogue, type PlanCell, type ReportingPeriod, type SheetPlan } from "../domain";
import { fill, type Locale } from "../locales";
import { fitted } from "./row-heights";
import { framed, STYLE } from "./styles";

/** Rows above the table: the title, and which definition and roster. */
const TITLE = 0;
const BASIS = 1;
const HEADS = 2;
const WIDTHS: readonly number[] = [6, 28, 28, 34, 52];

/** What was issued, as it goes with the letter: each line of the roster with the file of its school, and the code of the definition. */
export function issuedListSheet(
  { form, roster, code }: Catalogue,
  period: ReportingPeriod,
  files: readonly { readonly school: string; readonly file: string }[],
  locale: Locale,
): SheetPlan {
  const words = locale.page.define.list;
  const { school, cluster, programme } = form.labels;
  const heads = [words.number, school, cluster, programme, words.file];
  const lines = files.flatMap(({ school, file }) =>
    linesOf(roster, school).map((line) => [school, line.cluster, line.programme === WHOLE_SCHOOL ? "" : line.programme, file]),
  );
  const last = WIDTHS.length - 1;
  const cell = framed({ ...STYLE.text, font: { ...STYLE.text.font, size: 10 }, indent: 1 });
  const body = lines.map((line, index) =>
    [index + 1, ...line].map((value, column): PlanCell => ({ row: HEADS + 1 + index, column, value, style: cell })),
  );
  const facts = {
    period: periodLabel(period),
    title: form.title,
    code,
    version: roster.version,
    schools: files.length,
    lines: lines.length,
  };
  return {
    name: words.sheet,
    state: "visible",
    cells: [
      { row: TITLE, column: 0, value: fill(words.title, facts), style: STYLE.title },
      { row: BASIS, column: 0, value: fill(words.basis, facts), style: STYLE.basis },
      ...heads.map((value, column): PlanCell => ({ row: HEADS, column, value, style: framed(STYLE.heading) })),
      ...body.flat(),
    ],
    merges: [TITLE, BASIS].map((row) => ({ top: row, bottom: row, left: 0, right: last })),
    columnWidths: WIDTHS,
    rowHeights: new Map([
      [TITLE, 34],
      [BASIS, 20],
      [HEADS, 24],
    ]),
    autoHeights: fitted(body, WIDTHS),
    freeze: { row: HEADS + 1, column: 0 },
    page: {
      paper: 9,
      landscape: true,
      centred: true,
      fitTo: { width: 1, height: 0 },
      titleRows: [HEADS, HEADS],
      footer: "&C&P/&N",
      area: { top: 0, left: 0, bottom: HEADS + lines.length, right: last },
    },
    gridLines: false,
  };
}
