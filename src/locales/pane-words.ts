import type { EarlierFault, FindingKind } from "../domain";
import type { LiveTrouble } from "../workbook/port";

/** What is wrong, and what to do about it. */
export interface TroubleWords {
  readonly title: string;
  readonly cure: string;
}

/** Words of the task pane in Excel. */
export interface PaneWords {
  readonly title: string;
  readonly tabs: { readonly label: string; readonly fill: string; readonly check: string; readonly send: string; readonly review: string };
  /** Beside 检查, for those who hear the pane: `{count}` problems block. */
  readonly tabBlocks: string;
  readonly starting: string;
  readonly working: string;
  readonly close: string;
  readonly cancel: string;
  /** In the head of the pane: `{school}` `{period}`. */
  readonly about: string;
  readonly noForm: string;
  /** Below it, where Excel saves by itself: the verdict on what is saved. `blocked`: `{count}`. */
  readonly autoSave: { readonly [K in "sealed" | "changed" | "passed" | "blocked"]: string };
  readonly fill: FillPaneWords;
  readonly check: CheckPaneWords;
  readonly send: SendPaneWords;
  readonly review: ReviewPaneWords;
  readonly notice: NoticeWords;
  /** One sentence of what happened and one of what to do, for all that a live Excel may refuse. `{what}` `{code}`. */
  readonly trouble: { readonly [K in LiveTrouble["kind"]]: TroubleWords };
  readonly officeUnreachable: TroubleWords;
  readonly notExcel: TroubleWords;
  /** `{what}`: what the program said. */
  readonly bug: TroubleWords;
  readonly reload: string;
  readonly openPage: string;
  /** Before the reason why a workbook cannot be taken as a form. */
  readonly refusedTitle: string;
}

export interface FillPaneWords {
  readonly school: string;
  readonly schoolHint: string;
  readonly noSuchSchool: string;
  readonly schoolMissing: string;
  readonly showSchools: string;
  readonly clearSchool: string;
  /** A name that the roster does not have, of which it is open which school is meant. `ask`, `right`: `{school}`. */
  readonly which: { readonly [W in "ask" | "right" | "open"]: string };
  /** `{count}`. */
  readonly lines: string;
  readonly notOnRoster: string;
  readonly sheets: string;
  readonly period: string;
  /** `{day}`. */
  readonly due: string;
  readonly earlier: string;
  readonly earlierHint: string;
  readonly chooseFiles: string;
  /** `{name}`. */
  readonly removeFile: string;
  readonly reading: string;
  /** Of an earlier form, before the school is chosen. */
  readonly awaitsSchool: string;
  readonly used: string;
  /** Of an earlier form that is used, but not as a school reports: `{doubts}`. */
  readonly usedDoubtfully: string;
  /** Between two of them. */
  readonly doubtBreak: string;
  /** `errors`: `{count}`. */
  readonly doubts: { readonly [D in "none" | "changed" | "errors" | "rivalled"]: string };
  /** `{by}` names the form of the same school and period that counts. */
  readonly unused: { readonly [F in EarlierFault]: string };
  readonly drafts: string;
  /** `{mark}`. */
  readonly draftsHint: string;
  readonly insert: string;
  readonly openNew: string;
  readonly openNewHint: string;
  readonly exists: {
    readonly title: string;
    readonly text: string;
    /** `{school}` `{period}` `{seal}`: the form that is there. */
    readonly here: string;
    /** `{school}` `{period}`: the blank form that would take its place. */
    readonly instead: string;
    readonly unreadable: string;
    readonly open: string;
    readonly replace: string;
  };
}

export interface CheckPaneWords {
  readonly counts: { readonly [C in FindingKind]: string };
  /** `{label}` `{count}`: what a count says when it is pressed. */
  readonly only: string;
  readonly blocked: string;
  /** Of a blank form, in the place of counts. */
  readonly blankForm: string;
  /** `{count}`. */
  readonly blankFormNext: string;
  readonly clean: string;
  readonly cleanNext: string;
  /** In the place of it and `explainedNext`, where sheets stand beside the form. */
  readonly besideNext: string;
  readonly explained: string;
  /** `{count}`. */
  readonly explainedNext: string;
  readonly advisoryLeft: string;
  /** Everything passes, and the seal does not fit. */
  readonly changedTitle: string;
  /** `{cells}`. */
  readonly changed: string;
  /** `{period}` `{due}`. */
  readonly otherPeriod: string;
  readonly toSend: string;
  readonly checkNow: string;
  readonly checking: string;
  readonly stale: string;
  /** `{time}`. */
  readonly checkedAt: string;
  readonly noForm: string;
  readonly noFormNext: string;
  readonly search: string;
  readonly filter: string;
  readonly clearFilter: string;
  readonly nothingMatches: string;
  /** `{title}`: judged by the definition that the file carries. */
  readonly carried: string;
  /** `{version}` `{code}`. */
  readonly formCode: string;
  readonly list: string;
  readonly keys: string;
  /** `{count}`. */
  readonly groupCount: string;
  /** `{count}` `{title}`. */
  readonly folded: string;
  readonly where: string;
  readonly found: string;
  readonly expected: string;
  /** The same of a query: nothing has to be what it is compared with. */
  readonly compared: string;
  readonly blank: string;
  readonly cure: string;
  readonly related: string;
  readonly reveal: string;
  /** `{cell}`. */
  readonly revealCell: string;
  readonly rule: string;
  readonly mustHold: string;
  readonly why: string;
  readonly source: string;
  readonly fix: string;
  /** The key that repairs. */
  readonly fixKey: string;
  /** `{count}`. */
  readonly fixAll: string;
  readonly fixTitle: string;
  readonly fixText: string;
  readonly fixValidations: string;
  /** `{count}`. */
  readonly fixApply: string;
  /** `{cell}` `{old}` `{new}`. */
  readonly fixLine: string;
  readonly writeList: string;
  readonly writeListHint: string;
  /** In the first cell of the sheet 问题清单. */
  readonly sheetTitle: string;
  /** `{school}` `{period}` `{time}` `{conclusion}`. */
  readonly sheetAbout: string;
  readonly sheetTip: string;
  readonly explain: string;
  /** `{cell}` `{min}`. */
  readonly explainHint: string;
  readonly explainSave: string;
  /** The query is settled for the school; the department has approved nothing. */
  readonly explainWritten: string;
  readonly explainReady: string;
  /** `{counts}`: spoken after a check. */
  readonly announce: string;
  readonly announceClean: string;
}

export interface SendPaneWords {
  readonly blocks: string;
  /** `{count}`. */
  readonly blocksMore: string;
  readonly ready: string;
  readonly readyExplained: string;
  readonly save: string;
  readonly saveHint: string;
  readonly file: string;
  /** `{office}`. */
  readonly fileHint: string;
  readonly code: string;
  readonly copy: string;
  /** `{what}`: what the text is called, of this and the two below. */
  readonly copyPart: string;
  readonly copied: string;
  /** The clipboard refused. */
  readonly selected: string;
  readonly integrity: string;
  readonly unsealed: string;
  readonly sealed: string;
  /** `{cells}`; `{button}`: the label of what seals again. */
  readonly changed: string;
  /** Taking a reviewers' summary out of the workbook. */
  readonly dropSummary: {
    readonly button: string;
    readonly title: string;
    /** `{sheets}`. */
    readonly text: string;
    readonly hiddenOnly: string;
    /** `{count}`. */
    readonly links: string;
    readonly linksUnknown: string;
    readonly forGood: string;
  };
  /** The mail, to be copied part by part. */
  readonly mail: {
    readonly title: string;
    readonly lead: string;
    readonly to: string;
    readonly subject: string;
    readonly body: string;
    readonly attachment: string;
  };
  /** How the person gets hold of the file, by where Excel runs. */
  readonly attach: {
    readonly download: string;
    /** `{name}`. */
    readonly downloadFile: string;
    readonly hint: string;
    readonly mac: string;
    readonly open: string;
    readonly openHint: string;
    readonly ipad: string;
  };
  /** The same mail as a file, for programs that open it. */
  readonly draft: { readonly title: string; readonly hint: string; readonly download: string };
}

/** 汇总, for reviewers. */
export interface ReviewPaneWords {
  readonly lead: string;
  readonly period: string;
  readonly files: string;
  readonly filesHint: string;
  readonly choose: string;
  readonly chooseMore: string;
  /** `{count}`. */
  readonly chosen: string;
  readonly removeAll: string;
  readonly earlier: string;
  readonly earlierHint: string;
  readonly start: string;
  readonly noFiles: string;
  /** `{done}` `{total}`. */
  readonly progress: string;
  readonly finishing: string;
  readonly stopped: string;
  readonly silent: string;
  readonly silentCure: string;
  readonly result: string;
  readonly nothing: string;
  /** `{files}` `{used}` `{superseded}` `{refused}`. */
  readonly read: string;
  /** `{roster}` `{received}` `{late}` `{missing}`. */
  readonly schools: string;
  /** `{count}`. */
  readonly open: string;
  /** `{count}`. */
  readonly refused: string;
  /** `{count}`. */
  readonly missing: string;
  /** `{count}`. */
  readonly earlierRemarks: string;
  readonly insert: string;
  readonly insertHint: string;
  readonly tooLarge: string;
  readonly download: string;
  /** Where nothing can be downloaded. */
  readonly openNew: string;
  readonly noLetters: string;
  /** Ends the name of the file. */
  readonly fileName: string;
  readonly exists: {
    readonly title: string;
    /** `{sheets}`. */
    readonly text: string;
    /** `{count}`. */
    readonly links: string;
    readonly linksUnknown: string;
    readonly replace: string;
  };
  readonly taken: {
    readonly title: string;
    /** `{sheets}`. */
    readonly text: string;
    readonly beside: string;
  };
}

export interface NoticeWords {
  /** `{sheet}`. */
  readonly summary: string;
  /** `{count}`. */
  readonly summaryLinks: string;
  readonly summaryNoCharts: string;
  readonly summaryOpened: string;
  readonly summaryDropped: string;
  readonly summaryDroppedCure: string;
  readonly summaryTooLarge: string;
  readonly summaryTooLargeCure: string;
  /** `{what}`. */
  readonly summaryDamaged: string;
  readonly summaryDamagedCure: string;
  readonly inserted: string;
  /** Facts: sheet. */
  readonly unguarded: string;
  readonly unguardedCure: string;
  readonly opened: string;
  readonly openedBehind: string;
  /** `{count}`. */
  readonly fixed: string;
  /** `{fix}`: a line as in the list of repairs. */
  readonly fixedOne: string;
  /** `{count}` `{cells}`. */
  readonly notFixed: Readonly<Record<"unticked" | "overtaken" | "byHand", string>>;
  /** `{cells}`: the first of many. */
  readonly andMore: string;
  readonly explained: string;
  readonly undo: string;
  readonly undone: string;
  readonly notUndone: string;
  readonly notUndoneCure: string;
  readonly overtaken: string;
  readonly overtakenCure: string;
  /** `{sheet}`. */
  readonly listed: string;
  /** `{code}`. */
  readonly saved: string;
  readonly savedUnchecked: string;
  readonly savedUncheckedCure: string;
  /** By what was asked for. */
  readonly notSealed: Readonly<Record<"save" | "send", string>>;
  /** `{count}`. */
  readonly notSealedCure: string;
  readonly sent: string;
  readonly sentCure: string;
  /** Own sheets go along: whether they may is to be decided first. */
  readonly sentBeside: string;
  readonly sentBesideCure: string;
  readonly copyOpened: string;
  readonly copyOpenedCure: string;
  readonly differs: string;
  readonly differsCure: string;
  readonly sealedNotSaved: string;
}
