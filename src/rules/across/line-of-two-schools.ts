import { grouped, plainName, type LineWithTexts } from "../../domain";
import { defineAcrossRule } from "./define";

const EXAMPLES = 5;

/** Two schools do not report the same programme line, unless the roster gives it to both: what they count would be counted twice. */
export const lineOfTwoSchools = defineAcrossRule({
  id: "line-of-two-schools",
  severity: "query",
  messages: { shared: ["cluster", "programme", "others", "count"] },
  check({ lines, roster }, _options: object, out) {
    const listed = ({ school, cluster, programme }: LineWithTexts): boolean =>
      roster.entries.some((one) => one.school === school && one.cluster === cluster && one.programme === programme);
    const named = lines.filter(({ cluster, programme }) => plainName(cluster) !== "" && plainName(programme) !== "");
    for (const same of grouped(named, ({ cluster, programme }) => `${plainName(cluster)}|${plainName(programme)}`).values()) {
      const schools = [...new Set(same.map(({ school }) => school))];
      if (schools.length < 2) continue;
      for (const line of same.filter((one) => !listed(one))) {
        const { cluster, programme, school, head } = line;
        // One more than is shown, in case the school itself is among them.
        const others = schools.slice(0, EXAMPLES + 1).filter((other) => other !== school);
        out.report(
          "shared",
          line,
          { at: head.programme, found: programme },
          { cluster, programme, others: others.slice(0, EXAMPLES).join("、"), count: schools.length - 1 },
        );
      }
    }
  },
});
