import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  type DataValidationOperator,
  type IDataValidationRule,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import { cellKey } from "../../../src/domain";
import { NO_VALIDATION, type HostSheet, type HostValidation } from "../../host/model";
import { areaOfRange, areasOf, rangeOf } from "./ranges";

/** Between the validations of the model, a cell each, and the rules of the grid, which have ranges. */

const lower = (text: string): string => text[0]!.toLowerCase() + text.slice(1);
const upper = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
/** The names of operators differ in two. */
const TO_GRID: Readonly<Record<string, string>> = { EqualTo: "equal", NotEqualTo: "notEqual" };
const TO_HOST: Readonly<Record<string, string>> = { equal: "EqualTo", notEqual: "NotEqualTo" };
const operatorOf = (name: unknown): DataValidationOperator =>
  (TO_GRID[String(name)] ?? lower(String(name)).replace(/EqualTo$/, "Equal")) as DataValidationOperator;
const hostOperator = (name: string): string => TO_HOST[name] ?? upper(name).replace(/OrEqual$/, "OrEqualTo");

/** Kinds by the name of the model's rule, and by the grid's type. */
const KINDS: Readonly<Record<string, string>> = {
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
};
const STYLES: Readonly<Record<string, DataValidationErrorStyle>> = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
};

const bare = (formula: unknown): string => String(formula ?? "").replace(/^=(?=-?[\d.]+$)/, "");

function criteria({ rule }: HostValidation): Pick<IDataValidationRule, "type" | "formula1" | "formula2" | "operator"> {
  const [[kind = "", raw] = []] = Object.entries(rule) as [string, Readonly<Record<string, unknown>>][];
  if (kind === "list") return { type: "list", formula1: String(raw?.["source"]) };
  if (kind === "custom") return { type: "custom", formula1: String(raw?.["formula"]) };
  return {
    type: KINDS[kind] ?? "any",
    formula1: bare(raw?.["formula1"]),
    ...(raw?.["formula2"] === undefined ? {} : { formula2: bare(raw["formula2"]) }),
    operator: operatorOf(raw?.["operator"]),
  };
}

/** The rules of a sheet for the grid; `uids` keeps which is which. */
export function rulesOf(sheet: HostSheet, uids: Map<string, HostValidation>): ISheetDataValidationRule[] {
  const groups = new Map<string, { readonly one: HostValidation; readonly keys: number[] }>();
  for (const [key, one] of sheet.validations) {
    if (one.type === NO_VALIDATION.type) continue;
    const text = JSON.stringify(one);
    const group = groups.get(text) ?? { one, keys: [] };
    groups.set(text, group);
    group.keys.push(key);
  }
  return [...groups.values()].map(({ one, keys }, index) => {
    const uid = `${sheet.id}-${index}`;
    uids.set(uid, one);
    return {
      uid,
      ...criteria(one),
      ranges: areasOf(keys).map(rangeOf),
      allowBlank: one.ignoreBlanks,
      showErrorMessage: true,
      error: String(one.errorAlert["message"] ?? ""),
      errorTitle: String(one.errorAlert["title"] ?? ""),
      errorStyle: STYLES[String(one.errorAlert["style"])] ?? DataValidationErrorStyle.STOP,
      renderMode: DataValidationRenderMode.ARROW,
      showDropDown: true,
    };
  });
}

/** A rule of the grid that the model does not have yet: one that was pasted. */
function hostValidation({
  type,
  formula1 = "",
  formula2,
  operator,
  allowBlank,
  error = "",
  errorTitle = "",
  errorStyle,
}: ISheetDataValidationRule): HostValidation {
  const [kind = ""] = Object.entries(KINDS).find(([, name]) => name === type) ?? [];
  const rule =
    type === "list"
      ? { list: { inCellDropDown: true, source: formula1 } }
      : type === "custom"
        ? { custom: { formula: formula1 } }
        : {
            [kind]: {
              formula1: formula1.startsWith("=") ? formula1 : `=${formula1}`,
              ...(formula2 === undefined ? {} : { formula2: formula2.startsWith("=") ? formula2 : `=${formula2}` }),
              operator: hostOperator(operator ?? "between"),
            },
          };
  const style = Object.entries(STYLES).find(([, value]) => value === errorStyle)?.[0] ?? "Stop";
  return {
    type: kind === "" ? upper(type) : upper(kind),
    rule,
    ignoreBlanks: allowBlank !== false,
    errorAlert: { title: errorTitle, message: error, style, showAlert: true },
    prompt: NO_VALIDATION.prompt,
  };
}

/** Takes the rules of the grid over into the model. @returns whether anything differs */
export function takeRules(sheet: HostSheet, rules: readonly ISheetDataValidationRule[], uids: Map<string, HostValidation>): boolean {
  const now = new Map<number, HostValidation>();
  for (const rule of rules) {
    if (rule.type === "any" || rule.type === "none") continue;
    let one = uids.get(rule.uid);
    if (!one) uids.set(rule.uid, (one = [...uids.values()].find((known) => sameRule(known, rule)) ?? hostValidation(rule)));
    for (const range of rule.ranges) {
      const { top, left, bottom, right } = areaOfRange(range);
      for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) now.set(cellKey(row, column), one);
    }
  }
  const before = [...sheet.validations].filter(([, one]) => one.type !== NO_VALIDATION.type);
  const same =
    before.length === now.size &&
    before.every(([key, one]) => now.get(key) === one || JSON.stringify(now.get(key)) === JSON.stringify(one));
  if (same) return false;
  sheet.validations.clear();
  for (const [key, one] of now) sheet.validations.set(key, one);
  return true;
}

/** Whether a rule is the copy of one that is known: it then keeps its prompt. */
function sameRule(known: HostValidation, rule: ISheetDataValidationRule): boolean {
  const own = criteria(known);
  return (
    own.type === rule.type &&
    own.formula1 === rule.formula1 &&
    own.formula2 === rule.formula2 &&
    own.operator === rule.operator &&
    known.errorAlert["message"] === (rule.error ?? "")
  );
}
