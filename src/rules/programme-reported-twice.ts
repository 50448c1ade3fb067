import { sameName, textOf, type ProgrammeReport } from "../domain";
import { defineRule } from "./define";

/** No programme is reported twice for the same cluster. */
export const programmeReportedTwice = defineRule({
  id: "programme-reported-twice",
  severity: "error",
  messages: { twice: ["cluster", "programme", "sheet"] },
  check({ submission }, _options: object, out) {
    submission.programmes.forEach((report, index) => {
      const first = submission.programmes.slice(0, index).find((earlier) => sameLine(earlier, report));
      if (!first) return;
      const programme = textOf(report.programme)!;
      out.report(
        "twice",
        { at: report.programme.at, related: [first.programme.at], report, row: "line", found: programme },
        { cluster: textOf(report.cluster)!, programme, sheet: first.sheet },
      );
    });
  },
});

function sameLine(a: ProgrammeReport, b: ProgrammeReport): boolean {
  return sameName(textOf(a.cluster), textOf(b.cluster)) && sameName(textOf(a.programme), textOf(b.programme));
}
