/// <reference types="office-js" />
import type { Platform } from "../port";
import { supports, FLOOR } from "./trip";

/** What Office tells of itself, once it is ready. */
export type OfficeState =
  | { readonly kind: "ready"; readonly language: string; readonly background: string | undefined; readonly platform: Platform }
  | { readonly kind: "not-excel" }
  /** Sheets cannot be inserted from a file (ExcelApi 1.13), on which everything stands. */
  | { readonly kind: "too-old"; readonly language: string };

/** Waits for Office, after `loadOffice`. `background` is `#RRGGBB`, where Office tells it. */
export async function officeReady(): Promise<OfficeState> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return { kind: "not-excel" };
  const language = displayLanguage();
  if (!supports(FLOOR)) return { kind: "too-old", language };
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return { kind: "ready", language, background: theme?.bodyBackgroundColor, platform: platform() };
}

/** Where this Excel runs. */
export function platform(): Platform {
  switch (Office.context.platform) {
    case Office.PlatformType.Mac:
      return "mac";
    case Office.PlatformType.iOS:
      return "ipad";
    default:
      return "other";
  }
}

/** The language of Excel's own words, such as `zh-CN`. */
export function displayLanguage(): string {
  return Office.context.displayLanguage;
}

/** Binds a function to a button of the ribbon, by its name in the manifest. It must call `completed`, whatever comes. */
export function onRibbon(name: string, press: (completed: () => void) => void): void {
  // A plain tab that loads office.js has no ribbon.
  if ("actions" in Office) Office.actions.associate(name, (event: Office.AddinCommands.Event) => press(() => event.completed()));
}
