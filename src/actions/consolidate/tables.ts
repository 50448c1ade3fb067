import { address, arrivalName, periodId, type Consolidation, type Fact, type Form, type Ruleset } from "../../domain";
import { say, type Locale } from "../../locales";
import { detailRecords } from "./json";

/** A column of a table that leaves for another program: numbers, or texts. */
export interface TableColumn {
  readonly name: string;
  readonly type: "number" | "text";
  readonly values: (number | string | null)[];
}

/** A table under the names of its columns. */
export interface Table {
  readonly columns: readonly TableColumn[];
}

function tableOf(types: Readonly<Record<string, TableColumn["type"]>>, rows: Iterable<Readonly<Record<string, unknown>>>): Table {
  const columns = Object.entries(types).map(([name, type]): TableColumn => ({ name, type, values: [] }));
  for (const row of rows)
    for (const { name, type, values } of columns) {
      const value = row[name];
      values.push(value === undefined || value === null ? null : type === "number" ? (value as number) : String(value as Fact));
    }
  return { columns };
}

/** 明细 as a table: one row a school x programme x indicator, the columns of the JSON with the period and the indicator in words. */
export function detailTable(consolidation: Consolidation, form: Form): Table {
  const period = periodId(consolidation.period);
  const named = new Map(form.indicators.map((indicator) => [indicator.code, indicator]));
  function* rows(): Generator<Readonly<Record<string, unknown>>> {
    for (const record of detailRecords(consolidation, form)) {
      const { name, unit } = named.get(record.indicator)!;
      yield { ...record, period, name, unit, file: arrivalName({ path: record.file }), pending: record.pending ? 1 : 0 };
    }
  }
  return tableOf(
    {
      period: "text",
      school: "text",
      category: "text",
      cluster: "text",
      programme: "text",
      indicator: "text",
      name: "text",
      unit: "text",
      value: "number",
      shown: "text",
      comparison: "number",
      file: "text",
      sheet: "text",
      cell: "text",
      seal: "text",
      pending: "number",
    },
    rows(),
  );
}

/** 问题清单 as a table, in its order. */
export function findingTable({ period, files, findings }: Consolidation, ruleset: Ruleset, locale: Locale): Table {
  const rows = findings.map(({ id, file, school, effect, answer, finding }) => ({
    id,
    period: periodId(period),
    school,
    file: arrivalName(files[file]!.arrival),
    ...finding,
    sheet: finding.at.sheet,
    cell: address(finding.at),
    message: say(finding, locale, ruleset).message,
    effect,
    answer,
  }));
  return tableOf(
    {
      id: "text",
      period: "text",
      school: "text",
      file: "text",
      ref: "text",
      rule: "text",
      severity: "text",
      state: "text",
      for: "text",
      sheet: "text",
      cell: "text",
      programme: "text",
      indicator: "text",
      message: "text",
      found: "text",
      expected: "text",
      effect: "number",
      answer: "text",
    },
    rows,
  );
}
