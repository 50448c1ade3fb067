import type { Claim, Fate, LeftAnswer, Measure, PassedOver, SchoolRecord, SealSummary } from "../domain";

type DetailHead =
  | "number"
  | "school"
  | "category"
  | "cluster"
  | "programme"
  | "code"
  | "indicator"
  | "unit"
  | "value"
  | "shown"
  | "comparison"
  | "file"
  | "sheet"
  | "cell"
  | "seal"
  | "clusterNumber"
  | "lineNumber"
  | "itemNumber"
  | "pending";

/** The question whose a file is that could not be used. Page and pane ask alike. */
export interface ClaimWords {
  /** `{count}`. */
  readonly title: string;
  /** `{count}`: the heading once all have their schools. */
  readonly done: string;
  readonly hint: string;
  /** `{file}`: what the choice is for. */
  readonly label: string;
  readonly open: string;
  readonly nobody: string;
  readonly near: string;
  readonly all: string;
  readonly again: string;
  /** `{count}`. */
  readonly more: string;
}

/** A block of rows below others, with headings of its own. */
export interface BlockWords<Head extends string> {
  readonly title: string;
  readonly heads: { readonly [H in Head]: string };
}

/** Words of the reviewers' workbook. Words that formulas count (states, fates, yes, no) differ from each other. */
export interface SummaryWords {
  /** `{formTitle}` `{period}`. */
  readonly title: string;
  /** `{code}`. */
  readonly formCode: string;
  /** Beside it, where it is the code of the definition that the files carry. */
  readonly carried: string;
  /** The same to the reviewer, of `{id}` `{version}` `{code}`. */
  readonly carriedBy: string;
  /** `{forms}`; then what to do: to give a definition, or to take files away. */
  readonly mixed: {
    readonly message: string;
    /** Behind a form: `{files}` of it by name, `{count}` in all; or that earlier files are of it. */
    readonly files: string;
    readonly earlier: string;
    readonly between: string;
    readonly give: string;
    readonly take: string;
  };
  /** Where files carry several rosters: `{roster}` is the version that was taken. */
  readonly rosterOf: string;
  readonly yes: string;
  readonly no: string;
  /** In place of a cluster or programme that a file leaves empty. */
  readonly unstated: string;
  readonly same: string;
  readonly different: string;
  readonly schoolState: { readonly [S in SchoolRecord["state"]]: string };
  readonly seal: { readonly [S in SealSummary["state"]]: string };
  readonly fate: { readonly [K in Fate["kind"]]: string };
  /** That totals hold figures 待核. `{count}`. */
  readonly pending: string;
  /** That they hold figures which are for the reviewer alone to verify. `{count}`. */
  readonly review: string;
  readonly heads: { readonly number: string };
  /** When a file was last saved, where no mail says when it was sent: `{time}`. */
  readonly fileTime: string;
  readonly totals: {
    /** `{received}` `{late}` `{missing}` `{refused}` `{roster}` `{others}` `{sealed}`. */
    readonly schools: string;
    /** `{read}` `{used}` `{superseded}` `{refused}` `{verdict}`. */
    readonly proof: string;
    readonly total: string;
    readonly subtotal: string;
    readonly number: string;
    readonly lines: string;
    readonly due: string;
    /** 待核项数 and 待核占比. */
    readonly items: string;
    readonly share: string;
    /** `{count}`. */
    readonly pending: string;
    readonly nonePending: string;
    /** Behind one of the two: how many figures are for the reviewer alone to verify. `{count}`. */
    readonly review: string;
    /** Of the totals without what is 待核. `{count}`. */
    readonly settled: string;
    readonly note: string;
  };
  readonly schools: {
    /** `{formTitle}` `{period}`. */
    readonly title: string;
    readonly note: string;
    /** Said where numbers refer to the cells of 明细. */
    readonly referred: string;
    readonly total: string;
    /** Of the sums without what is 待核. */
    readonly settled: string;
    /** `{count}`. */
    readonly lines: string;
  };
  readonly detail: {
    /** `{formTitle}` `{period}`. */
    readonly title: string;
    readonly note: string;
    readonly heads: { readonly [H in DetailHead]: string };
  };
  readonly reporting: {
    /** `{period}`. */
    readonly title: string;
    readonly note: string;
    readonly heads: readonly string[];
    /** `{school}`. */
    readonly meant: string;
    /** `{lines}`. */
    readonly missingLines: string;
    /** `{numbers}`: of files in 来件. */
    readonly refused: string;
    /** The same of files that may be corrections. */
    readonly perhapsCorrection: string;
    /** The same of files of which nothing tells that they were reported before the one that counts. */
    readonly undecided: string;
    /** `{numbers}`: of files in 来件 that may be of this school. */
    readonly possible: string;
    /** 报出日期 cannot be true: `{day}`. */
    readonly notPossible: string;
    /** Findings for the reviewer alone: `{count}`. */
    readonly review: string;
    /** Queries that wait for the reviewer, since the school has answered them: `{count}`. */
    readonly answered: string;
  };
  /** Whose a file is that does not count. */
  readonly claims: {
    readonly ask: ClaimWords;
    readonly unclaimed: string;
    readonly nobody: string;
    /** `{schools}`. */
    readonly candidates: string;
    /** How it was found out; nothing is said of what the file says itself. */
    readonly by: { readonly [B in Exclude<Extract<Claim, { kind: "matched" }>["by"], "content">]: string };
  };
  /** What has to be known of earlier files. */
  readonly earlier: { readonly [W in "refused" | "anotherPeriod" | "superseded" | "undecided" | "conflict" | "more"]: string };
  readonly arrivals: {
    /** `{period}`. */
    readonly title: string;
    readonly note: string;
    readonly heads: readonly string[];
    /** Why a file was not used that may be a correction of the one that was. */
    readonly perhapsCorrection: string;
    readonly why: { readonly [W in Extract<Fate, { kind: "superseded" }>["why"]]: string };
    /** `{period}`. */
    readonly anotherPeriod: string;
    /** `{detail}`. */
    readonly identityUnclear: string;
    readonly blankForm: string;
    /** `{item}` `{before}` `{after}`. */
    readonly change: string;
    /** `{count}`. */
    readonly more: string;
    /** The blocks below the files: the 核实单 that came back, their answers that stand beside no finding, what is no file of a person. */
    readonly replies: BlockWords<"name" | "school" | "period" | "received" | "why">;
    readonly left: BlockWords<"name" | "school" | "period" | "why" | "text">;
    readonly passedOver: BlockWords<"name" | "school" | "why">;
    /** `{matched}` `{unmatched}`. */
    readonly answers: string;
    readonly answerLeft: { readonly [W in LeftAnswer["why"]]: string };
    readonly passedOverWhy: { readonly [W in PassedOver]: string };
  };
  readonly findings: {
    /** `{period}`. */
    readonly title: string;
    readonly note: string;
    readonly heads: readonly string[];
    /** In place of the indicator of several findings. `{count}`. */
    readonly several: string;
    /** Several findings of one act on one sheet. `{message}`, `{count}`, `{items}`: codes and cells. */
    readonly act: string;
    /** Before what one of several findings says. `{text}`. */
    readonly example: string;
    /** `{from}` `{to}`: numbers. */
    readonly range: string;
    /** The first of several cells. `{cell}`. */
    readonly first: string;
    /** `{codes}` `{cells}`. */
    readonly item: string;
    /** `{count}`. */
    readonly answered: string;
    /** The state of a query that the school has answered in a 核实单. */
    readonly forReviewer: string;
  };
  readonly movements: {
    /** `{period}`. */
    readonly title: string;
    readonly note: string;
    readonly heads: readonly string[];
    readonly whole: string;
    readonly basis: { readonly [M in Measure]: string };
  };
  readonly charts: {
    /** `{period}`. */
    readonly title: string;
    readonly note: string;
    readonly data: string;
    readonly progress: string;
    readonly movements: string;
    /** `{name}` `{unit}`. */
    readonly byCluster: string;
    /** A title that says what is left out, or is in. `{title}` `{count}`. */
    readonly without: string;
    readonly among: string;
    /** A name without a bar: with what is 待核 and without it the change is not the same. `{name}` `{all}` `{settled}`. */
    readonly doubtful: string;
  };
}
