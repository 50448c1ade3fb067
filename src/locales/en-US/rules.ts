import type { RuleWords } from "../locale";

export const rules: RuleWords = {
  "parts-sum-to-total": {
    title: "A total equals the sum of its parts",
    description: "The total of this period equals the sum of its parts.",
    why: "A total typed by hand drifts from its parts, and the consolidation would count people twice or not at all.",
    messages: {
      differs: {
        message: "{code} {name} says {found} {unit}, but its parts {parts} add up to {sum} {unit}: a difference of {difference} {unit}.",
        cure: "Check {parts} and correct the part that is wrong; if the parts are right, enter {sum} for {code}.",
        brief: "{parts} = {sum}",
      },
    },
  },
};
