import { cellName } from "../../domain";
import { fill, sayRefusal, type Locale } from "../../locales";
import type { LiveTrouble } from "../../workbook/port";
import { sayFix } from "../../ui/form/say-fix";
import type { Notice } from "../state/model";

/** A notice in words. */
export interface SaidNotice {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly title: string;
  readonly cure: string;
}

/** What happened in Excel, and what to do about it. */
export function sayTrouble(trouble: LiveTrouble, { pane }: Locale): { readonly title: string; readonly cure: string } {
  const { kind, ...facts } = trouble;
  const { title, cure } = pane.trouble[kind];
  return { title: fill(title, facts), cure: fill(cure, facts) };
}

/** Cells that are named of many. */
const NAMED = 5;

function sayFixed({ count, only, left }: Extract<Notice, { kind: "fixed" }>, locale: Locale): SaidNotice {
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
export function sayNotice(notice: Notice, locale: Locale): SaidNotice {
  const words = locale.pane.notice;
  switch (notice.kind) {
    case "inserted": {
      const { unguarded } = notice;
      if (unguarded.length === 0) return { intent: "success", title: words.inserted, cure: "" };
      const sheet = unguarded.join(locale.commands.report.comma);
      return { intent: "warning", title: fill(words.unguarded, { sheet }), cure: words.unguardedCure };
    }
    case "opened":
      return { intent: "success", title: words.opened, cure: notice.behind ? words.openedBehind : "" };
    case "fixed":
      return sayFixed(notice, locale);
    case "explained":
      return { intent: "success", title: words.explained, cure: "" };
    case "undone":
      return { intent: "success", title: words.undone, cure: "" };
    case "not-undone":
      return { intent: "warning", title: words.notUndone, cure: words.notUndoneCure };
    case "overtaken":
      return { intent: "warning", title: words.overtaken, cure: words.overtakenCure };
    case "listed":
      return { intent: "success", title: fill(words.listed, { sheet: notice.sheet }), cure: "" };
    case "saved":
      return { intent: "success", title: fill(words.saved, { code: notice.code }), cure: "" };
    case "saved-unchecked":
      return { intent: "warning", title: words.savedUnchecked, cure: words.savedUncheckedCure };
    case "not-sealed":
      return {
        intent: "warning",
        title: words.notSealed[notice.asked],
        cure: notice.count === undefined ? "" : fill(words.notSealedCure, { count: notice.count }),
      };
    case "summary-beside":
      return { intent: "error", title: words.notSealed[notice.asked], cure: locale.commands.beside.summary };
    case "sealed-not-saved": {
      const { title, cure } = sayTrouble(notice.trouble, locale);
      return { intent: "warning", title: words.sealedNotSaved, cure: [title, cure].join(" ") };
    }
    case "sent":
      if (notice.beside) return { intent: "warning", title: words.sentBeside, cure: words.sentBesideCure };
      return { intent: "success", title: words.sent, cure: words.sentCure };
    case "copy-opened":
      return { intent: "success", title: words.copyOpened, cure: words.copyOpenedCure };
    case "differs":
      return { intent: "error", title: words.differs, cure: notice.refusal ? sayRefusal(notice.refusal, locale) : words.differsCure };
    case "summary": {
      const { sheet, links, charts } = notice;
      const more = [...(links > 0 ? [fill(words.summaryLinks, { count: links })] : []), ...(charts ? [] : [words.summaryNoCharts])];
      return { intent: more.length > 0 ? "info" : "success", title: fill(words.summary, { sheet }), cure: more.join(" ") };
    }
    case "summary-opened":
      return { intent: "success", title: words.summaryOpened, cure: notice.behind ? words.openedBehind : "" };
    case "summary-dropped":
      return { intent: "success", title: words.summaryDropped, cure: words.summaryDroppedCure };
    case "summary-too-large":
      return { intent: "warning", title: words.summaryTooLarge, cure: words.summaryTooLargeCure };
    case "summary-damaged":
      return { intent: "error", title: fill(words.summaryDamaged, { what: notice.what }), cure: words.summaryDamagedCure };
    case "summary-stopped": {
      const { stopped, silent, silentCure } = locale.pane.review;
      return notice.why === "asked" ? { intent: "info", title: stopped, cure: "" } : { intent: "warning", title: silent, cure: silentCure };
    }
    case "trouble":
      return { intent: "warning", ...sayTrouble(notice.trouble, locale) };
  }
}
