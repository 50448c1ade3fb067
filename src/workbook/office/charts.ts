/// <reference types="office-js" />
import { address, type Area, type ChartPlan } from "../../domain";

const TYPES: Readonly<Record<ChartPlan["kind"], Excel.ChartType | `${Excel.ChartType}`>> = {
  bar: "BarClustered",
  column: "ColumnClustered",
  line: "LineMarkers",
  pie: "Pie",
};
const LEGENDS = { right: "Right", bottom: "Bottom", top: "Top" } as const;
/** As the file has them: colours that colour-blind readers tell apart, sizes in points. */
const PALETTE = ["1F77B4", "E69F00", "2A9D6F", "C0504D", "7B5EA7", "8C6D46", "D16BA5", "5B6770"];
const SIZE = { title: 12, text: 8 };
const GAP = 80;

/** Gives the range that a plain reference of a plan names, such as `图表!$T$5:$T$9`. */
export type RangeOf = (reference: string) => Excel.Range;

/** Queues a chart, with its series told one by one: what Excel would guess from a rectangle of cells differs from one to the other. */
export function queueChart(sheet: Excel.Worksheet, plan: ChartPlan, rangeOf: RangeOf): void {
  const [first] = plan.series;
  if (!first) return;
  // Without the direction Excel on the web guesses it, and has guessed wrong.
  const chart = sheet.charts.add(TYPES[plan.kind] as Excel.ChartType, rangeOf(first.values), "Columns");
  const [from, to] = corners(plan.area);
  chart.setPosition(from, to);
  chart.format.font.size = SIZE.text;
  chart.title.text = plan.title;
  chart.title.format.font.size = SIZE.title;
  chart.title.format.font.bold = true;
  if (plan.legend) chart.legend.position = LEGENDS[plan.legend];
  else chart.legend.visible = false;
  plan.series.forEach((one, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    series.name = one.name;
    if (index > 0) series.setValues(rangeOf(one.values));
    series.setXAxisValues(rangeOf(one.categories));
    if (plan.kind === "bar" || plan.kind === "column") series.gapWidth = GAP;
    if (plan.kind !== "pie") series.format.fill.setSolidColor(`#${one.colour ?? PALETTE[index % PALETTE.length]}`);
    if (plan.labels) series.hasDataLabels = true;
  });
  if (plan.kind === "pie") return;
  const { categoryAxis } = chart.axes;
  categoryAxis.tickLabelSpacing = 1;
  if (plan.kind !== "bar") return;
  // Lying bars go from the top down, as a table does; the values then stand at the far end, which is the bottom.
  categoryAxis.reversePlotOrder = true;
  categoryAxis.position = "Maximum";
  // Beside the axis, bars of what fell would lie on the names.
  categoryAxis.tickLabelPosition = "Low";
}

function corners({ top, left, bottom, right }: Area): readonly [string, string] {
  return [address({ row: top, column: left }), address({ row: bottom, column: right })];
}
