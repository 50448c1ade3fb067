import type { Change, CellValue } from "../src/domain";
import { issue } from "../src/actions/issue";
import { catalogue, form } from "../src/forms";
import { zhCN } from "../src/locales";
import { coverAt, coverPlaces, programmePlaces, programmeSheetName, textAt, valueAt } from "../src/sheets/places";
import { patchXlsx, writeXlsx } from "../src/workbook/xlsx";

export { catalogue };

const SCHOOL = "武汉职业技术学院";

/** A form of a school with three programmes as it is issued. */
export function blankForm(): Uint8Array {
  return writeXlsx(issue(catalogue, SCHOOL, { year: 2026, half: 2 }, [], zhCN).plan);
}

/** A filled form of a school with three programmes; `seed` varies its numbers. Sample data. */
export function filledForm(seed: number): Uint8Array {
  const changes: Change[] = [];
  const put = (at: { sheet: string; row: number; column: number }, value: CellValue): void => {
    changes.push({ kind: "value", ...at, value });
  };
  const cover = coverPlaces(form, 3);
  const contact: Record<string, CellValue> = {
    head: "张三",
    filler: "李四",
    phone: "027-00000000",
    email: "zhangsan@example.edu.cn",
    date: 46376,
  };
  for (const [id, value] of Object.entries(contact)) put(coverAt(cover, id), value);
  for (let sheet = 0; sheet < 3; sheet++) {
    const places = programmePlaces(form, programmeSheetName(form, sheet));
    form.indicators.forEach(({ code }, index) => put(valueAt(places, code), ((seed * 7 + index * 13 + sheet * 5) % 90) + 1));
    for (const item of form.texts) put(textAt(places, item.id), "围绕产业集群开展校企合作，".repeat(4));
  }
  const patched = patchXlsx(blankForm(), changes);
  if (!patched.ok) throw new Error(patched.error.detail);
  return patched.value;
}
