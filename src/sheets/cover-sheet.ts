import {
  absolute,
  periodDays,
  schoolLabel,
  type Area,
  type ConditionalFormat,
  type CoverItem,
  type RosterEntry,
  type SheetPlan,
  type Style,
} from "../domain";
import { fill } from "../locales";
import { Canvas } from "./canvas";
import { coverChecks } from "./programme-checks";
import {
  COVER_COLUMNS as COLUMN,
  COVER_ROWS as ROW,
  coverAt,
  lineAt,
  programmePlaces,
  resultColumns,
  sheetReference,
  type CoverPlaces,
} from "./places";
import { COLOUR, framed, input, STYLE } from "./styles";
import type { TemplateContext } from "./template-context";
import { coverInputs, validationsOf } from "./validations";

const LAST = COLUMN.queries;
/** Characters of the default font. */
const WIDTHS = [7, 20, 32, 32, 10, 11, 11];
/** Points. */
const HEIGHT = {
  annex: 18,
  title: 34,
  basis: 24,
  gap: 14,
  item: 28,
  heads: 36,
  line: 32,
  total: 32,
  seal: 44,
  helpTitle: 26,
  helpLine: 17,
};
/** Characters of help on one printed line. */
const HELP_LINE = 60;

/** A telephone number is a text: as a number it would lose its first 0, and +86-139… would be a difference. */
const NUMBER_FORMAT: Readonly<Record<CoverItem["kind"], Pick<Style, "numberFormat">>> = {
  text: {},
  phone: { numberFormat: "@" },
  email: {},
  date: { numberFormat: "yyyy-mm-dd" },
};

const area = (top: number, left: number, bottom: number, right: number): Area => ({ top, left, bottom, right });

function items(canvas: Canvas, context: TemplateContext, places: CoverPlaces): void {
  const { form, school, periodLabel } = context;
  const checks = coverChecks(context, places);
  const last = form.cover.length + 1;
  const rows = [
    { id: "school", label: schoolLabel(form), value: school },
    { id: "period", label: form.labels.period, value: periodLabel },
    ...form.cover.map(({ id, label }) => ({ id, label, value: null })),
  ];
  rows.forEach(({ id, label, value }, index) => {
    const { row } = coverAt(places, id);
    const edge = { top: index === 0, bottom: index === last };
    canvas.span(row, 0, COLUMN.category, label, framed(STYLE.label, { ...edge, left: true }));
    const kind = form.cover.find((item) => item.id === id)?.kind;
    canvas.put(row, COLUMN.input, value, framed(input({ ...STYLE.choice, ...(kind ? NUMBER_FORMAT[kind] : {}) }), edge));
    canvas.span(row, COLUMN.programme, LAST, "", framed(STYLE.note, { ...edge, right: true }), checks(id));
  });
}

/** One line per programme, with its state as the formulas on its own sheet have it. */
function programmeList(
  canvas: Canvas,
  context: TemplateContext,
  places: CoverPlaces,
  entries: readonly (RosterEntry | undefined)[],
  sheets: readonly string[],
): void {
  const { labels } = context.form;
  const { cover } = context.locale.form;
  const heads = [cover.number, labels.category, labels.cluster, labels.programme, cover.sheet, cover.errors, cover.queries];
  const head = places.programmes - 1;
  heads.forEach((text, column) =>
    canvas.put(head, column, text, framed(STYLE.heading, { top: true, left: column === 0, right: column === LAST })),
  );
  sheets.forEach((sheet, index) => {
    const row = places.programmes + index;
    const programme = programmePlaces(context.form, sheet);
    const entry = entries[index];
    const mirror = (part: "category" | "cluster" | "programme"): string => {
      const cell = `${sheetReference(sheet)}!${absolute(lineAt(programme, part))}`;
      return `IF(${cell}="","",${cell})`;
    };
    canvas.put(row, 0, index + 1, framed(STYLE.centred, { left: true }));
    canvas.put(row, COLUMN.category, entry?.category ?? "", framed(STYLE.choice), mirror("category"));
    canvas.put(row, COLUMN.input, entry?.cluster ?? "", framed(STYLE.choice), mirror("cluster"));
    canvas.put(row, COLUMN.programme, entry?.programme ?? "", framed(STYLE.choice), mirror("programme"));
    canvas.put(row, COLUMN.sheet, sheet, framed(STYLE.link));
    // No cached counts: LibreOffice would trust them on loading, and they are wrong once another program has filled a cell.
    canvas.put(
      row,
      COLUMN.errors,
      null,
      framed(STYLE.centred),
      whereBegun(
        context,
        sheet,
        cover.blankSheet,
        count(context, sheet, [context.locale.severityBrief.fatal, context.locale.severityBrief.error]),
      ),
    );
    canvas.put(
      row,
      COLUMN.queries,
      null,
      framed(STYLE.centred, { right: true }),
      whereBegun(context, sheet, "", count(context, sheet, [context.locale.severityBrief.query])),
    );
  });
}

/** How many numbers of a sheet are filled in, as a formula. */
function filledIn(context: TemplateContext, sheet: string): string {
  const { columns, indicators } = programmePlaces(context.form, sheet);
  const rows = [...indicators.values()];
  return `COUNTA(${sheetReference(sheet)}!${absolute({ row: rows[0]!, column: columns.current })}:${absolute({ row: rows.at(-1)!, column: columns.current })})`;
}

/** A sheet that nobody has begun has no results to count: nothing about it has passed. */
function whereBegun(context: TemplateContext, sheet: string, otherwise: string, then: string): string {
  return `IF(${filledIn(context, sheet)}=0,"${otherwise}",${then})`;
}

/** Counts the results of a sheet that begin with one of some words. */
function count(context: TemplateContext, sheet: string, words: readonly string[]): string {
  const places = programmePlaces(context.form, sheet);
  const of = sheetReference(sheet);
  const ranges = resultColumns(places).map(
    ({ column, rows }) => `${of}!${absolute({ row: rows[0]!, column })}:${absolute({ row: rows.at(-1)!, column })}`,
  );
  return words.flatMap((word) => ranges.map((one) => beginning(one, word))).join("+");
}

/** How many cells of a range begin with a word. Not COUNTIF: whether it knows wildcards is a setting of the program. */
function beginning(range: string, word: string): string {
  return `SUMPRODUCT(--(LEFT(${range},${word.length})="${word}"))`;
}

/** One sentence on the state of the whole form. */
function total(canvas: Canvas, context: TemplateContext, places: CoverPlaces, sheets: readonly string[], row: number): void {
  const { cover } = context.locale.form;
  const { fatal, error } = context.locale.severityBrief;
  const list = (column: number): string =>
    `${absolute({ row: places.programmes, column })}:${absolute({ row: places.programmes + sheets.length - 1, column })}`;
  const own = `${absolute({ row: places.school, column: places.result })}:${absolute({ row: places.programmes - 3, column: places.result })}`;
  const errors = `(SUM(${list(COLUMN.errors)})+${beginning(own, fatal)}+${beginning(own, error)})`;
  const queries = `SUM(${list(COLUMN.queries)})`;
  const filled = sheets.map((sheet) => filledIn(context, sheet));
  const blank = sheets.map((sheet, index) => `IF(${filled[index]}=0,"、${sheet}","")`).join("&");
  const blocked = `"${cover.blocked.replace(/\{errors\}/, `"&${errors}&"`).replace(/\{queries\}/, `"&${queries}&"`)}"`;
  const others = `"${cover.someBlank.replace(/\{sheets\}/, `"&MID(${blank},2,255)&"`)}"`;
  const verdict = (passed: string): string => `IF(${errors}+${queries}=0,"${passed}",${blocked})`;
  const begun = `IF(${filled.map((one) => `(${one}=0)`).join("+")}>0,${others}&${verdict("")},${verdict(cover.passed)})`;
  const formula = `IF(${filled.join("+")}=0,"${cover.notBegun}",${begun})`;
  canvas.span(row, 0, COLUMN.category, cover.total, framed(STYLE.label, { left: true, bottom: true }));
  canvas.span(row, COLUMN.input, LAST, null, framed({ ...STYLE.label, horizontal: "left" }, { right: true, bottom: true }), formula);
}

function help(canvas: Canvas, context: TemplateContext, from: number): Map<number, number> {
  const { form, locale, ruleset, period } = context;
  const { cover } = locale.form;
  const facts = {
    ...form.labels,
    office: form.recipient.office,
    email: form.recipient.email,
    due: periodDays(period).last,
    min: ruleset.explanation.minLength,
  };
  const heights = new Map<number, number>([[from, HEIGHT.helpTitle]]);
  canvas.span(from, 0, LAST, cover.helpTitle, { ...STYLE.label, indent: 0 });
  const lines = cover.help.map((line, i) => `${i + 1}. ${fill(line, facts)}`);
  if (form.provenance === "reconstructed") lines.push(`${lines.length + 1}. ${cover.reconstructed}`);
  lines.forEach((line, i) => {
    canvas.span(from + 1 + i, 0, LAST, line, STYLE.help);
    const width = [...line].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 128 ? 0.55 : 1), 0);
    heights.set(from + 1 + i, Math.ceil(width / HELP_LINE) * HEIGHT.helpLine + 3);
  });
  return heights;
}

function marks(context: TemplateContext, places: CoverPlaces): ConditionalFormat[] {
  const { severityBrief } = context.locale;
  const last = places.programmes - 3;
  const cell = `$D${places.school + 1}`;
  return [severityBrief.fatal, severityBrief.error].map((word) => ({
    areas: [area(places.school, places.result, last, LAST)],
    formula: `LEFT(${cell},${word.length})="${word}"`,
    style: { colour: COLOUR.error, fill: COLOUR.errorFill },
  }));
}

/** The first sheet: who reports, what is reported, how it stands. */
export function coverSheet(
  context: TemplateContext,
  places: CoverPlaces,
  entries: readonly (RosterEntry | undefined)[],
  sheets: readonly string[],
): SheetPlan {
  const { form, locale } = context;
  const canvas = new Canvas();
  canvas.span(ROW.annex, 0, COLUMN.category, form.annex, STYLE.annex);
  canvas.span(ROW.annex, COLUMN.programme, LAST, fill(locale.form.cover.formCode, { code: context.code }), STYLE.slots);
  canvas.span(ROW.title, 0, LAST, form.title, { ...STYLE.title, font: { ...STYLE.title.font, size: 20 } });
  canvas.span(ROW.basis, 0, LAST, form.basis, STYLE.basis);
  items(canvas, context, places);
  programmeList(canvas, context, places, entries, sheets);
  const totalRow = places.programmes + sheets.length;
  total(canvas, context, places, sheets, totalRow);
  canvas.span(places.seal, 0, COLUMN.category, form.labels.seal, STYLE.label);
  canvas.put(places.seal, COLUMN.input, locale.form.cover.unsealed, STYLE.code);
  canvas.span(places.seal, COLUMN.programme, LAST, locale.form.cover.seal, STYLE.note);
  const helpHeights = help(canvas, context, places.seal + 2);
  const lastRow = Math.max(...helpHeights.keys());
  const rowHeights = new Map<number, number>([
    [ROW.annex, HEIGHT.annex],
    [ROW.title, HEIGHT.title],
    [ROW.basis, HEIGHT.basis],
    [ROW.school - 1, HEIGHT.gap],
    ...Array.from({ length: form.cover.length + 2 }, (_, i): [number, number] => [ROW.school + i, HEIGHT.item]),
    [places.programmes - 2, HEIGHT.gap],
    [places.programmes - 1, HEIGHT.heads],
    ...sheets.map((_, i): [number, number] => [places.programmes + i, HEIGHT.line]),
    [totalRow, HEIGHT.total],
    [places.seal, HEIGHT.seal],
    ...helpHeights,
  ]);
  return {
    name: places.sheet,
    state: "visible",
    cells: canvas.sorted(),
    merges: canvas.merges,
    columnWidths: WIDTHS,
    rowHeights,
    gridLines: false,
    page: {
      paper: 9,
      fitTo: { width: 1, height: 1 },
      centred: true,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.7, header: 0.3, footer: 0.35 },
      footer: `&C${locale.form.page}`,
      area: area(0, 0, lastRow, LAST),
      titleRows: [ROW.annex, ROW.title],
    },
    protection: { allow: ["formatColumns", "formatRows"] },
    validations: validationsOf(coverInputs(places, context)),
    conditionalFormats: marks(context, places),
    links: sheets.map((sheet, i) => ({ row: places.programmes + i, column: COLUMN.sheet, to: { place: `${sheetReference(sheet)}!A1` } })),
  };
}
