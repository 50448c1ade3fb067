import type { Severity } from "../../domain";
import { acrossSchools, rules } from "../../rules";
import { choice, code, flag, folded, number, ofSheet, text, trimmed, type Codec } from "./codec";
import type { Column } from "./column";
import { SHEETS } from "./names";
import { UNIT_CONFIRMED } from "./tables";
import { isRelation, RELATION_KIND, RULE_NAMES, ruleName } from "./rule-names";

const SEVERITY = choice<Severity>(
  new Map([
    ["阻断", "fatal"],
    ["强制性审核", "error"],
    ["核实性审核", "query"],
    ["提示性审核", "advisory"],
  ]),
  new Map([
    ["强制性", "error"],
    ["核实性", "query"],
    ["提示性", "advisory"],
  ]),
);

const RULE_OF = new Map(Object.entries(RULE_NAMES).map(([id, name]) => [folded(name), id]));
/** A rule by its name or its id. What is neither stays what it is: the schema tells that there is no such rule. */
const RULE: Codec<string> = {
  asText: true,
  write: (id) => (isRelation(id) ? RELATION_KIND : ruleName(id)),
  read: (typed) => ({ value: typeof typed === "string" ? (RULE_OF.get(folded(typed)) ?? folded(typed)) : typed }),
};

/** The messages of a rule, by their ids in its order; none for a rule that nobody knows. */
export function messagesOf(rule: string): string[] {
  const registry: Readonly<Record<string, { readonly messages: object }>> = { ...rules, ...acrossSchools };
  return Object.hasOwn(registry, rule) ? Object.keys(registry[rule]!.messages) : [];
}

const column = (heading: string, codec: Codec, width: number, prompt: string, extra: Partial<Column> = {}): Column => ({
  heading,
  codec,
  width,
  prompt,
  ...extra,
});
const maybe = (heading: string, codec: Codec, width: number, prompt: string): Column =>
  column(heading, codec, width, prompt, { optional: true });

/** 审核关系, in its order. */
export const RELATION = {
  ref: column("编号", code, 7, "一个字母和两位数字，如 A06；各行的次序不限"),
  severity: maybe("级别", SEVERITY, 11, "不填的，按这种审核默认的级别；“读法与样例”写明是哪一级"),
  kind: column("种类", RULE, 18, "从列表选择；自己写式子的选“关系式”", {
    optional: true,
    offer: { sheet: SHEETS.choices, heading: "种类", strict: true },
  }),
  relation: maybe(
    RELATION_KIND,
    trimmed,
    28,
    "种类为“关系式”的写在这里，如：20=21+22+23　09<=08　若 08=0，则 09=0 且 21=0　28、29 同有同无　29/28 在 0.1 至 500 之间　若 24>0，则 21、22 至少一项>0　本期[08]>=上期[08]",
  ),
  parameters: maybe("参数", code, 20, "种类不是“关系式”的才有，写成 名=值；名=值，如：变动百分比=30；变动量=5"),
  tolerance: maybe("允许误差", number, 9, "等于、不大于、不小于两边相差不超过这个数的，不算不符合；不填的为 0，差一点也算"),
  at: maybe("落在", code, 8, "问题记在哪项指标上，填代码"),
  title: maybe("名称", text, 18, "不填的，用这种审核通用的名称"),
  description: maybe("要求", text, 26, "应当怎样；不填的，用通用的说法"),
  why: maybe("理由", text, 26, "为什么应当这样；不填的，用通用的说法"),
  unit: maybe(UNIT_CONFIRMED, flag, 10, "关系式里计量单位不同的数相加或相比，确实如此的填“是”"),
  cure: maybe("提示语", text, 24, "告诉填报人怎样改；不填的，用通用的说法"),
  act: maybe("同表合并", ofSheet, 9, "填“是”：同一张表上的这类问题多半出自一次操作，审核人合并处理"),
  accuses: maybe("涉及整表", ofSheet, 9, "填“是”：查出的问题涉及整张表的数据，而不是某一项"),
  from: maybe("起用期", text, 12, ""),
  until: maybe("停用期", text, 12, ""),
} as const satisfies Readonly<Record<string, Column>>;

/** Those of the columns that are written: the others are only read, and nothing uses them yet. */
export const WRITTEN: readonly (Column & { readonly key: keyof typeof RELATION })[] = Object.entries<Column>(RELATION).flatMap(
  ([key, column]) => (column.prompt === "" ? [] : [{ ...column, key: key as keyof typeof RELATION }]),
);

const LANGUAGE = choice(
  new Map([
    ["中文", "zh-CN"],
    ["英文", "en-US"],
  ]),
);

/** 关系用语, in its order: what relations say in their own words, beside what 审核关系 has room for. */
export const WORDS = {
  ref: column("编号", code, 7, "“审核关系”中的编号"),
  language: column("语言", LANGUAGE, 7, "中文或英文"),
  message: maybe("情形", code, 14, "这种审核的哪一条提示；名称、要求、理由这一行留空"),
  about: maybe("说明", text, 30, "由程序写出，只供对照：这一情形通用的说法，不读取"),
  title: maybe("名称", text, 18, "英文名称"),
  description: maybe("要求", text, 26, "应当怎样"),
  why: maybe("理由", text, 26, "为什么应当这样"),
  said: maybe("问题", text, 28, "{ } 中的名称由程序换成数据，请勿改动"),
  cure: maybe("改法", text, 28, "告诉填报人怎样改"),
  brief: maybe("结果列用语", text, 18, "印在“审核结果”列，越短越好"),
} as const satisfies Readonly<Record<string, Column>>;

/** Columns of 关系用语, by the keys under which their texts stand in the words of a relation, or of one of its messages. */
export const OF_RELATION = { title: WORDS.title, description: WORDS.description, why: WORDS.why };
export const OF_MESSAGE = { message: WORDS.said, cure: WORDS.cure, brief: WORDS.brief };
