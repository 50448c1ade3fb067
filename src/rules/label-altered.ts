import { withoutSpaces } from "../domain";
import { defineRule } from "./define";

/** The printed words of the form are the form's: a renamed indicator is another indicator. */
export const labelAltered = defineRule({
  id: "label-altered",
  severity: "error",
  messages: { altered: ["code", "found", "issued"], unit: ["code", "found", "issued"], carried: ["code", "found", "issued"] },
  check({ submission }, _options: object, out) {
    const printed = submission.anomalies.flatMap((one) => (one.kind === "definition-altered" && one.printed ? [one.printed] : []));
    for (const anomaly of submission.anomalies) {
      if (anomaly.kind !== "label-altered") continue;
      const { at, code, found, issued, unit } = anomaly;
      const report = submission.programmes.find(({ sheet }) => sheet === at.sheet);
      const place = { at, report, row: code, found, expected: issued };
      // The file was issued so: the school did not write it.
      const issuedSo = printed.some(
        (by) => Object.hasOwn(by, code) && by[code]!.some((text) => withoutSpaces(text) === withoutSpaces(found)),
      );
      if (issuedSo) out.report("carried", { at, report, row: code, severity: "query", for: "reviewer" }, { code, found, issued });
      // A unit is never put back by the program: the figure beside it, which is in doubt as well, may have been entered in the other one.
      else if (unit) out.report("unit", { ...place, related: [report!.values[code]!.at] }, { code, found, issued });
      else out.report("altered", { ...place, fix: { kind: "value", at, value: issued } }, { code, found, issued });
    }
  },
});
