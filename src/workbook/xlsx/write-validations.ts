import { areaAddress } from "../../domain/cell";
import type { Validation } from "../../domain/grid";
import { attributes, xmlText } from "./xml-write";

function validationXml(validation: Validation): string {
  const { type, operator, alert, prompt, errorStyle } = validation;
  const second = validation.formula2 === undefined ? "" : `<formula2>${xmlText(validation.formula2)}</formula2>`;
  const said = attributes({
    type,
    errorStyle: errorStyle === "stop" ? undefined : errorStyle,
    operator: operator === "between" ? undefined : operator,
    allowBlank: validation.allowBlank || undefined,
    showInputMessage: prompt ? true : undefined,
    showErrorMessage: true,
    errorTitle: alert?.title || undefined,
    error: alert?.text || undefined,
    promptTitle: prompt?.title || undefined,
    prompt: prompt?.text || undefined,
    sqref: validation.areas.map(areaAddress).join(" "),
  });
  return `<dataValidation${said}><formula1>${xmlText(validation.formula1)}</formula1>${second}</dataValidation>`;
}

/** The `dataValidations` element (ECMA-376 part 1, 18.3.1.33), or nothing where there are none: an empty one is a repair prompt. */
export function validationsXml(validations: readonly Validation[], prefix = ""): string {
  if (validations.length === 0) return "";
  const element = `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
  return prefix === "" ? element : element.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}`);
}
