import {
  WHOLE_SCHOOL,
  absolute,
  address,
  type Area,
  coverItem,
  schoolLabel,
  type ConditionalFormat,
  type CoverRole,
  type Indicator,
  type Previous,
  type RosterEntry,
  type SheetPlan,
} from "../domain";
import {
  coverAt,
  programmePlaces,
  PROGRAMME_COLUMNS as COLUMN,
  PROGRAMME_ROWS as ROW,
  ROW_HEIGHT,
  sheetReference,
  textLabel,
  type CoverPlaces,
  type ProgrammePlaces,
  printedName,
} from "./places";
import { Canvas } from "./canvas";
import { quoted } from "./formula-text";
import { programmeChecks, type ProgrammeChecks } from "./programme-checks";
import { COLOUR, framed, input, STYLE } from "./styles";
import type { TemplateContext } from "./template-context";
import { programmeInputs, validationsOf } from "./validations";

const LAST = COLUMN.explanation;
/** Characters of the default font. */
const WIDTHS = [15.5, 6, 38, 9, 10, 11, 29, 29];
const CARRIED_WIDTH = 30;
/** Points. */
const HEIGHT = { annex: 16, title: 28, basis: 15, head: 18, labels: 20, numbering: 12, textLine: 13, textPadding: 6, foot: 22 };

const area = (top: number, left: number, bottom: number, right: number): Area => ({ top, left, bottom, right });

function heading(canvas: Canvas, context: TemplateContext, cover: CoverPlaces): void {
  const { form, periodLabel } = context;
  const { slots } = form;
  const [school, period] = [`${schoolLabel(form)}：`, `${form.labels.period}：`];
  const slot = [slots.formNumber, slots.authority, slots.approvalNumber, slots.validUntil].filter(Boolean).join("　");
  canvas.span(ROW.annex, 0, COLUMN.name, form.annex, STYLE.annex);
  if (slot) canvas.span(ROW.annex, COLUMN.unit, LAST, slot, STYLE.slots);
  canvas.span(ROW.title, 0, LAST, form.title, STYLE.title);
  canvas.span(ROW.basis, 0, LAST, form.basis, STYLE.basis);
  const of = (item: string): string => `${sheetReference(cover.sheet)}!${absolute(coverAt(cover, item))}`;
  canvas.span(ROW.head, 0, COLUMN.name, `${school}${context.school}`, STYLE.plain, `${quoted(school)}&${of("school")}`);
  canvas.span(ROW.head, COLUMN.unit, COLUMN.current, `${period}${periodLabel}`, STYLE.centred, `${quoted(period)}&${of("period")}`);
  canvas.span(ROW.head, COLUMN.result, LAST, form.labels.unitNote, STYLE.right);
}

function line(canvas: Canvas, context: TemplateContext, entry: RosterEntry | undefined, checks: ProgrammeChecks): void {
  const { labels } = context.form;
  const part = (row: number, label: string, value: string | undefined, edge: { top?: boolean }): void => {
    canvas.span(row, 0, COLUMN.code, label, framed(STYLE.label, { ...edge, left: true }));
    canvas.put(row, COLUMN.name, value ?? null, framed(input(STYLE.choice), edge));
  };
  part(ROW.category, labels.category, entry?.category, { top: true });
  canvas.span(ROW.category, COLUMN.unit, LAST, "", framed(STYLE.result, { top: true, right: true }), checks.line("category"));
  part(ROW.cluster, labels.cluster, entry?.cluster, {});
  canvas.span(ROW.cluster, COLUMN.unit, LAST, "", framed(STYLE.result, { right: true }), checks.line("cluster"));
  part(ROW.programme, labels.programme, entry?.programme ?? (context.form.subject === "school" ? WHOLE_SCHOOL : undefined), {});
  canvas.span(ROW.programme, COLUMN.unit, COLUMN.result, "", framed(STYLE.result), checks.line("programme"));
  canvas.put(ROW.programme, LAST, null, framed(input(STYLE.text), { right: true }));
}

function tableHead(canvas: Canvas, { form: { labels } }: TemplateContext): void {
  const heads = [labels.group, labels.code, labels.name, labels.unit, labels.comparison, labels.current, labels.result, labels.explanation];
  heads.forEach((head, column) =>
    canvas.put(ROW.labels, column, head, framed(STYLE.heading, { left: column === 0, right: column === LAST })),
  );
  const numbering = labels.numbering.split(" ");
  numbering.forEach((text, column) =>
    canvas.put(ROW.numbering, column, text, framed(STYLE.numbering, { left: column === 0, right: column === LAST })),
  );
}

/** Thousands grouped, decimals as the type has them. */
function numberFormat({ type }: Indicator): string {
  return type.decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(type.decimals)}`;
}

function indicatorRows(
  canvas: Canvas,
  context: TemplateContext,
  places: ProgrammePlaces,
  previous: Previous | undefined,
  checks: ProgrammeChecks,
): void {
  const { indicators, texts } = context.form;
  indicators.forEach((indicator, index) => {
    const bottom = texts.length === 0 && index === indicators.length - 1;
    const row = places.indicators.get(indicator.code)!;
    const format = { numberFormat: numberFormat(indicator) };
    const first = indicators[index - 1]?.group !== indicator.group;
    canvas.put(row, COLUMN.group, first ? indicator.group : null, framed(STYLE.group, { left: true, bottom }));
    if (first) {
      const rows = indicators.filter(({ group }) => group === indicator.group).length;
      if (rows > 1) canvas.merges.push(area(row, COLUMN.group, row + rows - 1, COLUMN.group));
    }
    canvas.put(row, COLUMN.code, indicator.code, framed(STYLE.centred, { bottom }));
    canvas.put(
      row,
      COLUMN.name,
      printedName(indicator, context.form),
      framed(indicator.partOf === undefined ? STYLE.name : STYLE.partName, { bottom }),
    );
    canvas.put(row, COLUMN.unit, indicator.unit, framed(STYLE.centred, { bottom }));
    const compared = indicator.measure === "stock" ? previous?.lastPeriod[indicator.code] : previous?.sameHalf[indicator.code];
    canvas.put(row, COLUMN.comparison, compared ?? null, framed({ ...STYLE.comparison, ...format }, { bottom }));
    canvas.put(row, COLUMN.current, null, framed(input({ ...STYLE.number, ...format }), { bottom }));
    canvas.put(row, COLUMN.result, "", framed(STYLE.result, { bottom }), checks.indicator(indicator.code));
    canvas.put(row, COLUMN.explanation, null, framed(input(STYLE.text), { right: true, bottom }));
    const carried = previous?.explanations[indicator.code];
    if (carried !== undefined) canvas.put(row, LAST + 1, carried, STYLE.carried);
  });
}

/** A text of the last period, marked so that nobody takes it for one of this. */
function draftOf(id: string, { drafts, form }: TemplateContext, previous: Previous | undefined): string | null {
  const text = drafts ? previous?.texts[id] : undefined;
  return text === undefined ? null : `${form.labels.draftMark}${text.replaceAll(form.labels.draftMark, "")}`;
}

function textRows(
  canvas: Canvas,
  context: TemplateContext,
  places: ProgrammePlaces,
  previous: Previous | undefined,
  checks: ProgrammeChecks,
): void {
  context.form.texts.forEach((item, index) => {
    const row = places.texts.get(item.id)!;
    const bottom = index === context.form.texts.length - 1;
    canvas.span(row, 0, COLUMN.code, textLabel(item, context.form), framed(STYLE.label, { left: true, bottom }));
    canvas.span(
      row,
      COLUMN.name,
      COLUMN.result,
      draftOf(item.id, context, previous),
      framed(input({ ...STYLE.text, vertical: "top" }), { bottom }),
    );
    canvas.put(row, LAST, "", framed(STYLE.note, { right: true, bottom }), checks.text(item.id));
  });
}

function foot(canvas: Canvas, context: TemplateContext, cover: CoverPlaces, row: number): void {
  const spans: readonly (readonly [CoverRole, number, number])[] = [
    ["head", 0, COLUMN.code],
    ["filler", COLUMN.name, COLUMN.name],
    ["phone", COLUMN.unit, COLUMN.current],
    ["reported", COLUMN.result, LAST],
  ];
  for (const [role, from, to] of spans) {
    const item = coverItem(context.form, role);
    if (!item) continue;
    const cell = `${sheetReference(cover.sheet)}!${absolute(coverAt(cover, item.id))}`;
    const label = `${item.label}：`;
    const value = item.kind === "date" ? `IF(ISNUMBER(${cell}),TEXT(${cell},"yyyy-mm-dd"),${cell}&"")` : cell;
    if (from === to) canvas.put(row, from, label, { ...STYLE.plain, shrink: true }, `${quoted(label)}&${value}`);
    else canvas.span(row, from, to, label, { ...STYLE.plain, shrink: true }, `${quoted(label)}&${value}`);
  }
}

/** Red, amber and green beside the words, over result and value. The words are those of the severity, at the beginning of a result. */
function marks(context: TemplateContext, places: ProgrammePlaces): ConditionalFormat[] {
  const { severityBrief, form } = context.locale;
  const rows = [...places.indicators.values()];
  const body = [area(rows[0]!, COLUMN.current, rows.at(-1)!, COLUMN.result)];
  const cell = `$${address({ row: rows[0]!, column: COLUMN.result })}`;
  const head = [area(places.category, COLUMN.unit, places.programme, COLUMN.unit)];
  const headCell = `$${address({ row: places.category, column: COLUMN.unit })}`;
  const [first, ...others] = places.texts.values();
  const marked: [Area[], string][] = [
    [body, cell],
    [head, headCell],
  ];
  if (first !== undefined) marked.push([[area(first, LAST, others.at(-1) ?? first, LAST)], `$${address({ row: first, column: LAST })}`]);
  const when = (areas: Area[], at: string, word: string, style: ConditionalFormat["style"]): ConditionalFormat => ({
    areas,
    formula: `LEFT(${at},${word.length})="${word}"`,
    style,
  });
  return marked.flatMap(([areas, at]) => [
    when(areas, at, severityBrief.fatal, { colour: COLOUR.error, fill: COLOUR.errorFill, bold: true }),
    when(areas, at, severityBrief.error, { colour: COLOUR.error, fill: COLOUR.errorFill }),
    when(areas, at, severityBrief.query, { colour: COLOUR.query, fill: COLOUR.queryFill }),
    when(areas, at, form.explained, { colour: COLOUR.settled }),
  ]);
}

/** Rows that grow with what is typed: an explanation that wraps is never cut off. */
function growing(places: ProgrammePlaces): Map<number, number> {
  return new Map([places.category, places.cluster, places.programme, ...places.indicators.values()].map((row) => [row, ROW_HEIGHT]));
}

function heights(context: TemplateContext, places: ProgrammePlaces, foot: number): Map<number, number> {
  const rows = new Map<number, number>([
    [ROW.annex, HEIGHT.annex],
    [ROW.title, HEIGHT.title],
    [ROW.basis, HEIGHT.basis],
    [ROW.head, HEIGHT.head],
    [ROW.labels, HEIGHT.labels],
    [ROW.numbering, HEIGHT.numbering],
    [foot, HEIGHT.foot],
  ]);
  // Merged cells have no automatic height: each text gets room for all the characters it may hold.
  for (const item of context.form.texts) rows.set(places.texts.get(item.id)!, item.lines * HEIGHT.textLine + HEIGHT.textPadding);
  return rows;
}

/** One programme: a sheet on one A4 page. */
export function programmeSheet(
  context: TemplateContext,
  name: string,
  entry: RosterEntry | undefined,
  cover: CoverPlaces,
  previous: Previous | undefined,
): SheetPlan {
  const places = programmePlaces(context.form, name);
  const checks = programmeChecks(context, places);
  const canvas = new Canvas();
  heading(canvas, context, cover);
  line(canvas, context, entry, checks);
  tableHead(canvas, context);
  indicatorRows(canvas, context, places, previous, checks);
  textRows(canvas, context, places, previous, checks);
  const last = Math.max(...places.indicators.values(), ...places.texts.values()) + 1;
  foot(canvas, context, cover, last);
  const carries = Object.values(previous?.explanations ?? {}).some((text) => text !== undefined);
  if (carries) canvas.put(ROW.labels, LAST + 1, context.form.labels.carriedExplanation, STYLE.heading);
  const line0 = previous?.explanations["line"];
  if (line0 !== undefined) canvas.put(ROW.programme, LAST + 1, line0, STYLE.carried);
  // A row that follows its text would shrink to one line of it as soon as a number is typed: a taller face in an empty cell holds it open.
  for (const row of growing(places).keys()) canvas.put(row, LAST + 2, null, STYLE.strut);
  return {
    name,
    state: "visible",
    cells: canvas.sorted(),
    merges: canvas.merges,
    columnWidths: carries ? [...WIDTHS, CARRIED_WIDTH] : WIDTHS,
    rowHeights: heights(context, places, last),
    autoHeights: growing(places),
    freeze: { row: ROW.numbering + 1, column: 0 },
    gridLines: false,
    page: {
      paper: 9,
      fitTo: { width: 1, height: 1 },
      centred: true,
      margins: { left: 0.4, right: 0.4, top: 0.45, bottom: 0.5, header: 0.2, footer: 0.25 },
      footer: `&C${context.locale.form.page}`,
      area: area(0, 0, last, LAST),
      titleRows: [ROW.labels, ROW.numbering],
    },
    protection: { allow: ["formatColumns", "formatRows"] },
    validations: validationsOf(programmeInputs(places, cover, context, previous)),
    conditionalFormats: marks(context, places),
  };
}
