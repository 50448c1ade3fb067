import { textOf, type Reported } from "../domain";
import { defineRule, named, soundNumber, indicatorOf } from "./define";

export interface Options {
  /** Texts that may hold for longer than a period: a draft of them can be confirmed as it is. */
  readonly lasting: readonly string[];
}

/** Texts and cover items that must be there, are; what the last period's form said is none of them until somebody has made it so. */
export const requiredText = defineRule({
  id: "required-text",
  severity: "error",
  messages: { blank: ["label"], draft: ["label", "mark"], blankWhenPositive: ["label", "code", "name", "unit", "found"] },
  check({ submission, form }, { lasting }: Options, out) {
    const mark = form.labels.draftMark;
    for (const { id, label } of form.cover)
      if (isBlank(submission.cover[id]!)) out.report("blank", { at: submission.cover[id]!.at }, { label });
    for (const report of submission.programmes)
      for (const { id, label, required, requiredWhenPositive: code } of form.texts) {
        const text = report.texts[id]!;
        const place = { at: text.at, report };
        const said = textOf(text);
        if (said?.includes(mark)) {
          const value = said.replaceAll(mark, "").trim();
          const fix = lasting.includes(id) && value !== "" ? ({ fix: { kind: "value", at: text.at, value } } as const) : {};
          out.report("draft", { ...place, ...fix }, { label, mark });
          continue;
        }
        if (!isBlank(text)) continue;
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
