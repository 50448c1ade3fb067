import { Field, Select } from "@fluentui/react-components";
import { sayPeriod } from "../../actions/report/reporter";
import { parsePeriod, periodDays, periodId, type ReportingPeriod } from "../../domain";
import { fill } from "../../locales";
import { useUi } from "../context";
import { periodsUntil } from "./periods";

/** The half-year that is reported on, newest first. */
export function PeriodField(props: {
  readonly period: ReportingPeriod;
  readonly label?: string;
  readonly onChange: (period: ReportingPeriod) => void;
}) {
  const { locale, catalogue, today } = useUi();
  const { period, label = locale.pane.fill.period, onChange } = props;
  const words = locale.pane.fill;
  const ids = periodsUntil(today(), catalogue.form.firstPeriod).map(periodId);
  const chosen = periodId(period);
  return (
    <Field label={label} required hint={fill(words.due, { day: periodDays(period).last })}>
      <Select
        value={chosen}
        onChange={(_, { value }) => {
          const next = parsePeriod(value);
          if (next) onChange(next);
        }}
      >
        {/* A workbook may remember a period that is no longer, or not yet, on offer. */}
        {[...(ids.includes(chosen) ? [] : [chosen]), ...ids].map((id) => (
          <option key={id} value={id}>
            {sayPeriod(id, locale)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
