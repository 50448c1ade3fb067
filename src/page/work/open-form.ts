import type { Checked } from "../../actions/check";
import { forSchool, type Refusal } from "../../domain";
import type { FixLine } from "../../ui/form/fixes";
import { START_VIEW, type View } from "../../ui/form/view";
import { ofChangedFile, type PageNotice } from "./notices";
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
  readonly notice: PageNotice | undefined;
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
  bug: undefined,
};

/** What is shown of a form after a check. Whoever fills it in can do nothing about what is for the reviewer alone. */
export function afterCheck(form: OpenForm, checked: Checked): OpenForm {
  const before = form.book.kind === "checked" ? form.book.checked : undefined;
  const same = before?.carried && before.carried.code === checked.carried?.code;
  const findings = keepUnchanged(checked.findings.filter(forSchool), before?.findings ?? []);
  return {
    ...form,
    // The very definition of before: what was worked out for it is known.
    book: { kind: "checked", checked: { ...checked, findings, ...(same ? { carried: before.carried } : {}) } },
    notice: before && before.code !== checked.code ? ofChangedFile(form.notice) : form.notice,
  };
}
