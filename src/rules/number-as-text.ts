import { isApproximate, readNumeral, textOf, type Indicator } from "../domain";
import { defineRule, named, numberFault } from "./define";

const plain = ["code", "name", "unit", "text"] as const;
const proposed = ["code", "name", "unit", "text", "value"] as const;

/** A number is a number, not a text that looks like one. Only what a text can mean for certain is proposed. */
export const numberAsText = defineRule({
  id: "number-as-text",
  severity: "error",
  messages: {
    width: proposed,
    separators: proposed,
    spaces: proposed,
    storedAsText: proposed,
    unit: proposed,
    magnitude: proposed,
    outOfType: proposed,
    approximate: plain,
    unreadable: plain,
  },
  check({ submission, form }, _options: object, out) {
    for (const report of submission.programmes)
      for (const indicator of form.indicators) {
        const { code } = indicator;
        const cell = report.values[code]!;
        if (cell.kind !== "text" || textOf(cell) === undefined) continue;
        const text = cell.value;
        const place = { at: cell.at, report, row: code, found: text };
        const { message, value } = reading(text, indicator);
        if (value === undefined) out.report(message as "unreadable", place, { ...named(form, code), text });
        else
          out.report(
            message,
            { ...place, ...(message === "outOfType" ? {} : { fix: { kind: "value", at: cell.at, value }, expected: value }) },
            { ...named(form, code), text, value },
          );
      }
  },
});

/** Which message fits a text, and the number it can only mean, if there is one. */
function reading(text: string, indicator: Indicator) {
  const proposal = readNumeral(text, indicator.unit);
  if (!proposal) return { message: isApproximate(text) ? "approximate" : "unreadable", value: undefined } as const;
  const { value, how } = proposal;
  if (numberFault(indicator, value)) return { message: "outOfType", value } as const;
  return { message: how === "stored-as-text" ? "storedAsText" : how, value } as const;
}
