/// <reference types="office-js" />
import { LIVE_FORM, PAGE_EVENTS } from "../actions/arrival";
import { loadLocale } from "../locales";
import { liveTroubleOf, openOffice } from "../workbook/office";
import type { ribbonFunctions, Ribbon } from "./functions";

async function ribbon(): Promise<Ribbon> {
  return {
    workbook: openOffice(LIVE_FORM),
    locale: await loadLocale(Office.context.displayLanguage),
    write: async (plan) => (await import("../workbook/xlsx")).writeXlsx(plan),
    troubleOf: liveTroubleOf,
    async openPane() {
      // Elsewhere the pane opens at the place that was left for it as soon as somebody opens it.
      if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) await Office.addin.showAsTaskpane();
    },
    tellPane: () => void window.dispatchEvent(new Event(PAGE_EVENTS.arrival)),
  };
}

const NAMES: readonly (keyof typeof ribbonFunctions)[] = ["insertStatForm", "checkAndSave", "makeReportFiles"];

function register(): void {
  // The pane loads office.js on a plain tab, too, where there is no ribbon.
  if (!("actions" in Office)) return;
  for (const name of NAMES)
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // What the functions need is loaded when the first of them is pressed: the pane opens the sooner.
      void import("./functions").then(async ({ run }) => run(name, await ribbon(), () => event.completed()));
    });
}

if ("Office" in globalThis && document.documentElement.dataset["office"] === "ready") register();
else window.addEventListener(PAGE_EVENTS.office, register, { once: true });
