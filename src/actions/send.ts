import { ok, refuse, type Catalogue, type Refusal, type Result, type SheetList } from "../domain";
import type { Locale } from "../locales";
import type { FileWorkbook, LiveTrouble, LiveWorkbook } from "../workbook/port";
import { check, type Checked, type CheckOptions } from "./check";
import { dispatchMail, mailDraft, type Mail } from "./dispatch";
import { fileNameOf } from "./issue";
import { dropFindings } from "./list-findings";
import { isOwn } from "./remembered";
import { heldBack, seal, type Sealed, type SealTrouble } from "./seal";

/** A file to be handed to the person who sends it. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the person who sends a sealed form is handed. */
export interface Outgoing {
  /** The canonical name, under which the form is attached. */
  readonly fileName: string;
  /** The mail that it goes with. */
  readonly mail: Mail;
  /** The person's own sheets that go along. */
  readonly beside: SheetList;
  /** The sealed copy, and a mail draft with it; absent where Excel does not hand out the file. */
  readonly files?: { readonly copy: NamedFile; readonly draft: NamedFile };
}

/** What is sent. */
export interface Sending {
  readonly sealed: Sealed;
  readonly outgoing: Outgoing;
}

/** Why nothing is sent. `no-file`: it is sealed, but Excel does not hand out the file. `differs`: what it hands out is not what was checked. */
export type SendTrouble =
  | SealTrouble
  | { readonly kind: "no-file"; readonly sealed: Sealed; readonly trouble: LiveTrouble }
  | { readonly kind: "differs"; readonly refusal?: Refusal };

/**
 * What a sealed form is sent with, in the words of the form that it is.
 * @param bytes of the sealed form; undefined where Excel does not hand them out
 * @param own the definition at hand
 */
export function outgoing(sealed: Sealed, bytes: Uint8Array | undefined, own: Catalogue, locale: Locale): Outgoing {
  const { fileName, checked } = sealed;
  const form = (checked.carried ?? own).form;
  const mail = dispatchMail(sealed, bytes, form, locale.ofForm(form));
  const beside = checked.form.beside.sheets;
  if (!bytes) return { fileName, mail, beside };
  const draft = { name: fileName.replace(/\.xlsx$/, ".eml"), bytes: mailDraft(mail) };
  return { fileName, mail, beside, files: { copy: { name: fileName, bytes }, draft } };
}

/** Opens the bytes of a file; only the doors know which library does it. */
export type OpenFile = (bytes: Uint8Array) => Promise<FileWorkbook>;

/**
 * 生成报送文件: seals the form unless its seal holds, takes the file from Excel, and checks those very bytes once more:
 * what was checked is what is sent. What the add-in remembers in the workbook stays there, and is not in the file.
 */
export async function prepareSending(
  workbook: LiveWorkbook,
  open: OpenFile,
  catalogue: Catalogue,
  options: CheckOptions,
): Promise<Result<Sending, SendTrouble>> {
  const sealed = await sealedForm(workbook, catalogue, options);
  if (!sealed.ok) return sealed;
  // Whoever receives the form has no use for the list of what was wrong with it. A file with it would be no worse a form.
  await dropFindings(workbook, options.locale, catalogue.ruleset);
  const bytes = await workbook.bytes();
  if (!bytes.ok) {
    // Without the file, the workbook itself tells what goes along.
    const now = await check(workbook, catalogue, options);
    const checked = now.ok ? now.value : sealed.value.checked;
    return refuse({ kind: "no-file", sealed: { ...sealed.value, checked }, trouble: bytes.error });
  }
  const file = await open(bytes.value);
  const dropped = await file.dropAddIns(isOwn);
  if (!dropped.ok) return refuse({ kind: "differs", refusal: dropped.error });
  const again = await check(file, catalogue, options);
  if (!again.ok) return refuse({ kind: "differs", refusal: again.error });
  if (!sameConclusion(sealed.value.checked, again.value)) return refuse({ kind: "differs" });
  if (again.value.form.beside.summary) return refuse({ kind: "summary", checked: again.value });
  const ofFile = { ...sealed.value, checked: again.value };
  return ok({ sealed: ofFile, outgoing: outgoing(ofFile, file.bytes(), catalogue, options.locale) });
}

/** The form under a seal that holds: the one it carries, or a new one. */
async function sealedForm(workbook: LiveWorkbook, catalogue: Catalogue, options: CheckOptions): Promise<Result<Sealed, SealTrouble>> {
  const checked = await check(workbook, catalogue, options);
  if (!checked.ok) return refuse({ kind: "refused", refusal: checked.error });
  const trouble = heldBack(checked.value);
  if (trouble) return refuse(trouble);
  const { code, form, seal: state, carried } = checked.value;
  if (state.state === "sealed")
    return ok({ code, fileName: fileNameOf(form.submission, (carried ?? catalogue).form, code), checked: checked.value });
  return seal(workbook, catalogue, options);
}

function sameConclusion(before: Checked, after: Checked): boolean {
  return after.seal.state === "sealed" && after.code === before.code && JSON.stringify(after.findings) === JSON.stringify(before.findings);
}
