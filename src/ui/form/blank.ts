import type { Checked } from "../../actions/check";
import { isBlankForm, type Form } from "../../domain";
import { blockingOf } from "./rows";

/**
 * How much is required of a form that nobody has begun to fill in; undefined for any other, and where more than blanks is to be dealt with.
 * @param asked the form as it is asked for
 */
export function requiredOfBlank({ form, findings }: Checked, asked: Form): number | undefined {
  // What rests on a blank cell could not be judged: that is no second thing to fill in.
  const open = blockingOf(findings).filter(({ state }) => state !== "notChecked");
  const blanks = open.every(({ found }) => found === undefined || found === "");
  return open.length > 0 && blanks && isBlankForm(form.submission, asked) ? open.length : undefined;
}
