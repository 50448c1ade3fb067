import { serialOfDay } from "../../src/domain";
import { fail, SAYS } from "./errors";
import { cellFor, type HostSheet, type HostValue } from "./model";

/** The error values that Excel takes for themselves when they are entered. */
const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

interface Entered {
  readonly value: HostValue;
  readonly formula?: string;
  readonly format?: string;
}

/** What Excel makes of a text that is entered, or set by the API, in a cell of a format. README: assumptions 1 to 4. */
export function entered(text: string, format: string): Entered {
  if (text === "") return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (format === "@") return { value: text };
  if (text.startsWith("=") && text.length > 1) return { value: null, formula: text.slice(1) };
  const plain = text.trim();
  if (/^[-+]?(\d+(,\d{3})*\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return { value: Number(plain.replace(/,/g, "")) };
  if (/^[-+]?\d+(\.\d+)?%$/.test(plain)) return { value: Number(plain.slice(0, -1)) / 100, format: "0.00%" };
  if (/^(true|false)$/i.test(plain)) return { value: plain.toLowerCase() === "true" };
  if (ERRORS.has(plain.toUpperCase())) return { value: { error: plain.toUpperCase() } };
  const day = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(plain);
  const serial =
    day &&
    serialOfDay(
      day
        .slice(1)
        .map((part) => part.padStart(2, "0"))
        .join("-"),
    );
  if (serial !== undefined && serial !== null) return { value: serial, format: "yyyy/m/d" };
  // A plus or minus before anything but a number starts a formula, too.
  if (/^[-+]./.test(text)) return { value: null, formula: text };
  return { value: text };
}

/** Sets one cell as the API or the keyboard does. Null leaves it as it is. */
export function enter(sheet: HostSheet, row: number, column: number, value: unknown): void {
  if (value === null || value === undefined) return;
  const cell = cellFor(sheet, row, column);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) fail("InvalidArgument", SAYS.invalid, "Range.values");
    return put(cell, { value });
  }
  if (typeof value === "boolean") return put(cell, { value });
  if (typeof value !== "string" || value.length > 32_767) fail("InvalidArgument", SAYS.invalid, "Range.values");
  const result = entered(value, cell.format);
  if (result.formula !== undefined && result.formula.length > 8_192) fail("InvalidArgument", SAYS.invalid, "Range.formulas");
  put(cell, result);
}

function put(cell: { value: HostValue; formula?: string; format: string }, { value, formula, format }: Entered): void {
  // Nothing is calculated here: a formula keeps the result that was cached before it (README: assumption 6).
  if (formula === undefined) cell.value = value;
  else if (/#REF!/.test(formula)) cell.value = { error: "#REF!" };
  else if (cell.formula === undefined) cell.value = "";
  if (formula === undefined) delete cell.formula;
  else cell.formula = formula;
  if (format !== undefined && cell.format === "General") cell.format = format;
}

/** A value as `Range.values` tells it. */
export function shownValue(value: HostValue | undefined): string | number | boolean {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value.error : value;
}

/** As `Range.valueTypes` tells it. */
export function valueType(value: HostValue | undefined, formula: string | undefined): string {
  if (value === null || value === undefined) return formula === undefined ? "Empty" : "String";
  if (typeof value === "object") return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}
