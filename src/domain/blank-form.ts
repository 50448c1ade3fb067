import type { Form } from "./form";
import { textOf, type ProgrammeReport, type Reported, type Submission } from "./submission";

/** Something stands in a cell: also a 0, and what is no value (`#REF!`). White space alone is nothing. */
function isFilled(reported: Reported): boolean {
  return reported.kind === "fault" || textOf(reported) !== undefined;
}

/** A draft of the last period as the form was issued with it: nobody has touched it. */
function isIssuedDraft(text: string, issued: string | undefined, mark: string): boolean {
  const plain = (one: string): string => one.replaceAll(mark, "").replace(/\s+/g, "");
  return text.startsWith(mark) && issued !== undefined && plain(text) === plain(issued);
}

function isFilledReport({ values, explanations, texts, previous }: ProgrammeReport, { labels }: Form): boolean {
  if ([...Object.values(values), ...Object.values(explanations)].some(isFilled)) return true;
  return Object.entries(texts).some(
    ([id, text]) => isFilled(text) && !isIssuedDraft(textOf(text) ?? "", previous?.texts[id], labels.draftMark),
  );
}

/**
 * 空白表: a form that came back as it was issued. No indicator, text or explanation of any programme is filled in; who reports (the cover,
 * the heads of the sheets) reports nothing yet.
 */
export function isBlankForm({ programmes, anomalies }: Submission, form: Form): boolean {
  // A formula whose result was not saved reads as blank, and somebody has entered it.
  return !anomalies.some(({ kind }) => kind === "formula") && !programmes.some((report) => isFilledReport(report, form));
}
