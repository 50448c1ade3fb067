import { textOf, type Reported } from "../domain";
import { defineRule, named, soundNumber, indicatorOf } from "./define";

/** Texts and cover items that must be there, are. */
export const requiredText = defineRule({
  id: "required-text",
  severity: "error",
  messages: { blank: ["label"], blankWhenPositive: ["label", "code", "name", "unit", "found"] },
  check({ submission, form }, _options: object, out) {
    for (const { id, label } of form.cover)
      if (isBlank(submission.cover[id]!)) out.report("blank", { at: submission.cover[id]!.at }, { label });
    for (const report of submission.programmes)
      for (const { id, label, required, requiredWhenPositive: code } of form.texts) {
        const text = report.texts[id]!;
        if (!isBlank(text)) continue;
        const place = { at: text.at, report };
        if (required) out.report("blank", place, { label });
        if (required || code === undefined) continue;
        const found = soundNumber(indicatorOf(form, code), report.values[code]!);
        if (found === undefined) out.notChecked(place, [report.values[code]!]);
        else if (found > 0)
          out.report("blankWhenPositive", { ...place, related: [report.values[code]!.at] }, { ...named(form, code), label, found });
      }
  },
});

/** A fault is no blank: another rule speaks about it. */
function isBlank(reported: Reported): boolean {
  return reported.kind !== "fault" && reported.kind !== "date" && textOf(reported) === undefined;
}
