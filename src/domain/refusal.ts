import { formNames, type Form } from "./form";
import type { Language, Worded } from "./language";

/**
 * Why a file cannot be taken at all (contracts: refusal codes). Facts only: the sentence is made in `locales`.
 * `detail` is for engineers (which part, which limit); it is never needed to act.
 */
export type Refusal =
  /** No bytes at all: it was not copied or downloaded to its end. */
  | { readonly code: "empty-file"; readonly detail: string }
  /** .ods: a spreadsheet all the same. */
  | { readonly code: "opendocument"; readonly detail: string }
  /** Not a zip package with a workbook in it. */
  | { readonly code: "not-a-workbook"; readonly detail: string }
  /** An archive or a mail, in which the form may be. */
  | { readonly code: "packed"; readonly detail: string }
  /** A password protects the whole file; it may be the one that Excel uses by itself and nobody is asked for ([MS-OFFCRYPTO] 2.3, "VelvetSweatshop"). */
  | { readonly code: "encrypted"; readonly detail: string }
  /** .xls or .et (BIFF in a compound file), or .xlsb. */
  | { readonly code: "legacy-format"; readonly detail: string }
  | { readonly code: "macro-enabled"; readonly detail: string }
  /** A limit on real, inflated bytes, cells, sheets or nesting was passed. */
  | { readonly code: "too-large"; readonly detail: string }
  /** A truncated, contradictory or hostile package. */
  | { readonly code: "damaged"; readonly detail: string }
  /** A sound workbook, but none of ours. */
  | { readonly code: "not-this-form"; readonly detail: string; readonly formName: Worded }
  /** A form of ours, of a version this program does not know. */
  | { readonly code: "newer-form"; readonly detail: string; readonly version: number; readonly known: number }
  /** A form of ours, of a version before the one that it is read by, whose rows are not the same. Nobody changed it. */
  | { readonly code: "older-form"; readonly detail: string; readonly version: number; readonly known: number }
  /** A form that this program does not know, whose own definition (the hidden sheet `_表式`) is gone or not whole. */
  | { readonly code: "definition-damaged"; readonly detail: string }
  /** The definition of a form (表式簿), not a form that was filled in. */
  | { readonly code: "definition-book"; readonly detail: string }
  /** A form of another kind than the files around it, or than the one that was asked for. */
  | { readonly code: "other-form"; readonly detail: string; readonly title: string }
  /** A form of ours, under a seal that this program cannot verify. */
  | { readonly code: "newer-seal"; readonly detail: string; readonly version: number; readonly known: number }
  /** It looks like our form, but its identification was removed. */
  | { readonly code: "no-identification"; readonly detail: string }
  /** Rows, columns or sheets of the form are missing or doubled; `where` names the sheet or cell. */
  | { readonly code: "structure-changed"; readonly detail: string; readonly where: string; readonly missing: string }
  /** Sheets of several schools in one workbook. */
  | { readonly code: "two-schools"; readonly detail: string; readonly schools: readonly string[] }
  /** A reviewers' workbook whose 明细 is not whole; or that is too large to be read whole, and 明细 was changed after the record of its numbers was made. */
  | { readonly code: "summary-changed"; readonly detail: string }
  /** The file could not be read from the disk, mail or browser. */
  | { readonly code: "unreadable"; readonly detail: string }
  /** A zip or mail that is cut short, contradicts itself or is packed in a way we do not know. */
  | { readonly code: "parcel-damaged"; readonly detail: string }
  /** A zip or mail over a limit on real bytes, entries or parts. */
  | { readonly code: "parcel-too-large"; readonly detail: string }
  /** An entry of a zip whose name leads elsewhere, or that no system can have. */
  | { readonly code: "parcel-entry-name"; readonly detail: string }
  /** A zip that asks for a password. */
  | { readonly code: "parcel-encrypted"; readonly detail: string }
  /** Zips within zips, or mails within mails, deeper than anyone packs on purpose. */
  | { readonly code: "parcel-nested"; readonly detail: string }
  /** An archive that is no zip; `format` names it: RAR, 7z, gzip. */
  | { readonly code: "archive-format"; readonly detail: string; readonly format: string }
  | { readonly code: "archive-empty"; readonly detail: string }
  /** .msg or winmail.dat: only Outlook reads them. */
  | { readonly code: "outlook-message"; readonly detail: string }
  | { readonly code: "mail-empty"; readonly detail: string }
  /** A mail without a file, whose text leads to one in a cloud (超大附件). */
  | { readonly code: "mail-cloud-only"; readonly detail: string }
  /** S/MIME or OpenPGP: only the receiver's mail program has the key. */
  | { readonly code: "mail-encrypted"; readonly detail: string }
  /** S/MIME that holds the whole mail within its signature. */
  | { readonly code: "mail-signed"; readonly detail: string };

export type RefusalCode = Refusal["code"];

/** A workbook that is not the form that is asked for. @param detail for whoever looks into it: what it is instead */
export function notThisForm(form: Form, detail: string): Refusal {
  const nameIn = (language: Language): string => formNames(form, language).shortTitle;
  return { code: "not-this-form", detail, formName: { "zh-CN": nameIn("zh-CN"), "en-US": nameIn("en-US") } };
}
