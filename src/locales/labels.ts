import type { Form, FormLabels } from "../domain";

/** What people know the fields of a form by, as far as sentences say it. */
type Labels = Pick<
  FormLabels,
  "school" | "period" | "seal" | "category" | "cluster" | "programme" | "code" | "unit" | "current" | "comparison"
>;

/** What they are called where no form is known. */
export const GENERAL_LABELS: Labels = {
  school: "填报单位",
  period: "报告期",
  seal: "校验码",
  category: "产业类别",
  cluster: "产业集群",
  programme: "专业（群）",
  code: "代码",
  unit: "计量单位",
  current: "本期数",
  comparison: "对比数",
};

const LABEL = /\{form\.(\w+)\}/g;

/**
 * Words with labels where they name some: `请先选择{form.school}。`.
 * @param words a sentence, or an object of sentences however deep
 * @throws Error at a label that no form has
 */
export function withLabels<T>(words: T, labels: Labels): T {
  if (typeof words === "string") return words.replace(LABEL, (_, name: string) => labelOf(name, labels)) as T;
  if (Array.isArray(words)) return words.map((one: unknown) => withLabels(one, labels)) as T;
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, one]) => [key, withLabels<unknown>(one, labels)])) as T;
}

function labelOf(name: string, labels: Labels): string {
  const label = Object.hasOwn(labels, name) ? labels[name as keyof Labels] : undefined;
  if (label === undefined) throw new Error(`No form has a label {form.${name}}`);
  return label;
}

/** Words in the labels of a form, made once for each form. */
export function byForm<T extends object>(words: T): (form: Form) => T {
  const known = new WeakMap<Form, T>();
  return (form) => {
    const before = known.get(form);
    if (before) return before;
    const labelled = withLabels(words, form.labels);
    known.set(form, labelled);
    return labelled;
  };
}
