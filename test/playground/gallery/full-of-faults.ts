import { filled, type Situation } from "./situation";

export const fullOfFaults: Situation = {
  id: "full-of-faults",
  title: { "zh-CN": "满是差错", "en-US": "Filled with faults" },
  says: {
    "zh-CN": "合计不符、全角数字、带单位的数、漏填、元当万元，还有一条空话说明。",
    "en-US": "Sums that do not add up, numbers typed as text, blanks, yuan for ten thousand yuan, an explanation that says nothing.",
  },
  make: async () => ({
    book: {
      name: "填报样例-满是差错.xlsx",
      bytes: (
        await filled({
          sheets: [
            {},
            { values: { "20": 180, "29": 0, "18": "２１", "26": "143人", "02": 40 } },
            { values: { "30": null, "29": 23655 }, explanations: { "29": "已核实" } },
          ],
          cover: { phone: "12345" },
        })
      ).bytes(),
    },
  }),
  finds: { seal: "none", refs: ["A02", "A06", "A08", "A14", "B03", "B04", "F01"] },
};
