import { plainName, schoolLabel, type Form } from "../domain";
import { textLabel, type ProgrammeColumns } from "./places";

/** The printed labels of a form by which its sheets are found, in their plain form; without codes, which any sheet may hold. */
export function formLabels(form: Form): ReadonlySet<string> {
  return new Set([...Object.values(programmeHeads(form)), ...coverRows(form).keys(), ...programmeRows(form).keys()].map(plainName));
}

/** The labels over the columns of a programme sheet. */
export function programmeHeads({ labels }: Form): Record<keyof ProgrammeColumns, string> {
  const { group, code, name, unit, comparison, current, result, explanation } = labels;
  return { group, code, name, unit, comparison, current, result, explanation };
}

/** The labels of the rows beside those of the indicators, in their plain form, with what they name. */
export function programmeRows(form: Form): Map<string, string> {
  const { labels, texts } = form;
  return new Map([
    [plainName(labels.category), "category"],
    [plainName(labels.cluster), "cluster"],
    [plainName(labels.programme), "programme"],
    ...texts.map((item): [string, string] => [plainName(textLabel(item, form)), item.id]),
  ]);
}

/** The labels of the rows of a cover, in their plain form, with what they name. */
export function coverRows(form: Form): Map<string, string> {
  const { period, seal } = form.labels;
  return new Map([
    [plainName(schoolLabel(form)), "school"],
    [plainName(period), "period"],
    [plainName(seal), "seal"],
    ...form.cover.map((item): [string, string] => [plainName(item.label), item.id]),
  ]);
}
