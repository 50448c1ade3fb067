import { blankForm } from "../../fill";
import { SCHOOL, type Situation } from "./situation";

export const freshForm: Situation = {
  id: "fresh-form",
  title: { "zh-CN": "刚领到的表", "en-US": "Fresh form" },
  says: {
    "zh-CN": "一份还没填的统计表，下拉逐级联动，每填一格，审核结果随之变化。",
    "en-US": "A form nobody has begun: lists depend on each other, and results follow each entry.",
  },
  make: async () => ({ book: { name: `${SCHOOL}-2026年下半年-进展情况统计表.xlsx`, bytes: blankForm(SCHOOL) } }),
  finds: { seal: "none", refs: ["A08", "A10"] },
};
