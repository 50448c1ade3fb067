import { leaveArrival, PAGE_EVENTS } from "../actions/arrival";
import { liveForm } from "../actions/live-form";
import { catalogue } from "../forms";
import { loadLocale } from "../locales";
import { displayLanguage, liveTroubleOf, onRibbon, openOffice, showPane } from "../workbook/office";
import type { ribbonFunctions, Ribbon } from "./functions";

async function ribbon(): Promise<Ribbon> {
  return {
    catalogue,
    workbook: openOffice(liveForm(catalogue.form)),
    locale: await loadLocale(displayLanguage(), catalogue.form),
    write: async (plan) => (await import("../workbook/xlsx")).writeXlsx(plan),
    troubleOf: liveTroubleOf,
    leave: (arrival) => leaveArrival(document.documentElement, arrival),
    openPane: showPane,
    tellPane: () => void window.dispatchEvent(new Event(PAGE_EVENTS.arrival)),
  };
}

const NAMES: readonly (keyof typeof ribbonFunctions)[] = ["insertStatForm", "checkAndSave", "makeReportFiles"];

function register(): void {
  for (const name of NAMES)
    onRibbon(name, (completed) => {
      // What the functions need is loaded when the first of them is pressed: the pane opens the sooner.
      void import("./functions").then(async ({ run }) => run(name, await ribbon(), completed));
    });
}

if (document.documentElement.dataset["office"] === "ready") register();
else window.addEventListener(PAGE_EVENTS.office, register, { once: true });
