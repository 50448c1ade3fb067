import type { Outcome } from "../../actions/arrival";
import { cellName } from "../../domain";
import { fill, type Locale } from "../../locales";
import type { SaidNotice } from "../NoticeBar";
import type { FixedNotice } from "./fixes";
import { sayFix } from "./say-fix";

/** What is told of a form, wherever it is shown. */
export type FormNotice =
  | FixedNotice
  | { readonly kind: "explained"; readonly undo?: true }
  | Extract<Outcome, { readonly kind: "not-sealed" | "summary-beside" }>
  /** `beside`: sheets of the person's own go along, to be looked at first. */
  | { readonly kind: "sent"; readonly beside: boolean };

/** Cells that are named of many. */
const NAMED = 5;

function sayFixed({ count, only, left }: FixedNotice, locale: Locale): SaidNotice {
  const words = locale.pane.notice;
  const cures = left.map(({ why, cells }) => {
    const names = [...new Set(cells.map(cellName))];
    const some = names.slice(0, NAMED).join(locale.commands.report.comma);
    return fill(words.notFixed[why], { count: cells.length, cells: names.length > NAMED ? fill(words.andMore, { cells: some }) : some });
  });
  const title = only ? fill(words.fixedOne, { fix: sayFix(only, locale) }) : fill(words.fixed, { count });
  return { intent: left.length > 0 ? "info" : "success", title, cure: cures.join(" ") };
}

/** Writes a notice in the reader's language. */
export function sayFormNotice(notice: FormNotice, locale: Locale): SaidNotice {
  const words = locale.pane.notice;
  switch (notice.kind) {
    case "fixed":
      return sayFixed(notice, locale);
    case "explained":
      return { intent: "success", title: words.explained, cure: "" };
    case "not-sealed":
      return {
        intent: "warning",
        title: words.notSealed[notice.asked],
        cure: notice.count === undefined ? "" : fill(words.notSealedCure, { count: notice.count }),
      };
    case "summary-beside":
      return { intent: "error", title: words.notSealed[notice.asked], cure: locale.commands.beside.summary };
    case "sent":
      if (notice.beside) return { intent: "warning", title: words.sentBeside, cure: words.sentBesideCure };
      return { intent: "success", title: words.sent, cure: words.sentCure };
  }
}

/** What still is to be told once the form says something else: what was left by repairs, what was sent or not is of the past; undo is still on offer. */
export function ofChangedForm(notice: FormNotice | undefined): FormNotice | undefined {
  if (notice?.kind === "fixed") return { ...notice, left: [] };
  return notice?.kind === "explained" ? notice : undefined;
}
