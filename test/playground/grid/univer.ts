import { LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreEn from "@univerjs/preset-sheets-core/locales/en-US";
import coreZh from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import formatsEn from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import formatsZh from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationEn from "@univerjs/preset-sheets-data-validation/locales/en-US";
import validationZh from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import coreCss from "@univerjs/preset-sheets-core/lib/index.css";
import formatsCss from "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import validationCss from "@univerjs/preset-sheets-data-validation/lib/index.css";
import type { Language } from "../words";

export interface Started {
  readonly univer: Univer;
  readonly api: FUniver;
}

/** Puts the styles of the grid into the page, once. */
export function styleUniver(): void {
  const style = document.createElement("style");
  style.textContent = [coreCss, validationCss, formatsCss].join("\n");
  document.head.append(style);
}

/** Starts the grid in an element: a formula bar, the sheets below, no toolbar. The umbrella package is not needed for that. */
export function startUniver(container: HTMLElement, language: Language): Started {
  const univer = new Univer({
    locale: language === "zh-CN" ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(coreZh, validationZh, formatsZh),
      [LocaleType.EN_US]: mergeLocales(coreEn, validationEn, formatsEn),
    },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: false,
      toolbar: false,
      contextMenu: false,
      footer: { menus: false, addSheetButtonConfig: { defaultRowCount: 100, defaultColumnCount: 20 } },
      // A form that nobody opened in Excel yet has no results.
      formula: { initialFormulaComputing: CalculationMode.FORCED },
      sheets: { clipboardConfig: { hidePasteOptions: true }, disableForceStringAlert: true, disableForceStringMark: true },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    }),
    // With a search box in the list, the first characters that are typed would get lost.
    UniverSheetsDataValidationPreset({ showSearchOnDropdown: false, showEditOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const { plugins } of presets)
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
  return { univer, api: FUniver.newAPI(univer) };
}
