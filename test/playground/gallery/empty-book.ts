import type { Situation } from "./situation";

export const emptyBook: Situation = {
  id: "empty-book",
  title: { "zh-CN": "空白工作簿", "en-US": "Empty book" },
  says: {
    "zh-CN": "从头来过：在窗格里选择学校和报告期，把统计表插入工作簿。",
    "en-US": "From the beginning: choose school and period in the pane and insert the form.",
  },
  make: async () => ({}),
};
