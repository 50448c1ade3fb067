import type { RuleWords } from "../locale";

export const rules: RuleWords = {
  "parts-sum-to-total": {
    title: "合计等于各分项之和",
    description: "合计指标的本期数等于各分项本期数之和。",
    why: "手工填写的合计容易与分项脱节，汇总时会重复计算或漏算人数。",
    messages: {
      differs: {
        message: "{code} {name}填报 {found} {unit}，各分项 {parts} 之和为 {sum} {unit}，相差 {difference} {unit}。",
        cure: "请核对 {parts}，改正填错的分项；分项无误的，将 {code} 改为 {sum}。",
        brief: "应为{parts}＝{sum}",
      },
    },
  },
};
