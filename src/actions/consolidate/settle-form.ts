import { byText, cut, ok, refuse, type Catalogue, type Form, type Result } from "../../domain";
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
  /** The version of the roster that was taken, where the files carry several. */
  readonly rosterOf?: number;
}

export interface SettleOptions {
  /** The definition at hand. */
  readonly own: Catalogue;
  /** Whether the reviewer gave it. */
  readonly asked: boolean;
  /** The form that earlier files are of, where there are some. */
  readonly earlier?: Form;
}

/** A form that files are of. */
export interface FormOfFiles extends Pick<Form, "id" | "version" | "title"> {
  /** 表式码; absent for the one that earlier files are of. */
  readonly code?: string;
  readonly files: readonly string[];
}

/**
 * Settles by which definition files are consolidated: the one at hand, where it was asked for or files are of it; else the one that all of
 * them carry, with the latest of the rosters that they carry.
 * @returns that definition; or the forms that the files are of, where nobody can tell which of them is meant
 */
export function settleForm(
  judged: readonly JudgedFile[],
  { own, asked, earlier }: SettleOptions,
): Result<SettledForm, readonly FormOfFiles[]> {
  const forms = judged.filter(({ outcome }) => outcome.kind === "form");
  const carried = new Map<string, Catalogue[]>();
  for (const definition of new Set(forms.flatMap(({ definition }) => definition ?? [])))
    carried.set(definition.code, [...(carried.get(definition.code) ?? []), definition]);
  const some = forms.some(({ definition }) => !definition);
  const [only, ...others] = carried.values();
  if (asked || !only || (some && ![...carried.values()].some(([one]) => one!.form.id === own.form.id)))
    return agreed({ catalogue: own, judged: ofCatalogue(judged, own) }, earlier);
  if (!some && others.length === 0) {
    const catalogue = latest(only);
    const rosters = new Set(only.map(({ roster }) => JSON.stringify(roster)));
    const rosterOf = rosters.size > 1 ? { rosterOf: catalogue.roster.version } : {};
    return agreed({ catalogue, judged, carried: true, ...rosterOf }, earlier);
  }
  const all = [...carried.values()].map(([one]) => ofFiles(one!, forms, ({ definition }) => definition?.code === one!.code));
  if (some) all.push(ofFiles(own, forms, ({ definition }) => !definition));
  return refuse(all.sort((a, b) => byText(a.id, b.id) || a.version - b.version || byText(a.title, b.title) || byText(a.code!, b.code!)));
}

/** The definition whose roster is of the highest version; of several, the one with the most lines: the order of files decides nothing. */
function latest(same: readonly Catalogue[]): Catalogue {
  const [first] = [...same].sort(
    ({ roster: a }, { roster: b }) =>
      b.version - a.version || b.entries.length - a.entries.length || byText(JSON.stringify(a), JSON.stringify(b)),
  );
  return first!;
}

function ofFiles({ form, code }: Catalogue, forms: readonly JudgedFile[], isIts: (file: JudgedFile) => boolean): FormOfFiles {
  const { id, version, title } = form;
  const files = forms.filter(isIts).map(({ arrival: { path } }) => path.at(-1)!.split("/").at(-1)!);
  return { id, version, title, code, files: files.sort(byText) };
}

/** What is compared has to be of the same form. */
function agreed(form: SettledForm, earlier: Form | undefined): ReturnType<typeof settleForm> {
  const forms = form.judged.filter(({ outcome }) => outcome.kind === "form");
  if (!earlier || forms.length === 0 || sameFigures(form.catalogue.form, earlier)) return ok(form);
  const { id, version, title } = earlier;
  return refuse([ofFiles(form.catalogue, forms, () => true), { id, version, title, files: [] }]);
}

/** So many files of a form are named. */
const MOST_NAMED = 3;

/** That files are of several forms, in words, with files of each. @param cure what to do about it */
export function sayMixed(forms: readonly FormOfFiles[], cure: "give" | "take", { summary: { mixed }, commands }: Locale): string {
  const { comma } = commands.report;
  const names = forms.map(({ title, code, files, ...form }) => {
    const named = cut(files.slice(0, MOST_NAMED).join(comma), LONGEST_NAMES);
    const said = files.length === 0 ? mixed.earlier : fill(mixed.files, { files: named, count: files.length });
    return `${[title, versioned(form), code].filter(Boolean).join(" ")}${said}`;
  });
  return fill(mixed.message, { forms: names.join(mixed.between) }) + mixed[cure];
}

/** Characters of the names of files in a sentence. */
const LONGEST_NAMES = 200;

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
