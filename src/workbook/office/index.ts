export { displayLanguage, officeReady, onRibbon, showPane } from "./application";
export type { FormSheets } from "./insert";
export { loadOffice } from "./load";
export type { Expected } from "./memory";
export { liveTroubleOf, refusalOf } from "./trouble";
export { openOffice, type OfficeOptions } from "./workbook";
