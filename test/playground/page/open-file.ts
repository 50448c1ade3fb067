import { catalogue } from "../../../src/forms";
import { localeFor, sayRefusal } from "../../../src/locales";
import { readXlsx } from "../../../src/workbook/xlsx";
import type { Language } from "../words";

/** Whether a file can be opened: the product's own reader decides, in its own words. @returns the sentence where it refuses */
export function refusalOf(bytes: Uint8Array, language: Language): string | undefined {
  const read = readXlsx(bytes);
  return read.ok ? undefined : sayRefusal(read.error, localeFor(language, catalogue.form));
}
