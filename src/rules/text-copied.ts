import { substance, textOf } from "../domain";
import { byEarlier } from "./compared";
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
        const now = substance(textOf(report.texts[id]) ?? "");
        if (now === "") continue;
        const [issued, given] = [report.previous, report.given].map((one) => substance(one?.texts[id] ?? ""));
        const place = { at: report.texts[id]!.at, report };
        if (now === issued) out.report("copied", place, { label });
        else if (now === given)
          out.report("copied", { ...place, ...byEarlier(issued === "" ? "not-issued" : "issued-otherwise") }, { label });
      }
  },
});
