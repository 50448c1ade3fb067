import { textOf, type Reported } from "../domain";
import { defineRule, type Place } from "./define";

/** A text is no longer than its room on the form. */
export const textLength = defineRule({
  id: "text-length",
  severity: "error",
  messages: { tooLong: ["label", "found", "most", "excess"] },
  check({ submission, form }, _options: object, out) {
    const measure = (reported: Reported, { label, maxLength: most }: { label: string; maxLength: number }, place: Partial<Place>): void => {
      // In the units of LEN and of the native validation, so that all three agree.
      // The mark of a draft is no part of what will stand there.
      const found = textOf(reported)?.replace(/\r\n?/g, "\n").replaceAll(form.labels.draftMark, "").length ?? 0;
      if (found > most) out.report("tooLong", { ...place, at: reported.at }, { label, found, most, excess: found - most });
    };
    for (const item of form.cover) if (item.kind !== "date") measure(submission.cover[item.id]!, item, {});
    for (const report of submission.programmes) for (const item of form.texts) measure(report.texts[item.id]!, item, { report });
  },
});
