import { fill, sayRefusal, type Locale } from "../../locales";
import type { LiveTrouble } from "../../workbook/port";
import { sayFormNotice } from "../../ui/form/notices";
import type { SaidNotice } from "../../ui/NoticeBar";
import type { Notice } from "../state/model";

/** What happened in Excel, and what to do about it. */
function sayTrouble(trouble: LiveTrouble, { pane }: Locale): { readonly title: string; readonly cure: string } {
  const { kind, ...facts } = trouble;
  const { title, cure } = pane.trouble[kind];
  return { title: fill(title, facts), cure: fill(cure, facts) };
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
    case "explained":
    case "not-sealed":
    case "summary-beside":
    case "sent":
      return sayFormNotice(notice, locale);
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
    case "sealed-not-saved": {
      const { title, cure } = sayTrouble(notice.trouble, locale);
      return { intent: "warning", title: words.sealedNotSaved, cure: [title, cure].join(" ") };
    }
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
      if (typeof notice.why !== "string") return { intent: "warning", title: silent, cure: notice.why.mixed };
      return notice.why === "asked" ? { intent: "info", title: stopped, cure: "" } : { intent: "warning", title: silent, cure: silentCure };
    }
    case "trouble":
      return { intent: "warning", ...sayTrouble(notice.trouble, locale) };
  }
}
