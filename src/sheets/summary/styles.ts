import type { PageSetup, Style } from "../../domain";
import { COLOUR, framed, STYLE as BASE } from "../styles";

/** Styles of the summary, each one object: the writer knows them by identity, and hundreds of thousands of cells share them. */
const cell = { ...BASE.plain, font: { ...BASE.plain.font, size: 9 } } as const;
const strong = { ...cell.font, bold: true } as const;
const faint = { ...cell, font: { ...cell.font, colour: COLOUR.faint } } as const;

export const STYLE = {
  title: { ...BASE.title, font: { ...BASE.title.font, size: 16 } },
  basis: BASE.basis,
  note: { ...BASE.note, vertical: "center" },
  said: { ...BASE.plain, wrap: true },
  heading: framed({ ...BASE.heading, font: { ...BASE.heading.font, size: 9 } }),
  group: framed({ ...cell, horizontal: "center", wrap: true }),
  key: framed({ ...BASE.numbering }),
  text: framed({ ...cell, wrap: true }),
  /** Of files: `@` keeps it a text even when somebody types it again. */
  given: framed({ ...cell, wrap: true, numberFormat: "@" }),
  /** As `given`, on one line. */
  line: framed({ ...cell, numberFormat: "@", shrink: true }),
  centred: framed({ ...cell, horizontal: "center", wrap: true }),
  code: framed({ ...cell, horizontal: "center", numberFormat: "@" }),
  name: framed({ ...cell, horizontal: "left", wrap: true }),
  part: framed({ ...cell, horizontal: "left", indent: 2, wrap: true }),
  strongName: framed({ ...cell, font: strong, fill: COLOUR.heading, horizontal: "left", wrap: true }),
  link: framed({ ...cell, font: { ...cell.font, underline: true, colour: COLOUR.link }, horizontal: "center" }),
  fileLink: framed({ ...cell, wrap: true, font: { ...cell.font, underline: true, colour: COLOUR.link } }),
  count: framed({ ...cell, horizontal: "right", numberFormat: "#,##0_ " }),
  /** 序号 of what stands below another row. */
  detailNumber: framed({ ...faint, horizontal: "right", numberFormat: "0.000_ " }),
  share: framed({ ...cell, horizontal: "right", numberFormat: "0.00%_ " }),
  /** A share of what was to be expected: often far more than all of it. */
  effect: framed({ ...cell, horizontal: "right", numberFormat: '[>=10]#,##0"×"_ ;0.00%_ ' }),
  /** What is 待核: grey, and nothing where there is nothing. */
  pendingHead: framed({ ...BASE.numbering, font: { ...BASE.numbering.font, size: 9 }, wrap: true }),
  pendingCount: framed({ ...faint, horizontal: "right", numberFormat: "#,##0_ ;;" }),
  pendingShare: framed({ ...faint, horizontal: "right", numberFormat: "0.0%_ ;;" }),
  settledName: framed({ ...faint, horizontal: "left", indent: 2, wrap: true }),
  pendingSaid: { ...BASE.plain, font: { ...BASE.plain.font, bold: true }, wrap: true },
  change: framed({ ...cell, horizontal: "right", numberFormat: "+0.0%_ ;-0.0%_ ;0.0%_ " }),
  good: framed({ ...cell, horizontal: "center", font: { ...strong, colour: COLOUR.settled } }),
  warn: framed({ ...cell, horizontal: "center", font: { ...strong, colour: COLOUR.query }, fill: COLOUR.queryFill }),
  bad: framed({ ...cell, horizontal: "center", font: { ...strong, colour: COLOUR.error }, fill: COLOUR.errorFill }),
} as const satisfies Record<string, Style>;

/** What stands for a number where nobody gave one. */
export const NONE = "—";

type Kind = "plain" | "strong" | "faint" | "signed";
/** `_ ` leaves the width of a space at the edge: with an indent, LibreOffice sets cells beside a shrunken one out of line. */
const FORMATS = ["#,##0_ ", "#,##0.0_ ", "#,##0.00_ "] as const;

const WEIGHTS = { plain: {}, signed: {}, strong: { font: strong, fill: COLOUR.heading }, faint: { font: faint.font } } as const;

function styleOfNumber(kind: Kind, decimals: 0 | 1 | 2, none: boolean, marked: boolean): Style {
  const format = FORMATS[decimals];
  // Where nobody gave a number, 0 would say that somebody did.
  const code = kind === "signed" ? `+${format};-${format};0_ ` : none ? `${format};-${format};"${NONE}"_ ` : format;
  const fill = marked ? { fill: COLOUR.queryFill } : {};
  return framed({ ...cell, ...WEIGHTS[kind], ...fill, horizontal: "right", shrink: true, numberFormat: code });
}

const numbers = new Map<string, Style>();

/**
 * @param none whether no number at all is behind the cell: 0 then shows as a dash
 * @param marked whether it holds what is 待核; words beside it say so, the fill repeats it
 */
export function numberStyle(decimals: 0 | 1 | 2, kind: Kind = "plain", none = false, marked = false): Style {
  const key = `${decimals}${kind}${none}${marked}`;
  let style = numbers.get(key);
  if (!style) numbers.set(key, (style = styleOfNumber(kind, decimals, none, marked)));
  return style;
}

/** A3 lying, as wide as the page and as long as it gets. @param titleRows repeated on each page */
export function page(titleRows: readonly [number, number]): PageSetup {
  return {
    paper: 8,
    landscape: true,
    fitTo: { width: 1, height: 0 },
    titleRows,
    margins: MARGINS,
    footer: "&C&P/&N",
  };
}

/** In inches. */
export const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.25 };
