import { memoizedBy, type Form, type FormLabels } from "../domain";

/** What people know the fields of a form by, as far as sentences say it. */
type Labels = Pick<
  FormLabels,
  "school" | "period" | "seal" | "category" | "cluster" | "programme" | "code" | "unit" | "current" | "comparison" | "explanation"
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
  explanation: "说明",
};

const LABEL = /\{form\.(\w+)\}/g;

/**
 * Words with labels where they name some: `请先选择{form.school}。`. What names none stays the very object it was.
 * @param words a sentence, or an object of sentences however deep
 * @throws Error at a label that no form has
 */
export function withLabels<T>(words: T, labels: Labels): T {
  if (typeof words === "string")
    return (words.includes("{form.") ? words.replace(LABEL, (_, name: string) => labelOf(name, labels)) : words) as T;
  if (typeof words !== "object" || words === null) return words;
  let labelled: T | undefined;
  for (const key in words) {
    const part = withLabels(words[key], labels);
    if (part !== words[key]) (labelled ??= (Array.isArray(words) ? [...(words as unknown[])] : { ...words }) as T & object)[key] = part;
  }
  return labelled ?? words;
}

function labelOf(name: string, labels: Labels): string {
  const label = Object.hasOwn(labels, name) ? labels[name as keyof Labels] : undefined;
  if (label === undefined) throw new Error(`No form has a label {form.${name}}`);
  return label;
}

/** Words in the labels of a form, made once for each form. @param general the same in general words, which do for a form that uses them */
export function byForm<T extends object>(words: T, general: T): (form: Form) => T {
  const names = Object.keys(GENERAL_LABELS) as (keyof Labels)[];
  return memoizedBy(({ labels }: Form) =>
    names.every((name) => labels[name] === GENERAL_LABELS[name]) ? general : withLabels(words, labels),
  );
}
