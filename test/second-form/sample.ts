/** Made-up entries for the second form, as `src/forms` has some for annex 2. */
export const sample = {
  school: "示例红星农场",
  cover: { by: "张三", post: "zhangsan@example.edu.cn", call: "027-00000000" },
  values: { "01": 120.5, "1": 30.5, "1.1": 4, "1.10": 88.25, "1E2": 60.25, "100": 28, A1: 15, "1-1": 32, true: 96.5 },
  growing: "1-1",
  texts: { how: "轮作倒茬，增施有机肥，与收购企业签订订单。", buyers: "示例粮油有限公司" },
  mistakes: { values: { "1": 121, "1.10": 90, "1.1": null, A1: "１５" }, cover: { call: "0000000" } },
} as const;
