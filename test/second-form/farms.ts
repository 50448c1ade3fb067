import { parseDefinition } from "../../src/definition";
import type { Catalogue } from "../../src/domain";
import { localeFor } from "../../src/locales";

/**
 * A form of another subject, as the JSON of a department: so that nothing leans on annex 2. Its codes are those that programs take for
 * numbers, for one another, for cells or for truth values; it has fewer texts and items of the cover, other labels, other relations.
 */
export const FARMS = {
  form: {
    id: "example-farms",
    version: 1,
    layout: 1,
    provenance: "official",
    source: "示例农办〔2025〕1号",
    annex: "附表3",
    title: "示例省示范农场经营情况统计表",
    shortTitle: "农场情况表",
    translations: { "en-US": { annex: "Table 3", title: "farms of the example province", shortTitle: "farm form" } },
    basis: "示例农办〔2025〕1号",
    slots: { formNumber: "示农3表", authority: "示例省农业农村厅", approvalNumber: "示例统批〔2025〕9号", validUntil: "2028年1月" },
    subject: "programme",
    recipient: { office: "示例省农场处", email: "farms@example.gov.cn" },
    firstPeriod: "2025-S1",
    labels: {
      coverSheet: "首页",
      programmeSheet: "作物",
      school: "农场名称",
      period: "统计期",
      seal: "核对码",
      stampNote: "（签章）",
      unitNote: "单位见D栏",
      category: "片区",
      cluster: "产区",
      programme: "作物品种",
      group: "类别",
      code: "编码",
      name: "项目",
      unit: "单位",
      comparison: "上次数",
      current: "这次数",
      result: "核对结果",
      explanation: "备注",
      numbering: "A B C D E F G H",
      partOf: "内含：",
      lengthNote: "（至多{max}字）",
      carriedExplanation: "上次备注",
      draftMark: "【上次草稿】",
    },
    cover: [
      { id: "by", label: "制表人", kind: "text", role: "filler", maxLength: 20, source: "第二条" },
      { id: "post", label: "邮件地址", kind: "email", role: "email", maxLength: 100, source: "第二条" },
      { id: "on", label: "报送日期", kind: "date", role: "reported", maxLength: 10, source: "第二条" },
      { id: "call", label: "电话号码", kind: "phone", role: "phone", maxLength: 40, source: "第二条" },
    ],
    // prettier-ignore
    indicators: [
      { code: "01", group: "种植", name: "播种面积", unit: "亩", type: { decimals: 1 }, measure: "stock", source: "第一条" },
      { code: "1", group: "种植", name: "有机播种面积", unit: "亩", type: { decimals: 1 }, measure: "stock", partOf: "01", source: "第一条" },
      { code: "1.1", group: "种植", name: "大棚数", unit: "座", type: { decimals: 0 }, measure: "stock", source: "第一条" },
      { code: "1.10", group: "收获", name: "产量", unit: "吨", type: { decimals: 2 }, measure: "flow", source: "第一条" },
      { code: "1E2", group: "收获", name: "优等品产量", unit: "吨", type: { decimals: 2 }, measure: "flow", partOf: "1.10", source: "第一条" },
      { code: "100", group: "收获", name: "其他产量", unit: "吨", type: { decimals: 2 }, measure: "flow", partOf: "1.10", source: "第一条" },
      { code: "A1", group: "用工", name: "用工人数", unit: "人", type: { decimals: 0 }, measure: "stock", source: "第一条" },
      { code: "1-1", group: "用工", name: "培训人次", unit: "人次", type: { decimals: 0 }, measure: "flow", source: "第一条" },
      { code: "true", group: "销售", name: "销售收入", unit: "万元", type: { decimals: 2 }, measure: "flow", source: "第一条" },
    ],
    texts: [
      { id: "how", label: "经营做法", maxLength: 300, required: true, lines: 5, source: "第一条" },
      { id: "buyers", label: "收购企业", maxLength: 100, required: false, requiredWhenPositive: "true", lines: 2, source: "第一条" },
    ],
  },
  roster: {
    id: "example-farms-roster",
    version: 1,
    source: "示例农办〔2025〕1号 附表1",
    complete: true,
    categoriesComplete: true,
    // prettier-ignore
    entries: [
      { number: 1, category: "江北片区", cluster: "稻米产区", school: "示例红星农场", shortName: "红星", programme: "早稻" },
      { number: 2, category: "江北片区", cluster: "稻米产区", school: "示例东风农场", programme: "晚稻" },
      { number: 3, category: "江北片区", cluster: "油料产区", school: "示例红星农场", shortName: "红星", programme: "油菜" },
      { number: 4, category: "江南片区", cluster: "果蔬产区", school: "示例前进农场", programme: "柑橘" },
      { number: 5, category: "江南片区", cluster: "果蔬产区", school: "示例长岭农场", programme: "莲藕" },
    ],
  },
  ruleset: {
    id: "example-farms",
    version: 1,
    explanation: { minLength: 6, boilerplate: ["已", "核实", "无误"], repeatedRows: 3 },
    schoolNames: { threshold: 0.82, lead: 0.1 },
    settings: [
      { ref: "A01", rule: "number-in-range", options: {} },
      { ref: "A02", rule: "part-at-most-whole", options: { relation: "[1] <= [01]" } },
      { ref: "A03", rule: "parts-sum-to-total", options: { relation: "[1.10] = 合计([1E2]、[100])" } },
      { ref: "A04", rule: "zero-forces-zero", options: { relation: "若 [01]=0，则 [1.10]=0 且 [100]=0" } },
      { ref: "A05", rule: "indicator-filled", act: "sheet", options: {} },
      { ref: "A06", rule: "required-text", act: "sheet", options: { lasting: ["buyers"] } },
      { ref: "A07", rule: "text-length", options: {} },
      {
        ref: "A08",
        rule: "identification-valid",
        options: { school: { threshold: 0.82, lead: 0.1 }, line: { threshold: 0.75, lead: 0.1 } },
      },
      { ref: "A09", rule: "contact-well-formed", options: {} },
      { ref: "A10", rule: "programme-reported-twice", accuses: "sheet", options: {} },
      { ref: "B01", rule: "stock-falls", act: "sheet", options: { tolerance: 1 } },
      { ref: "B02", rule: "large-change", options: { percent: 50, units: 10 } },
      { ref: "B03", rule: "both-or-neither", options: { relation: "[1.10]、[true] 同有同无" } },
      { ref: "B04", rule: "ratio-in-range", options: { relation: "若 [true]>0 且 [1.10]>0，则 [true]/[1.10] 在 0.01 至 50倍 之间" } },
      { ref: "B05", rule: "needs-one-of", options: { relation: "若 [1E2]>0，则 [1.10]、[100] 至少一项>0" } },
      { ref: "B06", rule: "activity-without-partners", options: { relation: "若 [1.10]、[1] 至少一项>0，则 [A1]>0" } },
      { ref: "B07", rule: "same-as-previous", accuses: "sheet", options: { least: 5 } },
      { ref: "B08", rule: "on-roster", options: {} },
      { ref: "B09", rule: "stale-explanation", options: {} },
      { ref: "F01", rule: "number-as-text", act: "sheet", options: {} },
      { ref: "F02", rule: "error-value", act: "sheet", options: {} },
      { ref: "F03", rule: "date-in-number-cell", act: "sheet", options: {} },
      { ref: "F04", rule: "formula-in-input", act: "sheet", options: {} },
      { ref: "F05", rule: "validation-removed", options: {} },
      { ref: "F06", rule: "comparison-altered", act: "sheet", options: {} },
      { ref: "F07", rule: "label-altered", act: "sheet", options: {} },
      { ref: "F08", rule: "identity-changed", options: {} },
      { ref: "F09", rule: "definition-altered", options: {} },
      { ref: "F10", rule: "foreign-sheet", options: {} },
      { ref: "F11", rule: "sheet-hidden", accuses: "sheet", options: {} },
      { ref: "F12", rule: "result-overwritten", options: {} },
    ],
    across: [{ ref: "X01", rule: "line-of-two-schools", accuses: "sheet", options: {} }],
  },
} as const;

/** Its 表式码: a constant, since bundles for browsers are made of it. A test holds it to be right. */
const CODE = "ST35-X7ZN-MQAH";

/** @throws Error with its mistakes where a definition has some */
export function parsed(json: unknown): Catalogue {
  const definition = parseDefinition(json);
  if (!definition.ok) throw new Error(JSON.stringify(definition.error, undefined, 1));
  return { ...definition.value, code: CODE };
}

export const farms: Catalogue = parsed(FARMS);

/** Chinese as it is spoken of this form. */
export const zhFarms = localeFor("zh-CN", farms.form);

/**
 * What annex 2 alone says. Left out is the name of the product, which happens to hold a label of annex 2.
 */
export const ANNEX2 =
  /进展情况统计表|职业教育|职业技术学院|附件2|19号|合作企业|progress form|填报单位|报告期|产业类别|产业集群(?!进展情况统计|统计表)|专业（群）|专业群|校验码/;
