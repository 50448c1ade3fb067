export type { FormSheets } from "./insert";
export type { Expected } from "./memory";
export { liveTroubleOf, refusalOf } from "./trouble";
export { openOffice, type OfficeOptions } from "./workbook";
