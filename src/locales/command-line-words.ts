/** Words of the command line alone: no other door loads them. */
export interface CommandLineWords {
  readonly help: HelpWords;
  /** Wrong use: one line each. */
  readonly usage: UsageWords;
  /** What the commands say when they have done their work. */
  readonly done: DoneWords;
}

export interface HelpWords {
  readonly usage: string;
  readonly commands: string;
  readonly options: string;
  readonly exit: string;
  readonly exitCodes: readonly [string, string, string];
  /** How to get the help of one command. */
  readonly more: string;
  readonly summary: {
    readonly [
      C in "template" | "check" | "seal" | "fix" | "consolidate" | "form export" | "form check" | "form diff" | "form roster" | "rules"
    ]: string;
  };
  /** `{mark}` of a draft. */
  readonly option: {
    readonly [
      O in
        | "school"
        | "period"
        | "all"
        | "sheets"
        | "previousTemplate"
        | "drafts"
        | "previousCheck"
        | "outTemplate"
        | "outCheck"
        | "outSeal"
        | "outFix"
        | "eml"
        | "previousConsolidate"
        | "outConsolidate"
        | "formatConsolidate"
        | "notices"
        | "formatCheck"
        | "formatRules"
        | "form"
        | "outForm"
        | "formatForm"
        | "rosterAdd"
        | "rosterReplace"
        | "asTyped"
        | "lang"
        | "force"
        | "help"
        | "version"
    ]: string;
  };
}

export interface UsageWords {
  /** `{name}` `{commands}`. */
  readonly unknownCommand: string;
  /** `{name}` `{near}`. */
  readonly unknownCommandNear: string;
  /** `{command}` `{option}`. */
  readonly unknownOption: string;
  /** `{option}`. */
  readonly needsValue: string;
  readonly takesNoValue: string;
  readonly repeated: string;
  readonly missing: string;
  /** `{command}`. */
  readonly noFile: string;
  readonly noTwoForms: string;
  readonly noList: string;
  /** `{path}` `{message}`. */
  readonly listRefused: string;
  /** `{path}`. */
  readonly listFaulty: string;
  /** `{path}` `{count}`. */
  readonly listAsks: string;
  readonly noFileButPrevious: string;
  /** `{command}` `{value}`. */
  readonly tooMany: string;
  /** `{option}` `{allowed}` `{value}`. */
  readonly notAllowed: string;
  /** `{a}` `{b}`. */
  readonly conflict: string;
  readonly schoolOrAll: string;
  /** `{value}`. */
  readonly badPeriod: string;
  /** `{value}` `{first}`. */
  readonly earlyPeriod: string;
  /** `{value}` `{most}`. */
  readonly badSheets: string;
  /** `{school}`. */
  readonly sheetsOnRoster: string;
  readonly draftsOfNone: string;
  /** `{school}`. */
  readonly unknownSchool: string;
  /** `{school}` `{near}`. */
  readonly unknownSchoolNear: string;
  /** `{path}`. */
  readonly outputTwice: string;
  readonly outputIsInput: string;
  readonly outputIsArrival: string;
  readonly outputIsForm: string;
  readonly outputIsFolder: string;
  /** `{path}`. */
  readonly exists: string;
  /** `{path}` `{why}`. */
  readonly cannotWrite: string;
  /** `{path}` `{message}`. */
  readonly previousRefused: string;
  /** `{path}`. */
  readonly previousUnused: string;
  /** `{path}` `{message}`. */
  readonly previousSaid: string;
  readonly nothingThere: string;
  /** `{said}`. */
  readonly mixedForms: string;
  /** A name on the command line that nothing has. `{path}`. */
  readonly noSuchInput: string;
  /** A file within another could not be copied beside the summary. `{path}`. */
  readonly notCopied: string;
  /** `{path}` `{why}`. */
  readonly leftBehind: string;
  /** `{path}` `{why}` `{backup}`. */
  readonly keptBehind: string;
  /** Standard output did not take all. `{why}`. */
  readonly resultsCut: string;
  /** `{path}` `{what}`. */
  readonly bug: string;
}

export interface DoneWords {
  /** `{count}`. */
  readonly issued: string;
  /** `{path}`. */
  readonly reported: string;
  /** `{path}`. */
  readonly sealed: string;
  /** `{code}`. */
  readonly code: string;
  /** `{path}`. */
  readonly mail: string;
  readonly integrity: string;
  readonly notSealed: string;
  /** `{path}`. */
  readonly fixed: string;
  readonly nothingToFix: string;
  /** `{errors}` `{queries}` `{notChecked}`. */
  readonly leftAfterFix: string;
  readonly passedAfterFix: string;
  /** Put before the ending of the name of a corrected copy. */
  readonly fixedSuffix: string;
  readonly progressConsolidate: string;
  readonly progressWrite: string;
  /** `{path}` `{files}` `{used}` `{superseded}` `{refused}` `{roster}` `{received}` `{late}` `{missing}` `{rejected}`. */
  readonly consolidated: string;
  /** `{path}` `{queries}` `{missing}` `{refused}` `{unknown}`. */
  readonly notices: string;
  /** `{held}`: schools. */
  readonly held: string;
  /** `{count}` `{period}` `{id}`. */
  /** `{title}` `{form}`. */
  readonly carriedForm: string;
  readonly otherPeriod: string;
  /** `{path}` `{count}` `{name}`. */
  readonly lettersLeft: string;
  /** The same of copies of files that came. */
  readonly copiesLeft: string;
  /** `{count}`: above the files that nobody knows whose they are. */
  readonly unclaimed: string;
  /** `{file}` `{why}`. */
  readonly unclaimedFile: string;
  /** `{count}`. */
  readonly unclaimedMore: string;
  /** `{path}`. */
  readonly exported: string;
  readonly progressCheck: string;
  readonly progressIssue: string;
}
