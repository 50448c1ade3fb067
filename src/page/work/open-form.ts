import type { Checked } from "../../actions/check";
import type { Outgoing } from "../../actions/send";
import { forSchool, type Refusal } from "../../domain";
import type { FixLine } from "../../ui/form/fixes";
import { ofChangedForm, type FormNotice } from "../../ui/form/notices";
import { START_VIEW, type View } from "../../ui/form/view";
import { keepUnchanged } from "./unchanged-findings";

/** The form that is open on the page, as it is shown. */
export interface OpenForm {
  readonly book:
    | { readonly kind: "unknown" }
    | { readonly kind: "refused"; readonly refusal: Refusal }
    | { readonly kind: "checked"; readonly checked: Checked };
  readonly view: View;
  /** The repairs that are offered together, while they are being looked over. */
  readonly preview: readonly FixLine[] | undefined;
  /** Work that somebody asked for and that is under way. */
  readonly task: "check" | "fix" | "explain" | "undo" | "send" | undefined;
  readonly notice: FormNotice | undefined;
  /** What was made for sending, while the seal it was made under holds. */
  readonly outgoing: Outgoing | undefined;
  /** The program itself failed; for the maintainers. */
  readonly bug: string | undefined;
}

/** A form that nobody has looked at yet. */
export const NEW_FORM: OpenForm = {
  book: { kind: "unknown" },
  view: START_VIEW,
  preview: undefined,
  task: undefined,
  notice: undefined,
  outgoing: undefined,
  bug: undefined,
};

/** What is shown of a form after a check. Whoever fills it in can do nothing about what is for the reviewer alone. */
export function afterCheck(form: OpenForm, checked: Checked): OpenForm {
  const before = form.book.kind === "checked" ? form.book.checked : undefined;
  const findings = keepUnchanged(checked.findings.filter(forSchool), before?.findings ?? []);
  // What was made under another seal is not what would be sent now.
  const holds = before?.code === checked.code && checked.seal.state === "sealed";
  return {
    ...form,
    book: { kind: "checked", checked: { ...checked, findings } },
    outgoing: holds ? form.outgoing : undefined,
    notice: before && before.code !== checked.code ? ofChangedForm(form.notice) : form.notice,
  };
}
