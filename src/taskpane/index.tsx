/// <reference types="office-js" />
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { FORM_MARKER, PAGE_EVENTS } from "../actions/arrival";
import { localeFor } from "../locales";
import { liveTroubleOf, openOffice } from "../workbook/office";
import { App } from "./App";
import { copy, download, lookOf } from "./browser";
import { loadOffice } from "./load-office";
import { NoExcel } from "./NoExcel";
import type { Surroundings } from "./surroundings";

declare const OFFICE_ADDRESSES: readonly string[];
declare const PAGE_URL: string;

/** Reads and writes files; loaded when the first file is made or opened. */
const xlsx = (): Promise<typeof import("../workbook/xlsx")> => import("../workbook/xlsx");

function inExcel(): Surroundings {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return {
    workbook: openOffice({ marker: FORM_MARKER }),
    open: async (bytes) => (await xlsx()).openXlsx(bytes),
    write: async (plan) => (await xlsx()).writeXlsx(plan),
    troubleOf: liveTroubleOf,
    locale: localeFor(Office.context.displayLanguage),
    look: lookOf(theme?.bodyBackgroundColor),
    today: () => new Date(),
    download,
    copy,
    pageUrl: PAGE_URL,
  };
}

/** The least that everything needs: sheets inserted from a file (ExcelApi 1.13). */
const NEEDED = "1.13";

async function start(): Promise<void> {
  const root = createRoot(document.getElementById("pane")!);
  const look = lookOf(undefined);
  const no = (why: "too-old" | "office-unreachable" | "not-excel", language = navigator.language): void =>
    root.render(<NoExcel why={why} locale={localeFor(language)} look={look} pageUrl={PAGE_URL} />);
  if (!(await loadOffice(OFFICE_ADDRESSES))) return no("office-unreachable");
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return no("not-excel");
  document.documentElement.lang = localeFor(Office.context.displayLanguage).tag;
  if (!Office.context.requirements.isSetSupported("ExcelApi", NEEDED)) return no("too-old", Office.context.displayLanguage);
  document.documentElement.dataset["office"] = "ready";
  window.dispatchEvent(new Event(PAGE_EVENTS.office));
  root.render(
    <StrictMode>
      <App around={inExcel()} />
    </StrictMode>,
  );
}

void start();
