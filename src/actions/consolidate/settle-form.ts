import { byText, ok, refuse, type Catalogue, type Form, type Result } from "../../domain";
import { fill, type Locale } from "../../locales";
import { otherForm, sameFigures } from "../carried";
import { versioned } from "../report/reporter";
import type { JudgedFile } from "./judged";

/** By which definition files are consolidated. */
export interface SettledForm {
  readonly catalogue: Catalogue;
  /** The files: those of other forms are refused. */
  readonly judged: readonly JudgedFile[];
  /** It is the one that the files carry: nobody compared it with the one that was issued. */
  readonly carried?: true;
}

export interface SettleOptions {
  /** The definition at hand. */
  readonly own: Catalogue;
  /** Whether the reviewer gave it. */
  readonly asked: boolean;
  /** The form that earlier files are of, where there are some. */
  readonly earlier?: Form;
}

/**
 * Settles by which definition files are consolidated: the one at hand, where it was asked for or files are of it; else the one that all of
 * them carry.
 * @returns that definition; or the forms that the files are of, where nobody can tell which of them is meant
 */
export function settleForm(judged: readonly JudgedFile[], { own, asked, earlier }: SettleOptions): Result<SettledForm, readonly Form[]> {
  const forms = judged.filter(({ outcome }) => outcome.kind === "form");
  const carried = [...new Set(forms.flatMap(({ definition }) => definition ?? []))];
  const some = forms.some(({ definition }) => !definition);
  const [only, ...others] = carried;
  if (asked || !only || (some && !carried.some(({ form }) => form.id === own.form.id)))
    return agreed({ catalogue: own, judged: ofCatalogue(judged, own) }, earlier);
  if (!some && others.length === 0) return agreed({ catalogue: only, judged, carried: true }, earlier);
  const all = [only.form, ...others.map(({ form }) => form), ...(some ? [own.form] : [])];
  return refuse(all.sort((a, b) => byText(a.id, b.id) || a.version - b.version || byText(a.title, b.title)));
}

/** What is compared has to be of the same form. */
function agreed(form: SettledForm, earlier: Form | undefined): ReturnType<typeof settleForm> {
  const counts = form.judged.some(({ outcome }) => outcome.kind === "form");
  if (!earlier || !counts || sameFigures(form.catalogue.form, earlier)) return ok(form);
  return refuse([form.catalogue.form, earlier]);
}

/** That files are of several forms, in words. @param cure what to do about it */
export function sayMixed(forms: readonly Form[], cure: "give" | "take", { summary: { mixed }, commands }: Locale): string {
  const names = forms.map(({ title, ...form }) => `${title} ${versioned(form)}`).join(commands.report.comma);
  return fill(mixed.message, { forms: names }) + mixed[cure];
}

/** Files of one definition: those that were judged by another are refused. */
function ofCatalogue(judged: readonly JudgedFile[], { form }: Catalogue): JudgedFile[] {
  return judged.map((file) => (file.definition ? withoutForm(file, otherForm(file.definition.form, form)) : file));
}

/** A form that does not count, with what it says of itself: its school sent it. */
function withoutForm(file: JudgedFile, refusal: ReturnType<typeof otherForm>): JudgedFile {
  const { outcome, ...rest } = file;
  if (outcome.kind !== "form") return file;
  const { school, period, email } = outcome.record;
  const partial = { issued: school || undefined, covers: outcome.says, period, email: email || undefined };
  return { ...rest, outcome: { kind: "refused", refusal, partial } };
}

/**
 * Earlier files of one form: that of the definition at hand, or of the one that all of them carry. Those whose figures cannot be compared
 * with it are refused.
 */
export function ofOneForm(
  judged: readonly JudgedFile[],
  { own, asked }: SettleOptions,
): Pick<SettledForm, "judged"> & { readonly form: Form } {
  const settled = asked ? undefined : settleForm(judged, { own, asked });
  const { form } = settled?.ok ? settled.value.catalogue : own;
  const files = judged.map((file) => {
    const by = (file.definition ?? own).form;
    return sameFigures(by, form) ? file : withoutForm(file, otherForm(by, form));
  });
  return { judged: files, form };
}
