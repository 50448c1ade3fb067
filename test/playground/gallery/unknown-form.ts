import { filled, RED } from "../../second-form/filled";
import type { Situation } from "./situation";

export const unknownForm: Situation = {
  id: "unknown-form",
  title: { "zh-CN": "另一种统计表", "en-US": "Another form" },
  says: {
    "zh-CN": "一份程序没有见过的农场统计表：按文件自带的表式审核，其中项大于总项，还有一个全角数字。",
    "en-US":
      "A form about farms that the program never saw: it is judged by what the file carries; a part is larger than its whole, a number is a text.",
  },
  make: async () => ({ book: { name: `${RED}-2026年下半年-农场情况表.xlsx`, bytes: filled({ values: [{ "1": 121, "1-1": "３２" }] }) } }),
  finds: { seal: "none", refs: ["A02", "F01"] },
};
