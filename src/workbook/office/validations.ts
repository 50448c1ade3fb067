/// <reference types="office-js" />
import {
  areaAddress,
  areaOf,
  cellKey,
  keyColumn,
  keyRow,
  serialOfDay,
  type Area,
  type Validation,
  type ValidationOperator,
  type ValidationType,
} from "../../domain";

const OPERATORS: Readonly<Record<ValidationOperator, Excel.DataValidationOperator | `${Excel.DataValidationOperator}`>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};

/** A rule as the API tells it: exactly one of its members is there. */
interface RuleParts {
  readonly list?: { readonly source?: unknown };
  readonly custom?: { readonly formula?: unknown };
  readonly wholeNumber?: Comparison;
  readonly decimal?: Comparison;
  readonly date?: Comparison;
  readonly time?: Comparison;
  readonly textLength?: Comparison;
}
interface Comparison {
  readonly formula1?: unknown;
  readonly formula2?: unknown;
  readonly operator?: unknown;
}
const KINDS = { wholeNumber: "whole", decimal: "decimal", date: "date", time: "time", textLength: "textLength" } as const satisfies Partial<
  Record<keyof RuleParts, ValidationType>
>;

/** Loads what `validationOf` takes. */
export const VALIDATION_PARTS =
  "dataValidation/type,dataValidation/rule,dataValidation/errorAlert,dataValidation/prompt,dataValidation/ignoreBlanks";

type Content = Omit<Validation, "areas">;

const bare = (formula: unknown): string => String(formula ?? "").replace(/^=/, "");

/** A day that Excel tells as a text in ISO 8601 is the number that a file has. */
function dayOf(formula: unknown): string {
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:T00:00:00(?:\.0+)?Z?)?$/.exec(bare(formula)) ?? [];
  const serial = day === undefined ? undefined : serialOfDay(day);
  return serial === undefined ? bare(formula) : String(serial);
}

/** A literal list is a quoted text in files, and a bare one in the API. */
function sourceOf(source: unknown): string {
  const text = String(source ?? "");
  return text.startsWith("=") ? text.slice(1) : `"${text.replace(/"/g, '""')}"`;
}

function rule(given: RuleParts): Pick<Content, "type" | "operator" | "formula1" | "formula2"> | undefined {
  if (given.list) return { type: "list", formula1: sourceOf(given.list.source) };
  if (given.custom) return { type: "custom", formula1: bare(given.custom.formula) };
  for (const [name, type] of Object.entries(KINDS) as [keyof typeof KINDS, ValidationType][]) {
    const body = given[name];
    if (!body) continue;
    const operator = (Object.keys(OPERATORS) as ValidationOperator[]).find((one) => OPERATORS[one] === body.operator) ?? "between";
    const two = operator === "between" || operator === "notBetween";
    const read = type === "date" ? dayOf : bare;
    return { type, operator, formula1: read(body.formula1), ...(two ? { formula2: read(body.formula2) } : {}) };
  }
  return undefined;
}

function box(title: string | undefined, text: string | undefined): { readonly title: string; readonly text: string } | undefined {
  return title || text ? { title: title ?? "", text: text ?? "" } : undefined;
}

/** What a range's validation says; undefined where there is none, `mixed` where its cells differ. */
export function validationOf(given: Excel.DataValidation): Content | "mixed" | undefined {
  const type: string = given.type;
  if (type === "None") return undefined;
  // The types deny it, but what differs between the cells of a range comes as null.
  const parts = [given.rule, given.errorAlert, given.prompt, given.ignoreBlanks] as readonly unknown[];
  if (type === "Inconsistent" || type === "MixedCriteria" || parts.includes(null)) return "mixed";
  const judged = rule(given.rule as RuleParts);
  if (!judged) return undefined;
  const style = given.errorAlert.style as string;
  const alert = box(given.errorAlert.title, given.errorAlert.message);
  const prompt = box(given.prompt.title, given.prompt.message);
  return {
    ...judged,
    allowBlank: given.ignoreBlanks,
    errorStyle: style === "Warning" ? "warning" : style === "Information" ? "information" : "stop",
    ...(alert ? { alert } : {}),
    ...(prompt ? { prompt } : {}),
  };
}

function apiRule({ type, operator = "between", formula1, formula2 }: Validation): Excel.DataValidationRule {
  const comparison = {
    formula1: `=${formula1}`,
    ...(formula2 === undefined ? {} : { formula2: `=${formula2}` }),
    operator: OPERATORS[operator],
  };
  switch (type) {
    case "list":
      return {
        list: { inCellDropDown: true, source: formula1.startsWith('"') ? formula1.slice(1, -1).replace(/""/g, '"') : `=${formula1}` },
      };
    case "custom":
      return { custom: { formula: `=${formula1}` } };
    case "whole":
      return { wholeNumber: comparison };
    case "decimal":
      return { decimal: comparison };
    case "textLength":
      return { textLength: comparison };
    case "date":
      return { date: comparison };
    case "time":
      return { time: comparison };
  }
}

/** Queues a validation for all of its areas. What was there before goes first: a rule over another one has failed to take effect. */
export function queueValidation(sheet: Excel.Worksheet, validation: Validation): void {
  const { alert, prompt, errorStyle, allowBlank, areas } = validation;
  const style = errorStyle === "warning" ? "Warning" : errorStyle === "information" ? "Information" : "Stop";
  for (const area of areas) {
    const { dataValidation } = sheet.getRange(areaAddress(area)).untrack();
    dataValidation.clear();
    dataValidation.rule = apiRule(validation);
    dataValidation.ignoreBlanks = allowBlank;
    dataValidation.errorAlert = { showAlert: true, style, title: alert?.title ?? "", message: alert?.text ?? "" };
    dataValidation.prompt = { showPrompt: prompt !== undefined, title: prompt?.title ?? "", message: prompt?.text ?? "" };
  }
}

/** The same content in the same words, whatever its areas. */
function sameContent(content: Content): string {
  return JSON.stringify([sameRule(content), said(content.prompt)]);
}

/** The same rule with the same alert, whatever its areas and its prompt: what keeps wrong entries out. */
export function sameRule(a: Content): string {
  const compares = a.type !== "list" && a.type !== "custom";
  return JSON.stringify([
    a.type,
    compares ? (a.operator ?? "between") : "",
    plain(a.formula1),
    plain(a.formula2),
    a.allowBlank,
    a.errorStyle,
    said(a.alert),
  ]);
}

function said(box: Content["alert"]): readonly string[] {
  return box && (box.title || box.text) ? [box.title, box.text] : [];
}

/** Excel writes formulas its own way: white space, letters of functions, and quotes around names of sheets that need none say nothing. */
export function plain(formula: string | undefined): string {
  return (formula ?? "").replace(/"(?:[^"]|"")*"|'(?:[^']|'')+'(?=!)|\s+|[a-z]+/g, (part) => {
    if (part.startsWith('"')) return part;
    return (part.startsWith("'") ? part.slice(1, -1).replace(/''/g, "'") : part.trim()).toUpperCase();
  });
}

/** Gathers cells of equal content into areas as tall as can be: fewer of them to ask for. */
export function gather(cells: readonly { readonly key: number; readonly content: Content }[]): Validation[] {
  const groups = new Map<string, { readonly content: Content; readonly areas: Area[] }>();
  for (const { key, content } of [...cells].sort((a, b) => keyColumn(a.key) - keyColumn(b.key) || a.key - b.key)) {
    const contentKey = sameContent(content);
    const group = groups.get(contentKey) ?? { content, areas: [] };
    groups.set(contentKey, group);
    const at = { row: keyRow(key), column: keyColumn(key) };
    const last = group.areas.at(-1);
    if (last && last.right === at.column && last.bottom + 1 === at.row) group.areas[group.areas.length - 1] = { ...last, bottom: at.row };
    else group.areas.push(areaOf(at));
  }
  return [...groups.values()].map(({ content, areas }) => ({ ...content, areas }));
}

/** All cells of some areas. */
export function cellsOf(areas: readonly Area[]): number[] {
  const keys: number[] = [];
  for (const { top, left, bottom, right } of areas)
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) keys.push(cellKey(row, column));
  return keys;
}
