import { filled, type Situation } from "./situation";

export const validationWiped: Situation = {
  id: "validation-wiped",
  title: { "zh-CN": "校验被抹掉", "en-US": "Validation wiped" },
  says: {
    "zh-CN": "从别处粘贴整列，表1 的数据验证没有了，表还是锁着的：程序会发现并可恢复。",
    "en-US": "Pasting a whole column took the validations of 表1 away; the add-in notices and restores them.",
  },
  async make() {
    const workbook = await filled();
    await workbook.write([{ kind: "validations", sheet: "表1", validations: [] }]);
    return { book: { name: "填报样例-校验被抹掉.xlsx", bytes: workbook.bytes() } };
  },
  finds: { seal: "none", refs: ["F05"] },
};
