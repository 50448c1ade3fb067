import { absolute, columnLetters, type Indicator, type SheetPlan, type Style } from "../../domain";
import { fill } from "../../locales";
import { Canvas } from "../canvas";
import { printedName } from "../places";
import { PENDING, quoted, sentence, SETTLED, type Criterion, type Said } from "./formulas";
import { LOOK, numberStyle, MARGINS } from "./looks";
import { ARRIVALS, columnRange, REPORTING, SUMMARY_SHEETS } from "./places";
import { named, type Scene } from "./scene";
import type { ClusterColumn } from "./tally";
import { fittedWidths } from "./widths";
import { periodName } from "./words";

const COLUMNS = { group: 0, code: 1, name: 2, unit: 3, total: 4, items: 5, share: 6, first: 7 };
const ROWS = {
  title: 0,
  basis: 1,
  schools: 2,
  proof: 3,
  pending: 4,
  category: 5,
  cluster: 6,
  number: 7,
  lines: 8,
  due: 9,
  items: 10,
  first: 11,
};
const WIDTHS = [9, 5, 37, 6, 11, 6, 8];
/** More rows than these are not to be read on one page. */
const ROWS_OF_PAGE = 52;

/** A column of numbers: one cluster, or all of a category where it has several. */
export interface TotalsColumn {
  readonly column: number;
  readonly clusters: readonly ClusterColumn[];
  readonly subtotal: boolean;
}

/** Categories one after the other, each with its clusters and then their subtotal. */
function categoryColumns({ tally }: Scene): TotalsColumn[][] {
  let column = COLUMNS.first;
  return [...new Set(tally.clusters.map(({ category }) => category))].map((category) => {
    const clusters = tally.clusters.filter((one) => one.category === category);
    return [
      ...clusters.map((one) => ({ column: column++, clusters: [one], subtotal: false })),
      ...(clusters.length > 1 ? [{ column: column++, clusters, subtotal: true }] : []),
    ];
  });
}

/** Where an indicator stands; where a number of it is 待核, its totals stand once more below, without that. Blanks would change nothing. */
interface IndicatorPlace {
  readonly indicator: Indicator;
  readonly row: number;
  readonly settled: number;
}

function indicatorPlaces({ form, tally }: Scene): IndicatorPlace[] {
  let row = ROWS.first;
  return form.indicators.map((indicator) => {
    const at = row++;
    const { numbers, settledNumbers } = tally.total(indicator.code);
    return { indicator, row: at, settled: settledNumbers < numbers ? row++ : at };
  });
}

/** Where the total of a cluster and an indicator without what is 待核 stands: `汇总!$F$12`. */
export function totalReference(scene: Scene): (cluster: ClusterColumn, code: string) => string {
  const columns = new Map(
    categoryColumns(scene).flatMap((group) =>
      group.filter(({ subtotal }) => !subtotal).map(({ clusters, column }) => [clusters[0], column]),
    ),
  );
  const rows = new Map(indicatorPlaces(scene).map(({ indicator, settled }) => [indicator.code, settled]));
  return (cluster, code) => `${SUMMARY_SHEETS.totals}!${absolute({ row: rows.get(code)!, column: columns.get(cluster)! })}`;
}

/** 汇总: an indicator a row, a cluster a column, so that units and 其中 read as on the form and one A3 page holds the province. */
export function totalsSheet(scene: Scene): SheetPlan {
  const canvas = new Canvas();
  const groups = categoryColumns(scene);
  const columns = groups.flat();
  const last = columns.at(-1)?.column ?? COLUMNS.total;
  head(canvas, scene, last);
  headings(canvas, scene, groups);
  const places = indicatorPlaces(scene);
  for (const place of places) indicatorRows(canvas, scene, place, columns);
  groupNames(canvas, places);
  const bottom = places.at(-1)!.settled + 1;
  canvas.span(bottom, 0, last, scene.words.totals.note, LOOK.note);
  return {
    name: SUMMARY_SHEETS.totals,
    state: "visible",
    cells: canvas.sorted(),
    merges: canvas.merges,
    columnWidths: fittedWidths([...WIDTHS, ...columns.map(() => 9.5)], canvas.cells),
    rowHeights: new Map([
      [ROWS.title, 36],
      [ROWS.schools, 20],
      [ROWS.proof, 22],
      [ROWS.pending, 22],
      [ROWS.lines, 20],
      [ROWS.due, 20],
      [ROWS.items, 18],
      [ROWS.category, 22],
      [ROWS.cluster, 54],
      ...places.flatMap(({ row, settled }) => [[row, 24] as const, ...(settled > row ? [[settled, 18] as const] : [])]),
      [bottom, 30],
    ]),
    freeze: { row: ROWS.first, column: COLUMNS.first },
    gridLines: false,
    page: {
      paper: 8,
      landscape: true,
      centred: true,
      // A nation has more clusters than a page has columns, and where much is 待核 there are more rows.
      fitTo: { width: Math.ceil((last + 1) / 30), height: Math.ceil(bottom / ROWS_OF_PAGE) },
      area: { top: 0, left: 0, bottom, right: last },
      titleRows: [ROWS.category, ROWS.items],
      margins: MARGINS,
      footer: "&C&P/&N",
    },
  };
}

/** Title, basis, and sentences whose numbers are formulas: how complete the reports are, that no file was lost, and what is 待核. */
function head(canvas: Canvas, scene: Scene, last: number): void {
  const { form, words, consolidation, locale } = scene;
  canvas.span(ROWS.title, 0, last, fill(words.title, { form: form.title, period: periodName(consolidation.period, locale) }), LOOK.title);
  canvas.span(ROWS.basis, 0, last, form.basis, LOOK.basis);
  for (const [row, { formula, value }] of [
    [ROWS.schools, schoolsSaid(scene)],
    [ROWS.proof, proofSaid(scene)],
  ] as const)
    canvas.span(row, 0, last, value, LOOK.said, formula);
  const pending = pendingSaid(scene);
  canvas.span(ROWS.pending, 0, last, pending.value, scene.tally.items() > 0 ? LOOK.pendingSaid : LOOK.said, pending.formula);
}

/** How many figures are 待核, or that none is. */
function pendingSaid({ detail, tally, words }: Scene): Said {
  const count = { formula: detail.count(PENDING), value: tally.items() };
  const said = sentence(words.totals.pending, { count });
  const none = words.totals.nonePending;
  return { formula: `IF(${count.formula}=0,${quoted(none)},${said.formula})`, value: count.value === 0 ? none : said.value };
}

function schoolsSaid({ consolidation: { schools, files }, words }: Scene): Said {
  const range = (column: number): string => columnRange(SUMMARY_SHEETS.reporting, column, REPORTING.first, schools.length);
  const [on, state] = [range(REPORTING.onRoster), range(REPORTING.state)];
  const count = (is: "received" | "late" | "missing" | "refused"): { formula: string; value: number } => ({
    formula: `COUNTIFS(${on},"${words.yes}",${state},"${words.schoolState[is]}")`,
    value: schools.filter((school) => school.onRoster && school.state === is).length,
  });
  const [received, late] = [count("received"), count("late")];
  const arrived = (column: number): string => columnRange(SUMMARY_SHEETS.arrivals, column, ARRIVALS.first, files.length);
  return sentence(words.totals.schools, {
    received: { formula: `(${received.formula}+${late.formula})`, value: received.value + late.value },
    late,
    missing: count("missing"),
    refused: count("refused"),
    roster: { formula: `COUNTIF(${on},"${words.yes}")`, value: schools.filter(({ onRoster }) => onRoster).length },
    others: { formula: `COUNTIF(${on},"${words.no}")`, value: schools.filter(({ onRoster }) => !onRoster).length },
    sealed: {
      formula: `COUNTIFS(${arrived(ARRIVALS.fate)},"${words.fate.used}",${arrived(ARRIVALS.seal)},"${words.seal.sealed}")`,
      value: files.filter(({ fate, form }) => fate.kind === "used" && form?.seal.state === "sealed").length,
    },
  });
}

/** Files read = used + superseded + refused, counted by formulas over 来件. */
export function proofSaid({ consolidation: { files }, words }: Scene): Said {
  const range = (column: number): string => columnRange(SUMMARY_SHEETS.arrivals, column, ARRIVALS.first, files.length);
  const count = (kind: "used" | "superseded" | "refused"): { formula: string; value: number } => ({
    formula: `COUNTIF(${range(ARRIVALS.fate)},"${words.fate[kind]}")`,
    value: files.filter(({ fate }) => fate.kind === kind).length,
  });
  const [used, superseded, refused] = [count("used"), count("superseded"), count("refused")];
  const read = { formula: `COUNT(${range(ARRIVALS.number)})`, value: files.length };
  const same = `IF(${read.formula}=${[used, superseded, refused].map(({ formula }) => formula).join("+")},"${words.same}","${words.different}")`;
  return sentence(words.totals.proof, { read, used, superseded, refused, verdict: { formula: same, value: words.same } });
}

function headings(canvas: Canvas, scene: Scene, groups: readonly TotalsColumn[][]): void {
  const { words, form, detail, tally } = scene;
  const { labels } = form;
  for (const [column, text] of [labels.group, labels.code, labels.name, labels.unit, words.totals.total].entries())
    down(canvas, ROWS.category, ROWS.cluster, column, text, LOOK.heading);
  down(canvas, ROWS.category, ROWS.cluster, COLUMNS.items, words.totals.items, LOOK.pendingHead);
  down(canvas, ROWS.category, ROWS.cluster, COLUMNS.share, words.totals.share, LOOK.pendingHead);
  for (const group of groups) {
    const [first, last] = [group[0]!, group.at(-1)!];
    const text = named(first.clusters[0]!.category, scene);
    if (first === last) canvas.put(ROWS.category, first.column, text, LOOK.heading);
    else canvas.span(ROWS.category, first.column, last.column, text, LOOK.heading);
    for (const { column, clusters, subtotal } of group) {
      canvas.put(ROWS.cluster, column, subtotal ? words.totals.subtotal : named(clusters[0]!.cluster, scene), LOOK.heading);
      canvas.put(ROWS.number, column, subtotal ? null : clusters[0]!.number, LOOK.key);
    }
  }
  for (const [row, text] of [
    [ROWS.number, words.totals.number],
    [ROWS.lines, words.totals.lines],
    [ROWS.due, words.totals.due],
    [ROWS.items, words.totals.items],
  ] as const)
    canvas.span(row, 0, COLUMNS.unit, text, row === ROWS.number ? LOOK.key : row === ROWS.items ? LOOK.pendingHead : LOOK.centred);
  canvas.put(ROWS.number, COLUMNS.total, null, LOOK.key);
  for (const row of [ROWS.number, ROWS.lines, ROWS.due, ROWS.items])
    for (const column of [COLUMNS.items, COLUMNS.share]) canvas.put(row, column, null, LOOK.pendingHead);
  const [code] = form.indicators.map((indicator) => indicator.code);
  const sum = (of: readonly ClusterColumn[], what: "lines" | "due"): number => of.reduce((total, one) => total + one[what], 0);
  const all: TotalsColumn = { column: COLUMNS.total, clusters: tally.clusters, subtotal: true };
  for (const column of [all, ...groups.flat()]) {
    const counted = detail.count(...clusterIs(column, column === all), ["code", `"${code}"`]);
    canvas.put(ROWS.lines, column.column, sum(column.clusters, "lines"), LOOK.count, counted);
    canvas.put(ROWS.due, column.column, sum(column.clusters, "due"), LOOK.count);
    const items = tally.items(column.clusters[0]?.number, column.clusters.at(-1)?.number);
    canvas.put(ROWS.items, column.column, items, LOOK.pendingCount, detail.count(...clusterIs(column, column === all), PENDING));
  }
}

/** A heading over two rows. */
function down(canvas: Canvas, top: number, bottom: number, column: number, text: string, style: Style): void {
  canvas.put(top, column, text, style);
  canvas.put(bottom, column, null, style);
  canvas.merges.push({ top, left: column, bottom, right: column });
}

/** Clusters of a category have neighbouring numbers. */
function clusterIs({ column, clusters, subtotal }: TotalsColumn, all: boolean): Criterion[] {
  if (all) return [];
  if (!subtotal) return [["clusterNumber", `${columnLetters(column)}$${ROWS.number + 1}`]];
  return [
    ["clusterNumber", `">=${clusters[0]!.number}"`],
    ["clusterNumber", `"<=${clusters.at(-1)!.number}"`],
  ];
}

/** The totals of an indicator; and once more below without what is 待核, where there is any. */
function indicatorRows(canvas: Canvas, scene: Scene, { indicator, row, settled }: IndicatorPlace, columns: readonly TotalsColumn[]): void {
  const { detail, tally, words } = scene;
  const { code, unit, partOf, type } = indicator;
  canvas.put(row, COLUMNS.code, code, LOOK.code);
  canvas.put(row, COLUMNS.name, printedName(indicator), partOf === undefined ? LOOK.name : LOOK.part);
  canvas.put(row, COLUMNS.unit, unit, LOOK.centred);
  const own: Criterion = ["code", `$${columnLetters(COLUMNS.code)}${row + 1}`];
  const all = tally.total(code);
  const [total, items] = [COLUMNS.total, COLUMNS.items].map((column) => `$${columnLetters(column)}${row + 1}`);
  const share = `IF(N(${total})=0,0,${detail.sum("value", type.decimals, own, PENDING)}/${total})`;
  canvas.put(row, COLUMNS.items, all.items, LOOK.pendingCount, detail.count(own, PENDING));
  canvas.put(row, COLUMNS.share, all.value === 0 ? 0 : all.pending / all.value, LOOK.pendingShare, share);
  const whole: TotalsColumn = { column: COLUMNS.total, clusters: tally.clusters, subtotal: true };
  for (const column of [whole, ...columns]) {
    const { value, numbers, items: marked } = tally.total(code, column.clusters[0]?.number, column.clusters.at(-1)?.number);
    const style = numberStyle(type.decimals, column.subtotal ? "strong" : "plain", numbers === 0, marked > 0);
    const criteria = [...clusterIs(column, column === whole), own];
    canvas.put(row, column.column, value, style, detail.sum("value", type.decimals, ...criteria));
    if (settled > row) settledCell(canvas, scene, indicator, settled, column, criteria);
  }
  if (settled === row) return;
  const said = sentence(words.totals.settled, { count: { formula: items!, value: all.items } });
  canvas.put(settled, COLUMNS.code, null, LOOK.code);
  canvas.put(settled, COLUMNS.name, said.value, LOOK.settledName, said.formula);
  for (const column of [COLUMNS.unit, COLUMNS.items, COLUMNS.share]) canvas.put(settled, column, null, LOOK.pendingHead);
}

function settledCell(
  canvas: Canvas,
  { detail, tally }: Scene,
  { code, type: { decimals } }: Indicator,
  row: number,
  { column, clusters, subtotal }: TotalsColumn,
  criteria: readonly Criterion[],
): void {
  const { settled, settledNumbers, items } = tally.total(code, clusters[0]?.number, clusters.at(-1)?.number);
  // Where nothing is left out it only repeats the number above it.
  const kind = items === 0 ? "faint" : subtotal ? "strong" : "plain";
  canvas.put(row, column, settled, numberStyle(decimals, kind, settledNumbers === 0), detail.sum("value", decimals, ...criteria, SETTLED));
}

/** The group at the left of its indicators, merged where it has several. */
function groupNames(canvas: Canvas, places: readonly IndicatorPlace[]): void {
  places.forEach(({ indicator: { group }, row, settled }, index) => {
    const begins = places[index - 1]?.indicator.group !== group;
    for (let at = row; at <= settled; at++) canvas.put(at, COLUMNS.group, begins && at === row ? group : null, LOOK.group);
    if (!begins) return;
    const end = places.findLast(({ indicator }) => indicator.group === group)!.settled;
    if (end > row) canvas.merges.push({ top: row, left: COLUMNS.group, bottom: end, right: COLUMNS.group });
  });
}
