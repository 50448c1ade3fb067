import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { PAGE_EVENTS } from "../actions/arrival";
import { liveForm } from "../actions/live-form";
import { catalogue } from "../forms";
import { loadLocale, type Locale } from "../locales";
import { liveTroubleOf, loadOffice, officeReady, onPaneVisible, openOffice, showPane, startsWithFile } from "../workbook/office";
import type { Platform } from "../workbook/port";
import { App } from "./App";
import { copy, download, appearanceOf } from "../ui/browser";
import { gateFocus } from "./frame/focus-gate";
import { browserWorkers } from "../workers/browser";
import { workerSummaries } from "./review/client";
import { NoExcel } from "./NoExcel";
import type { Unusable } from "./state/model";
import type { Surroundings } from "./surroundings";

declare const OFFICE_ADDRESSES: readonly string[];
declare const PAGE_URL: string;

/** Reads and writes files; loaded when the first file is made or opened. */
const xlsx = (): Promise<typeof import("../workbook/xlsx")> => import("../workbook/xlsx");

function inExcel(locale: Locale, background: string | undefined, platform: Platform): Surroundings {
  return {
    catalogue,
    workbook: openOffice(liveForm(catalogue.form)),
    open: async (bytes) => (await xlsx()).openXlsx(bytes),
    write: async (plan) => (await xlsx()).writeXlsx(plan),
    troubleOf: liveTroubleOf,
    pane: { startsWithFile, show: showPane, onVisible: onPaneVisible },
    platform,
    locale,
    look: appearanceOf(background),
    summaries: workerSummaries(browserWorkers(() => new Worker(new URL("./worker.ts", import.meta.url)))),
    today: () => new Date(),
    download,
    copy,
    pageUrl: PAGE_URL,
  };
}

async function start(): Promise<void> {
  gateFocus(window);
  const root = createRoot(document.getElementById("pane")!);
  const no = async (why: Unusable, language: string): Promise<void> =>
    root.render(
      <NoExcel why={why} locale={await loadLocale(language, catalogue.form)} look={appearanceOf(undefined)} pageUrl={PAGE_URL} />,
    );
  if (!(await loadOffice(OFFICE_ADDRESSES))) return no("office-unreachable", navigator.language);
  const office = await officeReady();
  if (office.kind === "not-excel") return no("not-excel", navigator.language);
  if (office.kind === "too-old") return no("too-old", office.language);
  document.documentElement.dataset["office"] = "ready";
  window.dispatchEvent(new Event(PAGE_EVENTS.office));
  const locale = await loadLocale(office.language, catalogue.form);
  document.documentElement.lang = locale.tag;
  root.render(
    <StrictMode>
      <App around={inExcel(locale, office.background, office.platform)} />
    </StrictMode>,
  );
}

void start();
