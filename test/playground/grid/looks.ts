import { BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy, type IBorderData, type IStyleData } from "@univerjs/core";
import type { BorderSide, CellStyle, Color } from "hucre";

/** Between how a file describes the looks of a cell and how the grid does. What the grid cannot show stays away. */

const BORDERS: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  thick: BorderStyleTypes.THICK,
};
const ACROSS: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  centerContinuous: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  distributed: HorizontalAlign.DISTRIBUTED,
};
const DOWN: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};
/** Pixels of a step of indentation. */
const INDENT = 9;

/** `#RRGGBB`; undefined for colours of a theme, which the model does not keep. */
export function colourOf(colour: Color | undefined): string | undefined {
  return colour?.rgb === undefined ? undefined : `#${colour.rgb.slice(-6)}`;
}

function edge(side: BorderSide | undefined): IBorderData["t"] {
  return side ? { s: BORDERS[side.style] ?? BorderStyleTypes.THIN, cl: { rgb: colourOf(side.color) ?? "#000000" } } : undefined;
}

function bordersOf({ top, right, bottom, left }: NonNullable<CellStyle["border"]>): IBorderData {
  const edges: [keyof IBorderData, IBorderData["t"]][] = [
    ["t", edge(top)],
    ["r", edge(right)],
    ["b", edge(bottom)],
    ["l", edge(left)],
  ];
  return Object.fromEntries(edges.filter(([, one]) => one));
}

function fontOf({ name, size, bold, italic, underline, color }: NonNullable<CellStyle["font"]>): IStyleData {
  const ink = colourOf(color);
  return {
    ...(name ? { ff: name } : {}),
    ...(size ? { fs: size } : {}),
    ...(bold ? { bl: 1 } : {}),
    ...(italic ? { it: 1 } : {}),
    ...(underline ? { ul: { s: 1 } } : {}),
    ...(ink ? { cl: { rgb: ink } } : {}),
  };
}

/** @param format the cell's number format, which the model keeps beside its looks */
export function styleOf(look: CellStyle = {}, format = "General"): IStyleData {
  const { font, fill, border, alignment = {} } = look;
  const ground = fill?.type === "pattern" && fill.pattern !== "none" ? colourOf(fill.fgColor ?? fill.bgColor) : undefined;
  const across = ACROSS[alignment.horizontal ?? ""];
  return {
    ...(font ? fontOf(font) : {}),
    ...(ground ? { bg: { rgb: ground } } : {}),
    ...(border ? { bd: bordersOf(border) } : {}),
    ...(across === undefined ? {} : { ht: across }),
    vt: DOWN[alignment.vertical ?? "bottom"] ?? VerticalAlign.BOTTOM,
    ...(alignment.wrapText ? { tb: WrapStrategy.WRAP } : {}),
    ...(alignment.indent ? { pd: { [alignment.horizontal === "right" ? "r" : "l"]: alignment.indent * INDENT + 2 } } : {}),
    ...(format === "General" ? {} : { n: { pattern: format } }),
  };
}
