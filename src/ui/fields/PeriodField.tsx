import { Field, Select } from "@fluentui/react-components";
import { sayPeriod } from "../../actions/report/reporter";
import { parsePeriod, periodDays, periodId, type ReportingPeriod } from "../../domain";
import { fill } from "../../locales";
import { useTools } from "../../taskpane/pane";
import { periodsUntil } from "./periods";

/** The half-year that is reported on, newest first. */
export function PeriodField(props: {
  readonly period: ReportingPeriod;
  readonly label?: string;
  /** Takes the place of the form's own draft. */
  readonly onPick?: (period: ReportingPeriod) => void;
}) {
  const { locale, dispatch, around } = useTools();
  const { period, label = locale.pane.fill.period, onPick = (next) => dispatch({ kind: "drafted", draft: { period: next } }) } = props;
  const words = locale.pane.fill;
  const ids = periodsUntil(around.today(), around.catalogue.form.firstPeriod).map(periodId);
  const chosen = periodId(period);
  return (
    <Field label={label} required hint={fill(words.due, { day: periodDays(period).last })}>
      <Select
        value={chosen}
        onChange={(_, { value }) => {
          const next = parsePeriod(value);
          if (next) onPick(next);
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
