import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { sayPeriod } from "../../actions/report/reporter";
import { defaultPeriod, periodId, type Submission } from "../../domain";
import { fill } from "../../locales";
import { useUi } from "../context";

/** Says that a form is of another half-year than the one that is reported on now; nothing where it is of that one. */
export function OtherPeriod({ issued: { period } }: Pick<Submission, "issued">) {
  const { locale, today } = useUi();
  const due = periodId(defaultPeriod(today()));
  if (period === "" || period === due) return null;
  const said = fill(locale.pane.check.otherPeriod, { period: sayPeriod(period, locale), due: sayPeriod(due, locale) });
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: "normal", overflowWrap: "anywhere" }}>{said}</MessageBarBody>
    </MessageBar>
  );
}
