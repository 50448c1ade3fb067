/** 核实单 and 催报: what goes back to the schools. */
export interface NoticeWords {
  readonly sheet: string;
  readonly title: string;
  /** `{school}` `{period}` `{count}`. */
  readonly about: string;
  readonly how: string;
  /** Eleven columns, the last of them for the answers. */
  readonly heads: readonly [string, string, string, string, string, string, string, string, string, string, string];
  readonly prompt: string;
  /** `{most}`. */
  readonly tooLong: string;
  /** Parts of file names, behind school and period. */
  readonly fileName: string;
  readonly reminderName: string;
  /** The mail that carries a 核实单. */
  readonly mail: LetterWords;
  /** The reminder of a school from which nothing came. */
  readonly missing: LetterWords;
  /** The reminder of a school whose files cannot be taken. */
  readonly refused: LetterWords;
  /** A file that cannot be taken, in that letter: `{file}` `{why}`. */
  readonly refusedFile: string;
  /** Of those that came back: `{count}` `{matched}` `{unmatched}`. */
  readonly replied: string;
  readonly zip: NoticeZipWords;
}

/** All of them in one archive, as page and pane hand it out. */
export interface NoticeZipWords {
  /** Of the file, behind the period. */
  readonly name: string;
  readonly take: string;
  readonly hint: string;
  /** `{queries}` `{missing}` `{refused}` `{unknown}`. */
  readonly made: string;
  readonly none: string;
}

/** `{school}` `{period}` `{office}` `{due}` `{errors}` `{queries}` `{file}` `{files}`. */
export interface LetterWords {
  readonly subject: string;
  readonly body: readonly string[];
}
