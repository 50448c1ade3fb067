import { absolute, columnLetters, type Indicator, type SheetPlan } from "../../domain";
import { fill } from "../../locales";
import { Canvas } from "../canvas";
import { printedName } from "../places";
import { sentence, type Criterion, type Said } from "./formulas";
import { LOOK, numberStyle, MARGINS } from "./looks";
import { ARRIVALS, columnRange, REPORTING, SUMMARY_SHEETS } from "./places";
import { named, type Scene } from "./scene";
import type { ClusterColumn } from "./tally";
import { periodName } from "./words";

const COLUMNS = { group: 0, code: 1, name: 2, unit: 3, total: 4, first: 5 };
const ROWS = { title: 0, basis: 1, schools: 2, proof: 3, category: 4, cluster: 5, number: 6, lines: 7, due: 8, first: 9 };

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

/** Where the total of a cluster and an indicator stands: `汇总!$F$12`. */
export function totalReference(scene: Scene): (cluster: ClusterColumn, code: string) => string {
  const columns = new Map(
    categoryColumns(scene).flatMap((group) =>
      group.filter(({ subtotal }) => !subtotal).map(({ clusters, column }) => [clusters[0], column]),
    ),
  );
  const rows = new Map(scene.form.indicators.map(({ code }, index) => [code, ROWS.first + index]));
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
  scene.form.indicators.forEach((indicator, index) => indicatorRow(canvas, scene, indicator, ROWS.first + index, columns));
  groupNames(canvas, scene);
  const bottom = ROWS.first + scene.form.indicators.length;
  canvas.span(bottom, 0, last, scene.words.totals.note, LOOK.note);
  return {
    name: SUMMARY_SHEETS.totals,
    state: "visible",
    cells: canvas.sorted(),
    merges: canvas.merges,
    columnWidths: [9, 5, 37, 6, 11, ...columns.map(() => 9.5)],
    rowHeights: new Map([
      [ROWS.title, 36],
      [ROWS.schools, 20],
      [ROWS.proof, 22],
      [ROWS.lines, 20],
      [ROWS.due, 20],
      [ROWS.category, 22],
      [ROWS.cluster, 54],
      ...scene.form.indicators.map((_, index) => [ROWS.first + index, 24] as const),
      [bottom, 30],
    ]),
    freeze: { row: ROWS.first, column: COLUMNS.first },
    gridLines: false,
    page: {
      paper: 8,
      landscape: true,
      centred: true,
      // A nation has more clusters than a page has columns.
      fitTo: { width: Math.ceil((last + 1) / 28), height: 1 },
      area: { top: 0, left: 0, bottom, right: last },
      titleRows: [ROWS.category, ROWS.due],
      margins: MARGINS,
      footer: "&C&P/&N",
    },
  };
}

/** Title, basis, and two sentences whose numbers are formulas: how complete the reports are, and that no file was lost. */
function head(canvas: Canvas, scene: Scene, last: number): void {
  const { form, words, consolidation, locale } = scene;
  canvas.span(ROWS.title, 0, last, fill(words.title, { form: form.title, period: periodName(consolidation.period, locale) }), LOOK.title);
  canvas.span(ROWS.basis, 0, last, form.basis, LOOK.basis);
  for (const [row, { formula, value }] of [
    [ROWS.schools, schoolsSaid(scene)],
    [ROWS.proof, proofSaid(scene)],
  ] as const)
    canvas.span(row, 0, last, value, LOOK.said, formula);
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
    down(canvas, ROWS.category, ROWS.cluster, column, text);
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
  ] as const)
    canvas.span(row, 0, COLUMNS.unit, text, row === ROWS.number ? LOOK.key : LOOK.centred);
  canvas.put(ROWS.number, COLUMNS.total, null, LOOK.key);
  const [code] = form.indicators.map((indicator) => indicator.code);
  const sum = (of: readonly ClusterColumn[], what: "lines" | "due"): number => of.reduce((total, one) => total + one[what], 0);
  const all: TotalsColumn = { column: COLUMNS.total, clusters: tally.clusters, subtotal: true };
  for (const column of [all, ...groups.flat()]) {
    const counted = detail.count(...clusterIs(column, column === all), ["code", `"${code}"`]);
    canvas.put(ROWS.lines, column.column, sum(column.clusters, "lines"), LOOK.count, counted);
    canvas.put(ROWS.due, column.column, sum(column.clusters, "due"), LOOK.count);
  }
}

/** A heading over two rows. */
function down(canvas: Canvas, top: number, bottom: number, column: number, text: string): void {
  canvas.put(top, column, text, LOOK.heading);
  canvas.put(bottom, column, null, LOOK.heading);
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

function indicatorRow(canvas: Canvas, { detail, tally }: Scene, indicator: Indicator, row: number, columns: readonly TotalsColumn[]): void {
  const { code, unit, partOf, type } = indicator;
  canvas.put(row, COLUMNS.code, code, LOOK.code);
  canvas.put(row, COLUMNS.name, printedName(indicator), partOf === undefined ? LOOK.name : LOOK.part);
  canvas.put(row, COLUMNS.unit, unit, LOOK.centred);
  const own: Criterion = ["code", `$${columnLetters(COLUMNS.code)}${row + 1}`];
  const put = (column: number, total: number | undefined, strong: boolean, criteria: readonly Criterion[]): void => {
    const style = numberStyle(type.decimals, strong ? "strong" : "plain", total === undefined);
    canvas.put(row, column, total ?? 0, style, detail.sum("value", type.decimals, ...criteria, own));
  };
  put(COLUMNS.total, tally.total(code), true, []);
  for (const column of columns) {
    const total = tally.total(code, column.clusters[0]!.number, column.clusters.at(-1)!.number);
    put(column.column, total, column.subtotal, clusterIs(column, false));
  }
}

/** The group at the left of its indicators, merged where it has several. */
function groupNames(canvas: Canvas, { form: { indicators } }: Scene): void {
  indicators.forEach(({ group }, index) => {
    const row = ROWS.first + index;
    const begins = indicators[index - 1]?.group !== group;
    canvas.put(row, COLUMNS.group, begins ? group : null, LOOK.group);
    if (!begins) return;
    let end = index;
    while (indicators[end + 1]?.group === group) end++;
    if (end > index) canvas.merges.push({ top: row, left: COLUMNS.group, bottom: ROWS.first + end, right: COLUMNS.group });
  });
}
