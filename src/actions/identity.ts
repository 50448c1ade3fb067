import { sameCell, textOf, twoSchools, type Exclusion, type Finding, type Form, type Submission } from "../domain";
import type { Checked } from "./check";

/** As the form's identification says; a form issued for nobody in particular is whose its cover says. */
export function schoolOf({ issued, school }: Submission): string {
  return issued.school || (textOf(school) ?? "");
}

/** A form that says two things about whose it is, or for when, or nothing at all, can be counted for nobody. */
export function unclearOf({ form: { submission }, findings }: Checked, { labels }: Form): Exclusion | undefined {
  const mixed = twoSchools(submission);
  if (mixed) return mixed;
  // A name that nobody knows may be that of a school which the roster lacks: its figures are not those of the school the form was issued for.
  const stranger = ({ rule, message, at }: Finding): boolean =>
    rule === "identification-valid" && message === "unknown" && sameCell(at, submission.school.at);
  const fatal = findings.find((finding) => finding.state === "open" && (finding.severity === "fatal" || stranger(finding)));
  const unclear = (detail: string): Exclusion => ({ code: "identity-unclear", detail });
  if (fatal) return unclear(`${fatal.ref} ${String(fatal.found ?? "")} / ${String(fatal.expected ?? "")}`);
  return schoolOf(submission) === "" ? unclear(labels.school) : undefined;
}
