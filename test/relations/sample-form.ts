import type { Indicator } from "../../src/domain";

const indicator = (code: string, unit: string, decimals: 0 | 1 | 2 = 0, measure: Indicator["measure"] = "stock"): Indicator => ({
  code,
  unit,
  type: { decimals },
  measure,
  group: "示例",
  name: `示例指标${code}`,
  source: "示例",
});
/** Indicators of several units and decimals; among their codes are some that look like numbers. */
export const form = {
  indicators: [
    indicator("01", "家"),
    { ...indicator("02", "家"), partOf: "01" },
    indicator("03", "人"),
    indicator("04", "万元", 2, "flow"),
    indicator("05", "万元", 2, "flow"),
    indicator("06", "%", 1),
    indicator("10", "家"),
    { ...indicator("20", "家"), partOf: "02" },
    indicator("1.1", "册"),
    indicator("1E2", "册"),
  ],
};
/** Decimals of an indicator. */
export const decimals = (code: string): number => form.indicators.find((one) => one.code === code)!.type.decimals;
