/** Words of the browser page beside those it shares with the pane. */
export interface PageWords {
  readonly title: string;
  /** The form in one line, below the title: `{annex}` `{formTitle}`. */
  readonly form: string;
  readonly skip: string;
  /** Name of the other language, in that language. */
  readonly otherLanguage: string;
  /** The other language could not be loaded. */
  readonly languageMissing: string;
  readonly home: string;
  readonly loading: string;
  readonly private: string;
  readonly offline: string;
  readonly clear: string;
  readonly clearAsk: string;
  readonly cleared: string;
  readonly tasks: {
    readonly [T in "take" | "check" | "consolidate" | "define" | "help"]: {
      readonly name: string;
      readonly text: string;
      readonly go: string;
    };
  };
  readonly take: {
    readonly lead: string;
    readonly make: string;
    readonly making: string;
    /** `{name}`. */
    readonly made: string;
    readonly next: string;
    readonly again: string;
  };
  readonly drop: {
    readonly title: string;
    readonly text: string;
    readonly choose: string;
    readonly more: string;
  };
  readonly files: {
    readonly title: string;
    readonly file: string;
    readonly school: string;
    readonly period: string;
    readonly outcome: string;
    readonly errors: string;
    readonly queries: string;
    readonly waiting: string;
    /** `{name}`. */
    readonly open: string;
    /** `{name}`. */
    readonly remove: string;
    readonly removeAll: string;
    /** `{done}` `{all}`. */
    readonly progress: string;
    /** `{files}` `{passed}` `{blocked}` `{refused}`. */
    readonly summary: string;
    readonly stopped: string;
    readonly crashed: string;
    readonly unsaved: string;
    readonly typed: string;
  };
  readonly work: {
    readonly back: string;
    readonly undo: string;
    readonly redo: string;
    readonly draft: string;
    readonly draftSuffix: string;
    readonly send: string;
    /** `{count}`. */
    readonly sendBlocked: string;
    readonly besideNext: string;
    readonly findings: string;
    readonly formTitle: string;
    readonly busy: string;
    readonly cancel: string;
    readonly refused: string;
    readonly fixText: string;
    readonly keys: string;
    readonly elsewhere: string;
    readonly elsewhereNext: string;
    readonly closeAsk: string;
    readonly closeYes: string;
    readonly closeNo: string;
  };
  /** 表式: a definition, its mistakes, what is other than before, and the forms of all schools. */
  readonly define: {
    readonly lead: string;
    readonly drop: { readonly title: string; readonly text: string; readonly choose: string; readonly more: string };
    readonly exportOwn: string;
    /** Behind the short name of the form, as a file. */
    readonly bookName: string;
    readonly reading: string;
    /** `{name}` of the file. */
    readonly of: string;
    readonly usable: string;
    /** `{errors}` `{questions}`. */
    readonly faulty: string;
    readonly issued: string;
    /** `{title}` `{id}` `{version}` `{code}`. */
    readonly form: string;
    readonly problems: string;
    readonly where: string;
    readonly level: string;
    readonly problem: string;
    readonly cure: string;
    readonly difference: string;
    readonly differenceHint: string;
    /** Where nothing is there to compare with, and where mistakes keep it from being compared. */
    readonly differenceOf: string;
    readonly differenceLater: string;
    readonly earlier: string;
    readonly earlierFaulty: string;
    readonly kind: string;
    readonly about: string;
    readonly change: string;
    /** `{count}`. */
    readonly relations: string;
    readonly ref: string;
    readonly relation: string;
    readonly meaning: string;
    readonly issue: string;
    /** `{schools}` `{lines}`. */
    readonly issueHint: string;
    readonly issueGo: string;
    /** `{done}` `{all}`. */
    readonly issuing: string;
    /** `{name}` `{count}`. */
    readonly issuedDone: string;
    /** Behind period and short name, as a file. */
    readonly issuedName: string;
    readonly stopped: string;
    readonly list: {
      readonly sheet: string;
      /** `{period}` `{title}`. */
      readonly title: string;
      /** `{code}` `{version}` `{schools}` `{lines}`. */
      readonly basis: string;
      readonly number: string;
      readonly file: string;
    };
  };
  readonly consolidate: {
    readonly lead: string;
    readonly drop: {
      readonly title: string;
      readonly text: string;
      readonly choose: string;
      readonly folder: string;
      readonly more: string;
    };
    /** `{count}` `{size}` `{names}`. */
    readonly held: string;
    /** Between the names of files. */
    readonly and: string;
    readonly removeAll: string;
    readonly earlier: string;
    readonly earlierHint: string;
    /** `{count}`. */
    readonly earlierRemarks: string;
    readonly earlierMore: string;
    readonly start: string;
    readonly again: string;
    readonly stages: { readonly [S in "gathering" | "earlier" | "reading" | "summing" | "making"]: string };
    readonly stopped: string;
    readonly stale: string;
    readonly tooMuch: string;
    /** `{period}`. */
    readonly result: string;
    /** `{files}` `{used}` `{superseded}` `{refused}`. */
    readonly files: string;
    /** `{roster}` `{received}` `{late}` `{missing}` `{rejected}` `{others}`. */
    readonly schools: string;
    /** `{count}`. */
    readonly passedOver: string;
    /** `{count}` `{period}`. */
    readonly other: string;
    /** `{period}`. */
    readonly otherGo: string;
    readonly take: {
      readonly [D in "title" | "xlsx" | "xlsxHint" | "zip" | "zipHint" | "json" | "jsonHint"]: string;
    };
    /** `{formName}`. */
    readonly fileName: string;
    /** `{name}`. */
    readonly made: string;
    readonly arrivals: { readonly [W in "title" | "all" | "show" | "file" | "school" | "fate" | "why"]: string };
    /** `refused`, `perhapsCorrection`, `possible`: `{files}`. */
    readonly standing: {
      readonly [
        W in
          "title" | "none" | "school" | "state" | "note" | "refused" | "perhapsCorrection" | "possible" | "undecided" | "errors" | "queries"
      ]: string;
    };
    readonly notOnRoster: string;
    /** `each`: `{count}`. */
    readonly findings: { readonly [W in "title" | "note" | "none" | "effect" | "school" | "what" | "unknown" | "each"]: string };
    /** `{count}`. */
    readonly moreFindings: string;
  };
  readonly reports: {
    readonly label: string;
    readonly xlsx: string;
    readonly html: string;
    readonly json: string;
    readonly fileName: string;
    readonly sheet: string;
    readonly number: string;
    readonly state: string;
    readonly worksheet: string;
  };
  readonly table: {
    /** `{sheet}` `{programme}`. */
    readonly caption: string;
    readonly head: string;
    readonly texts: string;
    readonly item: string;
    readonly value: string;
    /** `{label}` `{cell}`. */
    readonly entry: string;
    /** `{label}` `{cell}`. */
    readonly explanation: string;
    readonly sheets: string;
  };
  readonly help: {
    readonly title: string;
    readonly guide: string;
    readonly severities: string;
    readonly rules: string;
    readonly severity: { readonly [S in "error" | "query" | "advisory" | "notChecked" | "fatal"]: string };
  };
}
