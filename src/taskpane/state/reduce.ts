import { defaultPeriod, forSchool, parsePeriod } from "../../domain";
import type { Checked } from "../../actions/check";
import { redrafted, startDraft, type Draft } from "../../ui/fields/draft";
import { START_VIEW, viewed } from "../../ui/form/view";
import type { Message, Notice, PaneState, Screen, Tab } from "./model";

/** The pane before anything is known. */
export function startState(today: Date): PaneState {
  return {
    screen: { kind: "starting" },
    book: { kind: "unknown" },
    draft: startDraft(today),
    view: START_VIEW,
    task: undefined,
    notice: undefined,
    outgoing: undefined,
    autoSave: false,
    review: { period: defaultPeriod(today), files: [], earlier: [], claims: new Map(), progress: undefined, summary: undefined },
  };
}

/** What the pane shows after something happened. The only place where its state changes. */
export function reduce(state: PaneState, message: Message): PaneState {
  switch (message.kind) {
    case "opened": {
      const { school, period, hasForm, tab } = message;
      const draft: Draft = { ...state.draft, ...(school === undefined ? {} : { school }), ...(period === undefined ? {} : { period }) };
      return { ...state, draft, screen: screenOf(tab), book: hasForm ? { kind: "unknown" } : { kind: "none" } };
    }
    case "unusable":
      return { ...state, screen: { kind: "unusable", why: message.why }, task: undefined };
    case "bug":
      return { ...state, screen: { kind: "bug", what: message.what }, task: undefined };
    case "went":
      return { ...state, screen: screenOf(message.to) };
    case "asked-to-replace":
      return { ...state, screen: { kind: "fill", asking: message.asking } };
    case "drafted":
      return { ...state, draft: redrafted(state.draft, message.draft) };
    case "earlier-read":
      return { ...state, draft: { ...state.draft, earlier: message.earlier } };
    case "began":
      return { ...state, task: message.task, notice: undefined };
    case "ended":
      return { ...state, task: undefined };
    case "told":
      return { ...state, notice: message.notice };
    case "changed":
      return state.book.kind === "checked" ? { ...state, book: { ...state.book, stale: true } } : state;
    case "checked":
      return afterCheck(state, message);
    case "refused":
      // Not our form is no trouble as long as nobody put one in.
      return {
        ...state,
        book: message.refusal.code === "not-this-form" ? { kind: "none" } : { kind: "refused", refusal: message.refusal },
        outgoing: undefined,
      };
    case "viewed":
      return { ...state, view: viewed(state.view, message.view) };
    case "previewed":
      return { ...state, screen: { kind: "check", ...(message.preview ? { preview: message.preview } : {}) } };
    case "sent":
      return { ...state, outgoing: message.outgoing, notice: { kind: "sent", beside: message.outgoing.beside.length > 0 } };
    case "auto-save":
      return { ...state, autoSave: message.on };
    case "picked":
      // What was made from other files, or for another period, is not what is asked for now.
      return { ...state, review: { ...state.review, ...message.review, summary: undefined }, notice: unless(state, ["summary"]) };
    case "reviewing":
      return { ...state, review: { ...state.review, progress: message.progress } };
    case "summed-up":
      return { ...state, review: { ...state.review, progress: undefined, summary: message.summary } };
    case "asked-to-drop":
      return { ...state, screen: { kind: "send", ...(message.asking ? { asking: message.asking } : {}) } };
    case "asked-about-summary":
      return { ...state, screen: { kind: "review", ...(message.asking ? { asking: message.asking } : {}) } };
  }
}

function screenOf(tab: Tab): Screen {
  switch (tab) {
    case "fill":
      return { kind: "fill", asking: false };
    case "check":
      return { kind: "check" };
    case "send":
      return { kind: "send" };
    case "review":
      return { kind: "review" };
  }
}

function afterCheck(state: PaneState, { checked, at }: Extract<Message, { kind: "checked" }>): PaneState {
  // What was made under another seal is not what would be sent now.
  const holds = state.book.kind === "checked" && state.book.checked.code === checked.code && checked.seal.state === "sealed";
  // Whoever fills in a form can do nothing about what is for the reviewer alone.
  const its = { ...checked, findings: checked.findings.filter(forSchool) };
  const other = state.book.kind === "checked" && state.book.checked.code !== checked.code;
  return {
    ...state,
    draft: draftBeside(state, checked),
    book: { kind: "checked", checked: its, stale: false, at },
    outgoing: holds ? state.outgoing : undefined,
    notice: other ? laterOn(unless(state, OF_CONTENTS)) : state.notice,
  };
}

/** Notices of what was done with the form as it then was: once it says something else, they are of the past. */
const OF_CONTENTS: readonly Notice["kind"][] = ["inserted", "saved", "not-sealed", "sent", "summary", "undone", "not-undone"];

/** Whose form stands in the workbook goes before whose it remembers: from when it is seen, until somebody chooses otherwise. */
function draftBeside({ book, draft }: PaneState, checked: Checked): Draft {
  const { issued } = checked.form.submission;
  const known = book.kind === "checked" ? book.checked.form.submission.issued : undefined;
  const period = parsePeriod(issued.period);
  if ((known?.school === issued.school && known.period === issued.period) || !period) return draft;
  return redrafted(draft, { school: issued.school, period });
}

/** What repairs left is of the past, too; their undo is still on offer. */
function laterOn(notice: Notice | undefined): Notice | undefined {
  return notice?.kind === "fixed" ? { ...notice, left: [] } : notice;
}

/** The notice that is shown, unless it is of some kinds. One that warns of what still is stays. */
function unless({ notice }: PaneState, kinds: readonly Notice["kind"][]): Notice | undefined {
  const warns = notice?.kind === "inserted" && notice.unguarded.length > 0;
  return notice && kinds.includes(notice.kind) && !warns ? undefined : notice;
}
