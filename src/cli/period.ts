import { parsePeriod, periodId, periodIndex, type Form, type ReportingPeriod } from "../domain";
import { WrongUse } from "./wrong-use";

/** The reporting period that an option names. @throws WrongUse where it is none, or before the first that was ever due */
export function periodOf(value: string, { firstPeriod }: Pick<Form, "firstPeriod">): ReportingPeriod {
  const period = parsePeriod(value);
  if (!period) throw new WrongUse("badPeriod", { value });
  const first = parsePeriod(firstPeriod);
  if (first && periodIndex(period) < periodIndex(first)) throw new WrongUse("earlyPeriod", { value: periodId(period), first: firstPeriod });
  return period;
}
