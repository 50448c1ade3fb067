import { reportChanges } from "./compared";
import { defineRule } from "./define";

/** A number that became 0, or was 0 before, against its comparison value. */
export const zeroTurned = defineRule({
  id: "zero-turned",
  severity: "query",
  messages: {
    becameZero: ["code", "name", "unit", "found", "compared"],
    becamePositive: ["code", "name", "unit", "found", "compared"],
  },
  check(judged, _options: object, out) {
    reportChanges(
      judged,
      out,
      () => true,
      ({ found, compared }) => ((found === 0) === (compared === 0) ? undefined : [found === 0 ? "becameZero" : "becamePositive"]),
    );
  },
});
