import { sameCell, textOf, type Reported } from "../domain";
import { defineRule } from "./define";
import { identificationValid } from "./identification-valid";

const SPEAKS_FIRST: string = identificationValid.id;

/**
 * A programme line is on the roster. While rows of the roster are known to be missing, a line that is not there may still be right: then it
 * is a query, not an error.
 */
export const onRoster = defineRule({
  id: "on-roster",
  severity: "query",
  messages: { notListed: ["school", "cluster", "programme"], unlisted: ["school", "cluster", "programme"] },
  check({ submission, roster, found }, _options: object, out) {
    const spoken = (cell: Reported): boolean =>
      cell.kind === "fault" || found.some(({ rule, at }) => rule === SPEAKS_FIRST && sameCell(at, cell.at));
    if (spoken(submission.school)) return;
    const school = submission.issued.school || textOf(submission.school)!;
    for (const report of submission.programmes) {
      if (spoken(report.cluster) || spoken(report.programme)) continue;
      const [cluster, programme] = [textOf(report.cluster)!, textOf(report.programme)!];
      if (roster.entries.some((entry) => entry.school === school && entry.cluster === cluster && entry.programme === programme)) continue;
      out.report(
        roster.complete ? "unlisted" : "notListed",
        { at: report.programme.at, report, row: "line", found: programme, ...(roster.complete ? { severity: "error" } : {}) },
        { school, cluster, programme },
      );
    }
  },
});
