import { htmlReporter } from "./html";
import { jsonReporter } from "./json";
import { sarifReporter } from "./sarif";
import type { ReportContext, Reporter } from "./reporter";
import { textReporter } from "./text";

export type { FileReport, Outcome, ReportContext, Reporter } from "./reporter";
export { columnsOf, padded, plain } from "./plain";
export { rulesJson, rulesText } from "./rules";
export { Tally } from "./tally";
export { saySeal, sayConclusion, programmeName } from "./words";

/** The forms a report can take. */
export const reporters = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  html: htmlReporter,
} as const satisfies Readonly<Record<string, (context: ReportContext) => Reporter>>;

export type ReportFormat = keyof typeof reporters;
