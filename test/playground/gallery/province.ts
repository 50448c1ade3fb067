import { programmePlaces, valueAt } from "../../../src/sheets/places";
import { roster } from "../../../src/forms";
import { catalogue, filled, sealed, type NamedFile, type Situation } from "./situation";

/** So many schools have sent something. */
const SCHOOLS = 8;

/** Numbers that differ from school to school, and still agree with each other. */
function valuesOf(index: number): Readonly<Record<string, number>> {
  const [order, apprentices, other] = [40 + index * 7, 30 + index * 5, 60 + index * 9];
  return {
    "01": 10 + index,
    "08": 12 + index,
    "20": order + apprentices + other,
    "21": order,
    "22": apprentices,
    "23": other,
    "30": 900 + index * 130,
  };
}

export const province: Situation = {
  id: "province",
  title: { "zh-CN": "一批学校的报表（审核人）", "en-US": "A province, for the reviewer" },
  says: {
    "zh-CN": "八所学校报来的表就在手边：一份没封签、一份封签后改过，还有一份不是统计表。",
    "en-US": "Eight schools have sent their forms: one not sealed, one changed after sealing, and one file that is no form at all.",
  },
  async make() {
    const schools = [...new Set(roster.entries.map(({ school }) => school))].slice(0, SCHOOLS);
    const files: NamedFile[] = [];
    for (const [index, school] of schools.entries()) {
      const filling = { school, sheets: [{ values: valuesOf(index) }] };
      if (index === 2) {
        files.push({ name: `${school}-未封签.xlsx`, bytes: (await filled({ ...filling, sheets: [{ values: { "20": 1 } }] })).bytes() });
        continue;
      }
      const { workbook, fileName } = await sealed(filling);
      if (index === 5) await workbook.write([{ kind: "value", ...valueAt(programmePlaces(catalogue.form, "表1"), "31"), value: 15 }]);
      files.push({ name: fileName, bytes: workbook.bytes() });
    }
    files.push({ name: "会议通知.xlsx", bytes: new TextEncoder().encode("这不是工作簿") });
    return { files };
  },
};
