import type { Border, Style } from "../domain";

/** Body face of the form; the title's is TITLE_FONT. Both are on every Chinese Windows, and programs without them fall back by themselves. */
export const BODY_FONT = "宋体";
const TITLE_FONT = "黑体";

/** Colours carry no meaning alone: each goes with words. Checked for a contrast of 4.5:1 or more. */
export const COLOUR = {
  ink: "1F2933",
  faint: "5F6B7A",
  input: "FFF9E6",
  heading: "E8EEF5",
  error: "B42318",
  errorFill: "FDE7E4",
  query: "8A4B00",
  queryFill: "FFF0D1",
  settled: "1D6B3A",
  link: "0B5CAD",
};

const base: Style = { font: { name: BODY_FONT, size: 10, colour: COLOUR.ink }, vertical: "center" };

export const STYLE = {
  annex: { ...base, font: { name: TITLE_FONT, size: 12, colour: COLOUR.ink } },
  slots: { ...base, font: { name: BODY_FONT, size: 9, colour: COLOUR.ink }, horizontal: "right" },
  title: { ...base, font: { name: TITLE_FONT, size: 18, bold: true, colour: COLOUR.ink }, horizontal: "center" },
  basis: { ...base, font: { name: BODY_FONT, size: 10, colour: COLOUR.ink }, horizontal: "center" },
  plain: base,
  right: { ...base, horizontal: "right" },
  number: { ...base, horizontal: "right", indent: 1, shrink: true },
  label: { ...base, font: { name: BODY_FONT, size: 10, bold: true, colour: COLOUR.ink }, horizontal: "left", indent: 1, wrap: true },
  heading: {
    ...base,
    font: { name: BODY_FONT, size: 10, bold: true, colour: COLOUR.ink },
    fill: COLOUR.heading,
    horizontal: "center",
    wrap: true,
  },
  numbering: { ...base, font: { name: BODY_FONT, size: 8, colour: COLOUR.faint }, horizontal: "center" },
  group: { ...base, horizontal: "center", wrap: true },
  centred: { ...base, horizontal: "center" },
  name: { ...base, horizontal: "left", shrink: true },
  partName: { ...base, horizontal: "left", indent: 2, shrink: true },
  choice: { ...base, horizontal: "left", indent: 1, shrink: true },
  comparison: { ...base, font: { name: BODY_FONT, size: 10, colour: COLOUR.faint }, horizontal: "right", indent: 1, shrink: true },
  result: { ...base, font: { name: BODY_FONT, size: 9, colour: COLOUR.faint }, horizontal: "left", shrink: true },
  note: { ...base, font: { name: BODY_FONT, size: 9, colour: COLOUR.faint }, horizontal: "left", wrap: true },
  text: { ...base, font: { name: BODY_FONT, size: 9, colour: COLOUR.ink }, horizontal: "left", wrap: true },
  help: { ...base, font: { name: BODY_FONT, size: 11, colour: COLOUR.ink }, wrap: true, vertical: "top" },
  link: { ...base, font: { name: BODY_FONT, size: 10, underline: true, colour: COLOUR.link }, horizontal: "center" },
  code: { ...base, font: { name: "Consolas", size: 14, bold: true, colour: COLOUR.ink }, horizontal: "left" },
  // Beside the printed form: on one line, or the rows would be as tall as what was explained before.
  carried: { ...base, font: { name: BODY_FONT, size: 9, italic: true, colour: COLOUR.faint } },
  strut: { font: { name: BODY_FONT, size: 16 } },
} as const satisfies Record<string, Style>;

/** Opens a cell for input. */
export function input(style: Style): Style {
  return { ...style, fill: COLOUR.input, locked: false };
}

/** A thin grid within a thicker frame: the borders of a cell of a table. */
export function framed(
  style: Style,
  edge: { readonly top?: boolean; readonly bottom?: boolean; readonly left?: boolean; readonly right?: boolean } = {},
): Style {
  const border: Border = {
    top: edge.top ? "medium" : "thin",
    bottom: edge.bottom ? "medium" : "thin",
    left: edge.left ? "medium" : "thin",
    right: edge.right ? "medium" : "thin",
    colour: COLOUR.ink,
  };
  return { ...style, border };
}
