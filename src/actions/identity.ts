import { textOf, twoSchools, type Exclusion, type Form, type Submission } from "../domain";
import type { Judged } from "./check";

/** As the form's identification says; a form issued for nobody in particular is whose its cover says. */
export function schoolOf({ issued, school }: Submission): string {
  return issued.school || (textOf(school) ?? "");
}

/** A form that says two things about whose it is, or for when, or nothing at all, can be counted for nobody. */
export function unclearOf({ form: { submission }, findings }: Judged, { labels }: Form): Exclusion | undefined {
  const mixed = twoSchools(submission);
  if (mixed) return mixed;
  const fatal = findings.find(({ state, severity, unidentified }) => state === "open" && (severity === "fatal" || unidentified));
  const unclear = (detail: string): Exclusion => ({ code: "identity-unclear", detail });
  if (fatal) return unclear(`${fatal.ref} ${String(fatal.found ?? "")} / ${String(fatal.expected ?? "")}`);
  return schoolOf(submission) === "" ? unclear(labels.school) : undefined;
}
