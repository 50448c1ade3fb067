import type { Locale } from "../locale";
import { commands } from "./commands";
import { form } from "./form";
import { notice } from "./notice";
import { page } from "./page";
import { pane } from "./pane";
import { rules } from "./rules";
import { summary } from "./summary";

export const enUS: Locale = {
  tag: "en-US",
  ofForm: () => enUS,
  severity: { fatal: "Fatal", error: "Error", query: "Query", advisory: "Advisory" },
  severityBrief: { fatal: "Fatal ", error: "Error ", query: "Query ", advisory: "Note " },
  colon: ": ",
  state: { open: "open", explained: "explained", notChecked: "not checked" },
  reviewer: {
    title: "For the reviewer",
    note: "The reviewer looks into these. They do not count for the conclusion, and the school has nothing to do.",
    earlier: {
      "not-issued":
        "{message} The school's form showed no comparison value (or text of before) here; this is judged by the reviewer's earlier files.",
      "issued-otherwise":
        "{message} What the school's form showed of before is not what the reviewer's earlier files say; this is judged by those files.",
    },
    cure: "Look into it with the earlier files; ask the school where it has to explain, and do not count it as a mistake of the school's.",
  },
  where: { indicator: "the row of {code}", line: "the programme's row" },
  explanationFault: {
    missing: "No explanation yet.",
    "too-short": "The explanation is too short: give the actual reason ({min} characters or more).",
    boilerplate: "The explanation gives no reason: say why the figure is what it is.",
    repeated: "The same explanation stands on {rows} rows or more: explain each on its own.",
    lapsed: "The value changed since this explanation was written: explain it anew.",
  },
  notChecked: {
    message: "{inputs} of the values this relation needs are blank or faulty: it was not checked.",
    cure: "Correct those values first, then check again.",
  },
  mustCorrect: "Check what this is about, and correct what is wrong: it is an error, which no explanation settles.",
  fix: { value: 'Change {cell} to "{value}"', clear: "Clear {cell}", validation: "Restore the data validation of {cell}" },
  refusal: {
    "not-a-workbook":
      "This is not an Excel workbook (.xlsx); it may be a Word document, a PDF, a picture, a web page or another file renamed. Use the form file itself.",
    packed: "This is an archive or a mail, not the form itself. Unpack it, or save its attachment, then check the form that was in it.",
    "empty-file":
      "The file is empty (0 bytes): it may not have been copied or downloaded to its end. Copy or download it again; if somebody sent it, ask them to send it again.",
    opendocument:
      "This is an OpenDocument spreadsheet (.ods). Open it where it was made, save it as an Excel workbook (.xlsx) and check again.",
    encrypted:
      "The file is encrypted and cannot be read. If it asks for a password: open it in Excel, empty the password under File > Info > Protect Workbook > Encrypt with Password, save it and check again. If it asks for none, Excel encrypted it by itself: open it, take the protection of the workbook off under Review, and use File > Save As to make a new Excel workbook (.xlsx).",
    "legacy-format": "This is an old format (.xls, .et or .xlsb). Open it in Excel or WPS, save it as .xlsx and check again.",
    "macro-enabled": "The file holds macros and is not accepted. Save it as a workbook without macros (.xlsx) and check again.",
    "too-large": "The file is larger than any form can be. Fill in a fresh form; do not paste pictures or whole sheets into it.",
    damaged:
      "The file is damaged or incomplete; nothing was read from it. Open the original in Excel or WPS, save it under a new name and check again; failing that, fill in a fresh form.",
    "not-this-form": "This workbook is not the {formName}. Fill in the form file that was issued.",
    "newer-form":
      "This form is version {version}; it is judged by version {known}. Use version {version}: update the program, or give the definition workbook of that version.",
    "older-form":
      "This form is version {version}; it is judged by version {known}. Nobody changed the form: judge it by version {version}, or fill in a form of version {known}.",
    "definition-damaged":
      "This program does not know the form, and the definition that the file carries (the hidden sheet “_表式”) is gone or not whole, so it cannot be judged. Get a fresh form; a reviewer gives its definition workbook by --form.",
    "definition-book":
      "This is a definition workbook (表式簿), not a form that was filled in, and does not count. To check it and to issue by it use the page's task 表式; on the command line, form check and --form.",
    "other-form":
      "This is another form, “{title}”, than the one at hand; they cannot be judged together. Check and consolidate it by itself, or give its definition workbook.",
    "newer-seal":
      "The seal of this form is of version {version}; this program knows seals up to version {known}. Update the program, then check again.",
    "no-identification":
      "The form's identification (the hidden sheet “_meta”) is gone, so it cannot be told which form this is. Get a fresh form, enter the data and check again.",
    "structure-changed":
      "The structure of the form was changed: {where} lacks or repeats “{missing}”. Get a fresh form, enter the data and check again.",
    "two-schools":
      "The workbook holds forms of several schools ({schools}) and counts for none of them. Each school sends its own workbook, with its own cover and sheets only.",
    "summary-changed":
      "The numbers of the summary cannot be taken: 明细 is not whole; or the summary is too large, only the record of its numbers can be read, and 明细 was changed since. Give that period's forms instead.",
    unreadable: "The file cannot be read: {detail}. Make sure that it exists, that you may read it, and that no other program holds it.",
    "parcel-damaged":
      "The zip or mail is damaged, incomplete or packed in an unusual way; nothing was read from it. Download it again; failing that, ask the school to send it again.",
    "parcel-too-large":
      "The zip or mail is too large, or holds too many files. Unpack it or save its attachments, put the forms into a folder and consolidate that.",
    "parcel-entry-name":
      "The name of this file in the zip cannot be used (it leads to another folder or drive, or holds control characters), and it was not read. Unpack it under another name and put it beside the others, or ask the school to send it again.",
    "parcel-encrypted":
      "The zip asks for a password and cannot be read. Unpack it with the password, put its forms into a folder and consolidate that.",
    "parcel-nested":
      "Zips or mails lie too deep within each other; this one was not opened. Take out what is inside, put it into a folder and consolidate that.",
    "archive-format": "This is a {format} archive; only .zip can be opened. Unpack it and put its forms into a folder, or pack it as .zip.",
    "archive-empty": "The archive holds no file. Make sure that it is the right one, or ask the school to send it again.",
    "outlook-message":
      "Only Outlook reads this format (.msg or winmail.dat). Open the mail in Outlook and save its attachments into a folder, or save the mail as .eml.",
    "mail-empty":
      "The mail has no attachment (a very large one may be no more than a link). Open the mail and download the form from there, or ask the school to send it again.",
    "mail-cloud-only":
      "The mail has no attachment, only a link to a file in a cloud; this program downloads nothing. Open the mail, download the form before the link expires and put it beside the others; if it has expired, ask the school to send it as an ordinary attachment.",
    "mail-encrypted":
      "The mail is encrypted (S/MIME or PGP) and this program has no key. Open it in the mail program that received it and save its attachments into a folder.",
    "mail-signed":
      "The whole mail lies within a digital signature (S/MIME, smime.p7m) and cannot be read. Open it in a mail program and save its attachments into a folder.",
  },
  rules,
  form,
  commands,
  pane,
  page,
  notice,
  summary,
};
