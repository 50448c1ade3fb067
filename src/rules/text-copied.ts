import { substance, textOf } from "../domain";
import { defineRule } from "./define";

export interface Options {
  /** Texts that are expected to be new every time. */
  readonly texts: readonly string[];
}

/** What was done in a half-year is told anew, not copied from the report before. */
export const textCopied = defineRule({
  id: "text-copied",
  severity: "advisory",
  messages: { copied: ["label"] },
  check({ submission, form }, { texts }: Options, out) {
    for (const report of submission.programmes)
      for (const { id, label } of form.texts.filter((item) => texts.includes(item.id))) {
        const [now, before] = [textOf(report.texts[id]), report.previous?.texts[id]];
        if (now === undefined || before === undefined || substance(before) === "") continue;
        if (substance(now) === substance(before)) out.report("copied", { at: report.texts[id]!.at, report }, { label });
      }
  },
});
