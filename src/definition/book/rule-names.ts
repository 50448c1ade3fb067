import { SHAPES } from "../../relations";
import type { AcrossRuleId, RuleId } from "../../rules";

/** What a rule is called in 种类: its title in Chinese. A rule that is forgotten here does not compile. */
export const RULE_NAMES: { readonly [Id in RuleId | AcrossRuleId]: string } = {
  "activity-without-partners": "有活动应有其前提",
  "both-or-neither": "两项数据同有同无",
  "comparison-altered": "对比数未被改动",
  "contact-well-formed": "联系方式和日期填写规范",
  "date-in-number-cell": "数据单元格中不应是日期或时间",
  "error-value": "单元格中没有错误值",
  "figures-repeated": "两张表的数据不全相同",
  "definition-altered": "文件所带的表式与下发的一致",
  "foreign-sheet": "工作簿中只有本校本期的统计表",
  "formula-in-input": "填报单元格中不用公式",
  "identification-valid": "单位、报告期和专业（群）填写正确",
  "identity-changed": "填报单位和报告期与下发时一致",
  "indicator-filled": "各项指标填写齐全",
  "label-altered": "表内固定文字未被改动",
  "large-change": "数据增减幅度较大",
  "needs-one-of": "有数据应有其依托",
  "number-as-text": "数据应为数字",
  "number-in-range": "数据取值合理",
  "on-roster": "填报的专业（群）列入名录",
  "part-at-most-whole": "其中项不大于总项",
  "partner-names": "数量与所列名称相符",
  "parts-sum-to-total": "合计等于各分项之和",
  "programme-reported-twice": "同一专业（群）不重复填报",
  "ratio-in-range": "两项数据的比值合理",
  relation: "数据符合审核关系",
  "required-text": "必填内容填写齐全",
  "result-overwritten": "审核结果由公式得出",
  "round-numbers-only": "数据全为整十数",
  "same-as-previous": "数据与上期完全相同",
  "sheet-hidden": "统计表没有隐藏的工作表",
  "stale-explanation": "数据改动后重新说明",
  "stock-falls": "期末数减少",
  "text-copied": "文字内容与上期相同",
  "text-length": "文字不超过规定字数",
  "validation-removed": "单元格的数据验证完好",
  "zero-forces-zero": "某项为 0 时相关各项为 0",
  "zero-turned": "数据从有到无、从无到有",
  "leader-differs": "同一产业集群所填名称一致",
  "line-of-two-schools": "两校不报同一专业（群）",
  "ratio-far-from-others": "两项数据的比值与他校相近",
};

/** What 种类 calls a relation that is written out, whatever its shape. */
export const RELATION_KIND = "关系式";

/** What a rule is called; a rule that nobody knows as it is. */
export function ruleName(id: string): string {
  return Object.hasOwn(RULE_NAMES, id) ? RULE_NAMES[id as keyof typeof RULE_NAMES] : id;
}

/** Whether a rule is the one of a shape of relations. */
export function isRelation(rule: string): boolean {
  return SHAPES.some((shape) => shape === rule);
}

/** What 种类 has to choose from. */
export const KINDS: readonly string[] = [
  RELATION_KIND,
  ...Object.entries(RULE_NAMES).flatMap(([id, name]) => (isRelation(id) ? [] : [name])),
];
