import type { ReportWords } from "./report-words";

/** Words of reports, mails and files, which all doors have. */
export interface CommandWords {
  readonly product: string;
  /** Why a file or folder cannot be read or written. */
  readonly disk: DiskWords;
  readonly report: ReportWords;
  readonly beside: BesideWords;
  readonly mail: MailWords;
  /** Behind the name of a summary: the folder of files that came within mails and archives. */
  readonly enclosedSuffix: string;
}

/** What a file to send holds beside the form. */
export interface BesideWords {
  /** `{count}` `{names}`. */
  readonly sheets: string;
  /** `{name}`: of a hidden sheet. */
  readonly hidden: string;
  readonly and: string;
  readonly summary: string;
}

export interface DiskWords {
  readonly missing: string;
  readonly folder: string;
  readonly notFolder: string;
  readonly noFolder: string;
  readonly notFile: string;
  readonly denied: string;
  readonly readOnly: string;
  readonly full: string;
  readonly fileTooBig: string;
  readonly nameTooLong: string;
  /** A symbolic link that leads to itself. */
  readonly loop: string;
  readonly device: string;
  readonly tooManyOpen: string;
  readonly busy: string;
  /** Reading a file took more memory than one may have. */
  readonly memory: string;
  /** What read a file ended without a word. */
  readonly fell: string;
  /** `{code}`. */
  readonly other: string;
}

/** The mail draft that carries a sealed form. */
export interface MailWords {
  /** `{formName}` `{school}` `{period}` `{code}`. */
  readonly subject: string;
  /** Lines. `{formName}` `{formTitle}` `{office}` `{school}` `{period}` `{programmes}` `{code}` `{file}`. */
  readonly body: readonly string[];
  /** Before the contacts of the cover. */
  readonly contact: string;
  /** `{label}` `{value}`. */
  readonly item: string;
}
