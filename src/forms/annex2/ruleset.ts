import type { Ruleset } from "../../rules";

/** 审核关系 of annex 2. Thresholds are options here, never constants in code. */
export const ruleset: Ruleset = {
  id: "annex2",
  version: 1,
  explanation: {
    minLength: 8,
    boilerplate: ["已核实", "核实无误", "无误", "属实", "情况属实", "数据属实", "数据无误", "情况", "数据"],
    repeatedRows: 3,
  },
  settings: [{ ref: "A06", rule: "parts-sum-to-total", options: { total: "20", parts: ["21", "22", "23"] } }],
};
