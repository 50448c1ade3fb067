import { parseAddress, type Area } from "../../src/domain";
import { fail, SAYS } from "./errors";
import type { Host } from "./host";
import type { HostChart, HostSeries, HostSheet } from "./model";
import { NULL_OBJECT, reads, type HostObject, type Scalar, type Wire } from "./object";

const TYPES = new Set(["BarClustered", "ColumnClustered", "LineMarkers", "Pie"]);
const DIRECTIONS = new Set(["Columns", "Rows"]);
const COLOUR = /^#[0-9A-F]{6}$/i;

/** A property that keeps what it is given, if it is of its sort. */
function kept(look: Record<string, unknown>, name: string, fits: (value: Wire) => boolean): Scalar {
  return {
    get: () => look[name] ?? null,
    set: (value) => {
      if (!fits(value)) fail("InvalidArgument", SAYS.invalid, name);
      look[name] = value;
    },
  };
}
const truth = (value: Wire): boolean => typeof value === "boolean";
const text = (value: Wire): boolean => typeof value === "string";
const number = (value: Wire): boolean => typeof value === "number" && value > 0;
const oneOf =
  (...all: readonly string[]) =>
  (value: Wire): boolean =>
    all.includes(String(value));

function source(value: Wire, location: string): { readonly sheet: HostSheet; readonly area: Area } {
  const stands = (value as HostObject | undefined)?.stands as { sheet: HostSheet; area: Area } | undefined;
  return stands?.area ? { sheet: stands.sheet, area: stands.area } : fail("InvalidArgument", SAYS.invalid, location);
}

/** The series of a rectangle of cells, each column or each row one. */
function seriesOf(value: Wire, by: Wire, location: string): HostSeries[] {
  const { sheet, area } = source(value, location);
  // Stricter than Excel: without a direction it guesses, each version another way.
  if (!DIRECTIONS.has(String(by))) fail("InvalidArgument", "The host wants seriesBy", location);
  const steps = by === "Columns" ? area.right - area.left : area.bottom - area.top;
  return Array.from({ length: steps + 1 }, (_, step): HostSeries => {
    const part =
      by === "Columns"
        ? { ...area, left: area.left + step, right: area.left + step }
        : { ...area, top: area.top + step, bottom: area.top + step };
    return { name: `系列${step + 1}`, values: { sheet, area: part }, categories: undefined, look: {} };
  });
}

function seriesObject(series: HostSeries): HostObject {
  const { look } = series;
  return {
    type: "ChartSeries",
    scalars: {
      Name: { get: () => series.name, set: (value) => void (series.name = String(value)) },
      HasDataLabels: kept(look, "HasDataLabels", truth),
      GapWidth: kept(look, "GapWidth", number),
    },
    links: {
      Format: () => ({
        type: "ChartSeriesFormat",
        links: {
          Fill: () => ({
            type: "ChartFill",
            methods: {
              SetSolidColor: (colour) =>
                COLOUR.test(String(colour)) ? void (look.Fill = colour) : fail("InvalidArgument", SAYS.invalid, "ChartFill.setSolidColor"),
            },
          }),
        },
      }),
    },
    methods: {
      SetValues: (range) => void (series.values = source(range, "ChartSeries.setValues")),
      SetXAxisValues: (range) => void (series.categories = source(range, "ChartSeries.setXAxisValues")),
      Delete: () => fail("ApiNotFound", "The host deletes no series", "ChartSeries.delete"),
    },
  };
}

function fontObject(look: Record<string, unknown>): HostObject {
  return { type: "ChartFont", scalars: { Size: kept(look, "Size", number), Bold: kept(look, "Bold", truth) } };
}

const formatOf = (look: Record<string, unknown>): HostObject => ({ type: "ChartFormat", links: { Font: () => fontObject(look) } });

function part(chart: HostChart, name: string): Record<string, unknown> {
  return (chart.parts[name] ??= {});
}

function chartObject(host: Host, sheet: HostSheet, chart: HostChart): HostObject {
  const corner = (value: Wire): { readonly row: number; readonly column: number } =>
    parseAddress(String(value)) ?? fail("InvalidArgument", SAYS.invalid, "Chart.setPosition");
  const category = part(chart, "categoryAxis");
  const one = (index: Wire): HostObject => {
    const series = chart.series[Number(index)];
    return series ? seriesObject(series) : fail("InvalidArgument", SAYS.invalid, "ChartSeriesCollection.getItemAt");
  };
  return {
    type: "Chart",
    identity: () => ({ Id: chart.id }),
    scalars: {
      Id: reads(() => chart.id),
      Name: { get: () => chart.name, set: (value) => void (chart.name = String(value)) },
      ChartType: reads(() => chart.type),
    },
    links: {
      Title: () => ({
        type: "ChartTitle",
        scalars: { Text: kept(part(chart, "title"), "Text", text), Visible: kept(part(chart, "title"), "Visible", truth) },
        links: { Format: () => formatOf(part(chart, "title")) },
      }),
      Legend: () => ({
        type: "ChartLegend",
        scalars: {
          Visible: kept(part(chart, "legend"), "Visible", truth),
          Position: kept(part(chart, "legend"), "Position", oneOf("Top", "Bottom", "Left", "Right")),
        },
      }),
      Format: () => formatOf(part(chart, "area")),
      Axes: () => ({
        type: "ChartAxes",
        links: {
          CategoryAxis: () =>
            chart.type === "Pie"
              ? fail("InvalidOperation", SAYS.operation, "ChartAxes.categoryAxis")
              : {
                  type: "ChartAxis",
                  scalars: {
                    ReversePlotOrder: kept(category, "ReversePlotOrder", truth),
                    Position: kept(category, "Position", oneOf("Automatic", "Maximum", "Minimum")),
                    TickLabelPosition: kept(category, "TickLabelPosition", oneOf("NextToAxis", "High", "Low", "None")),
                    TickLabelSpacing: kept(category, "TickLabelSpacing", number),
                  },
                },
        },
      }),
      Series: () => ({
        type: "ChartSeriesCollection",
        items: () => chart.series.map(seriesObject),
        methods: {
          GetItemAt: one,
          GetCount: () => chart.series.length,
          Add: (name) => {
            chart.series.push({ name: String(name), values: undefined, categories: undefined, look: {} });
            return seriesObject(chart.series.at(-1)!);
          },
        },
      }),
    },
    methods: {
      SetData: (range, by) => void (chart.series = seriesOf(range, by, "Chart.setData")),
      SetPosition: (from, to) => {
        const [start, end] = [corner(from), corner(to ?? from)];
        chart.area = { top: start.row, left: start.column, bottom: end.row, right: end.column };
      },
      Delete: () => {
        sheet.charts = sheet.charts.filter((other) => other !== chart);
        host.book.dirty = true;
      },
    },
  };
}

let made = 0;

/** `Excel.ChartCollection` of a sheet. */
export function chartsObject(host: Host, sheet: HostSheet): HostObject {
  const find = (key: Wire): HostObject => {
    const chart = sheet.charts.find(({ name, id }) => name === key || id === key);
    return chart ? chartObject(host, sheet, chart) : fail("ItemNotFound", SAYS.missing, "ChartCollection.getItem");
  };
  return {
    type: "ChartCollection",
    items: () => sheet.charts.map((chart) => chartObject(host, sheet, chart)),
    methods: {
      $Indexer: find,
      GetItem: find,
      GetItemOrNullObject: (key) => (sheet.charts.some(({ name }) => name === key) ? find(key) : NULL_OBJECT),
      GetItemAt: (index) => {
        const chart = sheet.charts[Number(index)];
        return chart ? chartObject(host, sheet, chart) : fail("InvalidArgument", SAYS.invalid, "ChartCollection.getItemAt");
      },
      GetCount: () => sheet.charts.length,
      Add: (type, range, by) => {
        if (sheet.protection && !sheet.protection.allowEditObjects) fail("AccessDenied", SAYS.denied, "ChartCollection.add");
        if (!TYPES.has(String(type))) fail("ApiNotFound", `The host draws no ${String(type)}`, "ChartCollection.add");
        const id = `{chart-${++made}}`;
        const chart: HostChart = {
          id,
          name: `Chart ${made}`,
          type: String(type),
          series: seriesOf(range, by, "ChartCollection.add"),
          area: undefined,
          parts: {},
        };
        sheet.charts.push(chart);
        host.book.dirty = true;
        return chartObject(host, sheet, chart);
      },
    },
  };
}
