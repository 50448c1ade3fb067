import { ok, refuse, type Catalogue, type Refusal, type Result } from "../domain";
import { newSeal, sealChanges } from "../sheets";
import type { FileWorkbook, Workbook } from "../workbook/port";
import { check, codeOf, type Checked, type CheckOptions } from "./check";
import { fileNameOf } from "./issue";
import { isOwn } from "./remembered";

/** Why a form is not sealed: it cannot be read or written, something still blocks, or the data of other schools would go along. */
export type SealTrouble =
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "blocked"; readonly checked: Checked }
  | { readonly kind: "summary"; readonly checked: Checked };

export interface Sealed {
  readonly code: string;
  readonly fileName: string;
  readonly checked: Checked;
}

/** What keeps a form that was read from being sealed and sent. */
export function heldBack(checked: Checked): SealTrouble | undefined {
  if (checked.status === "blocked") return { kind: "blocked", checked };
  return checked.form.beside.summary ? { kind: "summary", checked } : undefined;
}

/**
 * Seals a form: checks it, then writes code and record into it, unless an error or an unexplained query is left, or a summary stands beside it.
 * The workbook is read again afterwards: what was written must carry a valid seal.
 * @throws Error where the written form does not read back as sealed (a bug of an adapter)
 */
export async function seal(workbook: Workbook, catalogue: Catalogue, options: CheckOptions): Promise<Result<Sealed, SealTrouble>> {
  const before = await check(workbook, catalogue, { ...options, sealing: true });
  if (!before.ok) return refuse({ kind: "refused", refusal: before.error });
  const trouble = heldBack(before.value);
  if (trouble) return refuse(trouble);
  const { form } = before.value;
  const by = before.value.carried ?? catalogue;
  const head = newSeal(by);
  const code = await codeOf(form.submission, head, options.sha256);
  const written = await workbook.write(sealChanges(form, head, code));
  if (!written.ok) return refuse({ kind: "refused", refusal: written.error });
  const after = await check(workbook, catalogue, options);
  if (!after.ok) return refuse({ kind: "refused", refusal: after.error });
  if (after.value.seal.state !== "sealed") throw new Error(`The form does not read back as sealed: ${after.value.seal.state}`);
  return ok({ code, fileName: fileNameOf(after.value.form.submission, by.form, code), checked: after.value });
}

/** Seals a form in a file as `seal` does, and leaves nothing in the file that the add-in remembers there: it is the sender's own. */
export async function sealFile(workbook: FileWorkbook, catalogue: Catalogue, options: CheckOptions): Promise<Result<Sealed, SealTrouble>> {
  const sealed = await seal(workbook, catalogue, options);
  if (!sealed.ok) return sealed;
  const dropped = await workbook.dropAddIns(isOwn);
  return dropped.ok ? sealed : refuse({ kind: "refused", refusal: dropped.error });
}
