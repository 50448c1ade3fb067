import { parsePeriod, periodId, periodLabel, sameName, schools, textOf } from "../domain";
import { defineRule } from "./define";

/** The form is for the school and the period it was issued for: its comparison values are theirs. */
export const identityChanged = defineRule({
  id: "identity-changed",
  severity: "fatal",
  messages: { school: ["label", "found", "issued"], period: ["label", "found", "issued"] },
  check({ submission, form, roster }, _options: object, out) {
    const { school, period, issued } = submission;
    const named = textOf(school);
    if (named !== undefined && issued.school !== "" && !sameName(named, issued.school) && schools(roster).includes(named))
      out.report(
        "school",
        // No repair: the figures may well be those of the school that is named, and would then count for another.
        { at: school.at, found: named, expected: issued.school },
        { label: form.labels.school, found: named, issued: issued.school },
      );
    const [now, meant] = [parsePeriod(textOf(period) ?? ""), parsePeriod(issued.period)];
    if (!now || !meant || periodId(now) === periodId(meant)) return;
    const expected = periodLabel(meant);
    out.report(
      "period",
      { at: period.at, found: periodLabel(now), expected, fix: { kind: "value", at: period.at, value: expected } },
      { label: form.labels.period, found: periodLabel(now), issued: expected },
    );
  },
});
