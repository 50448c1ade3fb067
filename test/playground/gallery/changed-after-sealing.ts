import { programmePlaces, valueAt } from "../../../src/sheets/places";
import { catalogue, sealed, type Situation } from "./situation";

export const changedAfterSealing: Situation = {
  id: "changed-after-sealing",
  title: { "zh-CN": "封签后又改", "en-US": "Changed after sealing" },
  says: {
    "zh-CN": "封签之后有人把 31 项由 14 改成了 15：数字本身没错，校验码对不上了。",
    "en-US": "After the seal somebody made 15 of the 14 of item 31: no wrong number, but the code no longer holds.",
  },
  async make() {
    const { workbook, fileName } = await sealed();
    await workbook.write([{ kind: "value", ...valueAt(programmePlaces(catalogue.form, "表1"), "31"), value: 15 }]);
    return { book: { name: fileName, bytes: workbook.bytes() } };
  },
  finds: { seal: "changed", refs: [] },
};
