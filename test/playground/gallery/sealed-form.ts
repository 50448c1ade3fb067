import { sealed, type Situation } from "./situation";

export const sealedForm: Situation = {
  id: "sealed",
  title: { "zh-CN": "已封签", "en-US": "Sealed" },
  says: {
    "zh-CN": "填好、查过、封好的表，可以直接生成报送文件。",
    "en-US": "Filled in, checked and sealed: ready to be sent.",
  },
  async make() {
    const { workbook, fileName } = await sealed();
    return { book: { name: fileName, bytes: workbook.bytes() } };
  },
  finds: { seal: "sealed", refs: [] },
};
