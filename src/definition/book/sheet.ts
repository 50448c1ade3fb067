import { MAX_HEIGHT, type Area, type CellValue, type PlanCell, type SheetPlan, type Style, type Validation } from "../../domain";
import { fitted } from "../../sheets/row-heights";
import { sheetReference } from "../../sheets/places";
import { COLOUR, STYLE } from "../../sheets/styles";
import type { Column, Offer } from "./column";

/** Rows below the last that are ready to be typed into: their cells are texts already where codes belong. */
const SPARE = 30;
/** Excel takes no longer title, and no longer text, of a prompt. */
const PROMPT = { title: 32, text: 255 };

/** Characters across that a page of A4 shows large enough to be read; wider sheets are printed on A3. */
const MOST_ON_A4 = 155;
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** A grid that is seen and does not stand before what is written in it. */
const LINE = "C5CED8";
const edged = (style: Style): Style => ({
  ...style,
  border: { left: "thin", right: "thin", top: "thin", bottom: "thin", colour: LINE },
});
const BODY: Style = { ...STYLE.text, font: { ...STYLE.text.font, size: 10 } };
const TEXT = edged({ ...BODY, numberFormat: "@", indent: 1 });
const NUMBER = edged({ ...BODY, horizontal: "center" });
const SHORT = edged({ ...BODY, numberFormat: "@", horizontal: "center" });
const HEAD = edged(STYLE.heading);
/** What is typed beside the name of an item. */
export const CONTENT: Style = { ...TEXT, fill: COLOUR.input };
/** What only says something about the cells beside it. */
export const ABOUT: Style = edged({ ...STYLE.note, indent: 1 });
/** Narrower columns hold codes and words to choose from, which stand in the middle. */
const NARROW = 14;

/** A column as it is laid out. */
export interface Laid {
  readonly column: Column;
  readonly style?: Style;
}

/** Where the words of an offer stand. */
export type Offered = (offer: Offer) => Area & { readonly sheet: string };

function styleOf({ codec, width = 0 }: Column): Style {
  if (!codec.asText) return NUMBER;
  return width <= NARROW ? SHORT : TEXT;
}

/** A sheet of headings and rows: they stay in view, each column offers and says what belongs there. */
export function tableSheet(
  name: string,
  columns: readonly Laid[],
  rows: readonly (readonly CellValue[])[],
  offered: Offered,
  spare = SPARE,
): SheetPlan {
  const widths = columns.map(({ column }) => column.width ?? 20);
  const styles = columns.map(({ column, style }) => style ?? styleOf(column));
  const body = [...rows, ...Array.from({ length: spare }, () => columns.map(() => null))].map((values, index) =>
    values.map((value, column): PlanCell => ({ row: index + 1, column, value, style: styles[column]! })),
  );
  const last = body.length;
  const printed = { top: 0, left: 0, bottom: rows.length, right: columns.length - 1 };
  return {
    name,
    state: "visible",
    cells: [...columns.map(({ column }, at): PlanCell => ({ row: 0, column: at, value: column.heading, style: HEAD })), ...body.flat()],
    columnWidths: widths,
    rowHeights: new Map([[0, 24]]),
    autoHeights: heights(body.slice(0, rows.length), widths),
    freeze: { row: 1, column: 1 },
    autoFilter: { top: 0, left: 0, bottom: Math.max(rows.length, 1), right: columns.length - 1 },
    validations: columns.flatMap(({ column }, at) => validationOf(column, { top: 1, bottom: last, left: at, right: at }, offered)),
    page: {
      ...{ paper: widths.reduce((a, b) => a + b, 0) > MOST_ON_A4 ? 8 : 9, landscape: true, margins: MARGINS },
      ...{ fitTo: { width: 1, height: 0 }, titleRows: [0, 0], header: `&C${name}`, footer: "&C&P/&N", area: printed },
    },
    gridLines: false,
  };
}

/** `fitted` goes by texts of 9 points; these have 10. */
function heights(rows: readonly (readonly PlanCell[])[], widths: readonly number[]): Map<number, number> {
  const narrower = widths.map((width) => width * 0.9);
  return new Map([...fitted(rows, narrower)].map(([row, points]) => [row, Math.min(MAX_HEIGHT, points * 1.12)]));
}

/** What a cell offers and says: nothing that it refuses is not told by the reader too. */
export function validationOf({ heading, codec, prompt, offer }: Column, area: Area, offered: Offered): Validation[] {
  if (prompt === "") return [];
  const said = { title: heading.slice(0, PROMPT.title), text: prompt.slice(0, PROMPT.text) };
  const common = { areas: [area], allowBlank: true, prompt: said } as const;
  const alert = { title: heading.slice(0, PROMPT.title), text: "请从列表中选择。" };
  if (offer) {
    const { sheet, top, bottom, left } = offered(offer);
    const letter = String.fromCharCode(65 + left);
    const formula1 = `${sheetReference(sheet)}!$${letter}$${top + 1}:$${letter}$${bottom + 1}`;
    if (offer.strict) return [{ ...common, type: "list", formula1, errorStyle: "stop", alert }];
    return [{ ...common, type: "list", formula1, errorStyle: "warning", alert: { ...alert, text: "列表中没有。确实要用，请选“是”。" } }];
  }
  if (codec.words) return [{ ...common, type: "list", formula1: `"${codec.words.join(",")}"`, errorStyle: "stop", alert }];
  if (codec.asText) return [{ ...common, type: "textLength", operator: "lessThanOrEqual", formula1: "32767", errorStyle: "stop" }];
  return [
    {
      ...common,
      type: "decimal",
      operator: "greaterThanOrEqual",
      formula1: "0",
      errorStyle: "stop",
      alert: { title: said.title, text: "请填数字。" },
    },
  ];
}
