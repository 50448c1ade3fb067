import type { Border, Colour, ConditionalStyle, Font, Style } from "../../domain/plan";
import { attributes, MAIN_NS, XML_HEAD } from "./xml-write";

/** Number formats that have a fixed number in every language (ECMA-376 part 1, 18.8.30). */
const BUILT_IN = new Map([
  ["General", 0],
  ["0", 1],
  ["0.00", 2],
  ["#,##0", 3],
  ["#,##0.00", 4],
  ["0%", 9],
  ["0.00%", 10],
  ["0.00E+00", 11],
  ["@", 49],
]);
const FIRST_CUSTOM_FORMAT = 164;

/** Gives each different piece of XML its number, in the order of first use. */
class Pool {
  readonly items: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const item of first) this.numberOf(item);
  }

  numberOf(item: string): number {
    const known = this.numbers.get(item);
    if (known !== undefined) return known;
    this.numbers.set(item, this.items.length);
    return this.items.push(item) - 1;
  }

  list(element: string): string {
    return `<${element} count="${this.items.length}">${this.items.join("")}</${element}>`;
  }
}

/** `RRGGBB` as the opaque ARGB of the file. */
export function colourElement(element: string, colour: Colour): string {
  if (!/^[0-9A-Fa-f]{6}$/.test(colour)) throw new RangeError(`${colour} is no RRGGBB colour`);
  return `<${element} rgb="FF${colour.toUpperCase()}"/>`;
}

function fontXml(font: Font): string {
  return (
    `<font>${font.bold ? "<b/>" : ""}${font.italic ? "<i/>" : ""}${font.underline ? "<u/>" : ""}` +
    `${font.size === undefined ? "" : `<sz${attributes({ val: font.size })}/>`}${font.colour ? colourElement("color", font.colour) : ""}` +
    `${font.name === undefined ? "" : `<name${attributes({ val: font.name })}/>`}</font>`
  );
}

function borderXml(border: Border): string {
  const edges = (["left", "right", "top", "bottom"] as const).map((edge) => {
    const line = border[edge];
    return line ? `<${edge} style="${line}">${colourElement("color", border.colour ?? "000000")}</${edge}>` : `<${edge}/>`;
  });
  return `<border>${edges.join("")}<diagonal/></border>`;
}

function fillXml(colour: Colour): string {
  return `<fill><patternFill patternType="solid">${colourElement("fgColor", colour)}<bgColor indexed="64"/></patternFill></fill>`;
}

/** Collects the styles of a workbook, each once, and writes the styles part (ECMA-376 part 1, 18.8). */
export class StyleBook {
  private readonly fonts: Pool;
  // The first two fills are the program's own (18.8.20): a file's fills begin at number 2.
  private readonly fills = new Pool('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>');
  private readonly borders = new Pool(borderXml({}));
  private readonly formats = new Pool();
  private readonly cellFormats = new Pool('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  private readonly differences = new Pool();
  private readonly known = new Map<Style, number>();

  constructor(private readonly defaultFont: { readonly name: string; readonly size: number }) {
    this.fonts = new Pool(fontXml(defaultFont));
  }

  /** The number of a cell style, as the `s` of a cell says it. */
  styleNumber(style: Style | undefined): number {
    if (!style) return 0;
    let number = this.known.get(style);
    if (number === undefined) this.known.set(style, (number = this.cellFormats.numberOf(this.cellFormat(style))));
    return number;
  }

  /** The number of a conditional style, as the `dxfId` of a rule says it. */
  differenceNumber(style: ConditionalStyle): number {
    const font = style.bold || style.colour ? fontXml({ bold: style.bold, colour: style.colour }) : "";
    const fill = style.fill ? `<fill><patternFill>${colourElement("bgColor", style.fill)}</patternFill></fill>` : "";
    return this.differences.numberOf(`<dxf>${font}${fill}</dxf>`);
  }

  private cellFormat(style: Style): string {
    const format = style.numberFormat === undefined ? 0 : this.formatNumber(style.numberFormat);
    const font = style.font ? this.fonts.numberOf(fontXml({ ...this.defaultFont, ...style.font })) : 0;
    const fill = style.fill ? this.fills.numberOf(fillXml(style.fill)) : 0;
    const border = style.border ? this.borders.numberOf(borderXml(style.border)) : 0;
    const alignment = attributes({
      horizontal: style.horizontal,
      vertical: style.vertical,
      wrapText: style.wrap || undefined,
      indent: style.indent,
      shrinkToFit: style.shrink || undefined,
    });
    const open = style.locked === false;
    const applied = attributes({
      applyNumberFormat: format > 0 || undefined,
      applyFont: font > 0 || undefined,
      applyFill: fill > 0 || undefined,
      applyBorder: border > 0 || undefined,
      applyAlignment: alignment !== "" || undefined,
      applyProtection: open || undefined,
    });
    const inner = `${alignment && `<alignment${alignment}/>`}${open ? '<protection locked="0"/>' : ""}`;
    const start = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
    return inner ? `${start}>${inner}</xf>` : `${start}/>`;
  }

  private formatNumber(code: string): number {
    if (code.length === 0 || code.length > 255) throw new RangeError("A number format has 1 to 255 characters");
    return BUILT_IN.get(code) ?? FIRST_CUSTOM_FORMAT + this.formats.numberOf(code);
  }

  part(): string {
    const formats = this.formats.items.map(
      (formatCode, index) => `<numFmt${attributes({ numFmtId: FIRST_CUSTOM_FORMAT + index, formatCode })}/>`,
    );
    return (
      `${XML_HEAD}<styleSheet xmlns="${MAIN_NS}">` +
      (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join("")}</numFmts>` : "") +
      this.fonts.list("fonts") +
      this.fills.list("fills") +
      this.borders.list("borders") +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.cellFormats.list("cellXfs") +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      this.differences.list("dxfs") +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
    );
  }
}
