import { cellKey, dayOfSerial, keyColumn, keyRow, type Area } from "../../src/domain";
import { fail, SAYS } from "./errors";
import type { Host } from "./host";
import { NO_VALIDATION, shownAddress, type HostSheet, type HostValidation } from "./model";
import { isHostObject, reads, type HostObject, type Scalar, type Wire } from "./object";

const KINDS: Readonly<Record<string, string>> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  list: "List",
  date: "Date",
  time: "Time",
  custom: "Custom",
};
const OPERATORS = new Set([
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
]);
/** A rule covers cell by cell here; more than these are no rule of a form. */
const MOST_CELLS = 100_000;

const invalid = (): never => fail("InvalidArgument", SAYS.invalid, "DataValidation.rule");

/** A formula as Excel gives it back: always a text that starts with `=`. */
function formulaOf(value: Wire): string {
  if (isHostObject(value) && value.stands) {
    const { sheet, area } = value.stands as { sheet: HostSheet; area: Area };
    return `=${shownAddress(sheet, area)}`;
  }
  if (typeof value === "number") return `=${value}`;
  if (typeof value !== "string" || value === "") return invalid();
  return value.startsWith("=") ? value : `=${value}`;
}

function compared(raw: Wire): Readonly<Record<string, unknown>> {
  const { formula1, formula2, operator } = (raw ?? invalid()) as Readonly<Record<string, unknown>>;
  if (!OPERATORS.has(String(operator))) invalid();
  const two = operator === "Between" || operator === "NotBetween";
  if (two && (formula2 === undefined || formula2 === null)) invalid();
  return { formula1: formulaOf(formula1), ...(two ? { formula2: formulaOf(formula2) } : {}), operator };
}

/** Checks a rule as Excel does, and gives it as Excel tells it back. */
function normalRule(raw: Wire): { readonly type: string; readonly rule: HostValidation["rule"] } {
  const [[kind, body] = ["", null], second] = Object.entries((raw ?? {}) as object) as [string, Wire][];
  const type = KINDS[kind] ?? invalid();
  if (second) invalid();
  if (kind === "custom") {
    const { formula } = body as { formula?: Wire };
    if (typeof formula !== "string" || !formula.startsWith("=")) invalid();
    return { type, rule: { custom: { formula } } };
  }
  if (kind !== "list") return { type, rule: { [kind]: compared(body) } };
  const { source, inCellDropDown } = body as { source?: Wire; inCellDropDown?: Wire };
  const text = typeof source === "string" ? source : formulaOf(source);
  if (text === "" || (!text.startsWith("=") && text.length > 255)) invalid();
  return { type, rule: { list: { inCellDropDown: inCellDropDown !== false, source: text } } };
}

/** A date rule with its limits as texts in ISO 8601, where they are days and not formulas. */
function withIsoDates(rule: Wire): Wire {
  const { date } = (rule ?? {}) as { readonly date?: Readonly<Record<string, unknown>> };
  if (!date) return rule;
  const iso = (formula: unknown): unknown => {
    const [, serial] = /^=(\d+)$/.exec(String(formula)) ?? [];
    return serial === undefined ? formula : dayOfSerial(Number(serial));
  };
  return { date: { ...date, formula1: iso(date.formula1), ...(date.formula2 === undefined ? {} : { formula2: iso(date.formula2) }) } };
}

function checkBox(value: Wire, longest: number, location: string): Readonly<Record<string, unknown>> {
  const { title = "", message = "" } = (value ?? {}) as { title?: string; message?: string };
  if (title.length > 32 || message.length > longest) fail("InvalidArgument", SAYS.invalid, location);
  return value as Readonly<Record<string, unknown>>;
}

/** `Excel.DataValidation` of a range: of one cell exactly, of several what they have in common. */
export function validationObject(host: Host, sheet: HostSheet, area: Area): HostObject {
  const keys = (): number[] => {
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_CELLS)
      fail("InvalidArgument", `The host sets no rule on more than ${MOST_CELLS} cells`, "DataValidation");
    const found: number[] = [];
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) found.push(cellKey(row, column));
    return found;
  };
  const all = (): HostValidation[] => keys().map((key) => sheet.validations.get(key) ?? NO_VALIDATION);
  const common = (part: keyof HostValidation): Wire => {
    const texts = new Set(all().map((one) => JSON.stringify(one[part])));
    return texts.size === 1 ? JSON.parse([...texts][0]!) : null;
  };
  const type = (): string => {
    const types = new Set(all().map((one) => one.type));
    if (types.size > 1) return "Inconsistent";
    return common("rule") === null ? "MixedCriteria" : [...types][0]!;
  };
  const change =
    (location: string, make: (before: HostValidation, value: Wire) => HostValidation): Scalar["set"] =>
    (value) => {
      if (sheet.protection) fail("AccessDenied", SAYS.denied, location);
      if (host.does("rules-do-not-take")) return;
      for (const key of keys()) sheet.validations.set(key, make(sheet.validations.get(key) ?? NO_VALIDATION, value));
      host.book.dirty = true;
    };
  return {
    type: "DataValidation",
    scalars: {
      Type: reads(type),
      Rule: {
        get: () => (host.does("dates-of-rules-are-iso") ? withIsoDates(common("rule")) : common("rule")),
        set: change("DataValidation.rule", (before, value) => ({ ...before, ...normalRule(value) })),
      },
      IgnoreBlanks: {
        get: () => common("ignoreBlanks"),
        set: change("DataValidation.ignoreBlanks", (before, value) => ({ ...before, ignoreBlanks: value === true })),
      },
      ErrorAlert: {
        get: () => common("errorAlert"),
        set: change("DataValidation.errorAlert", (before, value) => ({
          ...before,
          errorAlert: { ...before.errorAlert, ...checkBox(value, 225, "DataValidation.errorAlert") },
        })),
      },
      Prompt: {
        get: () => common("prompt"),
        set: change("DataValidation.prompt", (before, value) => ({
          ...before,
          prompt: { ...before.prompt, ...checkBox(value, 255, "DataValidation.prompt") },
        })),
      },
      Valid: reads(() => true),
    },
    methods: {
      Clear: () => {
        if (sheet.protection) fail("AccessDenied", SAYS.denied, "DataValidation.clear");
        for (const key of [...sheet.validations.keys()]) {
          const [row, column] = [keyRow(key), keyColumn(key)];
          if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) sheet.validations.delete(key);
        }
        host.book.dirty = true;
      },
    },
  };
}
