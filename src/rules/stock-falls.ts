import { difference, reportChanges } from "./compared";
import { defineRule } from "./define";

export interface Options {
  /** A fall of no more than this is passed over. */
  readonly tolerance?: number;
}

/** A stock seldom falls: what existed at the end of the last period mostly still exists. Gone to 0 is another rule's. */
export const stockFalls = defineRule({
  id: "stock-falls",
  severity: "query",
  messages: { fell: ["code", "name", "unit", "found", "compared", "difference"] },
  check(judged, { tolerance = 0 }: Options, out) {
    reportChanges(
      judged,
      out,
      ({ measure }, before) => measure === "stock" && before > 0,
      ({ found, compared }) => {
        const fall = difference(compared, found);
        return found === 0 || found >= compared || fall <= tolerance ? undefined : ["fell", { difference: fall }];
      },
    );
  },
});
