export { displayLanguage, officeReady, onRibbon, platform } from "./application";
export type { FormSheets } from "./insert";
export { loadOffice } from "./load";
export type { Expected } from "./memory";
export { onPaneVisible, showPane, startsWithFile } from "./pane";
export { liveTroubleOf, refusalOf } from "./trouble";
export { openOffice, type OfficeOptions } from "./workbook";
