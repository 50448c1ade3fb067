import { MAX_COLUMNS, MAX_ROWS, parseArea, type Area } from "../../domain/cell";
import type { Validation, ValidationOperator, ValidationType } from "../../domain/grid";
import { damaged, shown } from "./refused";
import type { XmlScanner } from "./xml-scan";
import { detach, fromXstring } from "./xml-text";

const TYPES: ReadonlySet<string> = new Set<ValidationType>(["list", "whole", "decimal", "date", "time", "textLength", "custom"]);
const OPERATORS: ReadonlySet<string> = new Set<ValidationOperator>([
  "between",
  "notBetween",
  "equal",
  "notEqual",
  "greaterThan",
  "lessThan",
  "greaterThanOrEqual",
  "lessThanOrEqual",
]);

/** xsd:boolean, and the `on` of ST_OnOff. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** An area as files write it; whole columns (`A:C`) and rows (`1:5`) too. @throws Refused where it is none */
export function readArea(text: string): Area {
  const area = parseArea(text) ?? wholeLines(text);
  return area ?? damaged(`${shown(text)} is no area`);
}

function wholeLines(text: string): Area | undefined {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns) return parseArea(`${columns[1]}1:${columns[2]}${MAX_ROWS}`);
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  const lines = rows && parseArea(`A${rows[1]}:A${rows[2]}`);
  return lines ? { ...lines, right: MAX_COLUMNS - 1 } : undefined;
}

function said(title: string | undefined, text: string | undefined): { title: string; text: string } | undefined {
  if (title === undefined && text === undefined) return undefined;
  return { title: detach(fromXstring(title ?? "")), text: detach(fromXstring(text ?? "")) };
}

interface Draft {
  readonly areas: readonly Area[];
  readonly formulas: readonly (string | undefined)[];
}

/** The formulas and, in an extension, the areas within a validation. */
function readInside(xml: XmlScanner, sqref: string): Draft {
  const { depth } = xml;
  const formulas: (string | undefined)[] = [undefined, undefined];
  let areas = sqref;
  const readChild = (): void => {
    if (xml.is("formula1")) formulas[0] = detach(fromXstring(xml.content()));
    else if (xml.is("formula2")) formulas[1] = detach(fromXstring(xml.content()));
    else if (xml.is("sqref")) areas = xml.content();
  };
  while (xml.nextChild(depth)) {
    if (!xml.is("AlternateContent")) readChild();
    // Excel wraps a literal list with quoted commas: its own wording, and for all others a Fallback.
    else while (xml.nextChild(depth + 1)) if (xml.is("Fallback")) while (xml.nextChild(depth + 2)) readChild();
  }
  return { areas: readAreas(areas), formulas };
}

/** Where a validation stands. An area whose cells were deleted is written `#REF!`: it is gone. */
function readAreas(text: string): Area[] {
  // Most validations have one area: splitting it would cost more than reading it.
  const pieces = text === "" || /\s/.test(text) ? text.split(/\s+/) : [text];
  return pieces.filter((piece) => piece !== "" && piece !== "#REF!").map(readArea);
}

/**
 * Reads one `dataValidation`, of the sheet itself (ECMA-376 part 1, 18.3.1.32) or of its x14 extension ([MS-XLSX] 2.4.11),
 * where Excel moves lists that look at other sheets.
 * @returns the validation, or undefined where it only shows a prompt and lets anything pass, or stands nowhere any more
 */
export function readValidation(xml: XmlScanner): Validation | undefined {
  const type = xml.attribute("type") || "none";
  const operator = detach(xml.attribute("operator") || "between");
  const style = xml.attribute("errorStyle");
  const alert = said(xml.attribute("errorTitle"), xml.attribute("error"));
  const prompt = said(xml.attribute("promptTitle"), xml.attribute("prompt"));
  const allowBlank = isTrue(xml.attribute("allowBlank"));
  const { areas, formulas } = readInside(xml, xml.attribute("sqref") ?? "");
  if (!TYPES.has(type) || areas.length === 0) return undefined;
  if (!OPERATORS.has(operator)) return damaged(`${shown(operator)} is no operator of a validation`);
  const compares = type !== "list" && type !== "custom";
  // LibreOffice writes a second formula of 0 where none is asked for.
  const second = compares && /between$/i.test(operator) ? formulas[1] : undefined;
  return {
    areas,
    type: type as ValidationType,
    ...(compares ? { operator: operator as ValidationOperator } : {}),
    formula1: formulas[0] ?? "",
    ...(second === undefined ? {} : { formula2: second }),
    allowBlank,
    errorStyle: style === "warning" || style === "information" ? style : "stop",
    ...(alert ? { alert } : {}),
    ...(prompt ? { prompt } : {}),
  };
}
