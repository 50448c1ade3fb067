import { consolidate, judgeFile, type JudgedFile } from "../../src/actions/consolidate";
import { enUS, zhCN } from "../../src/locales";
import { fixesOf } from "../../src/actions/fix";
import { check } from "../../src/actions/check";
import { coverAt, coverPlaces } from "../../src/sheets/places";
import { openXlsx } from "../../src/workbook/xlsx";
import { asChanges, blankForm, entries } from "../fill";
import { catalogue } from "../sheets/plans";

const SCHOOL = "荆州职业技术学院";
const PERIOD = { year: 2026, half: 2 } as const;

/** The form of a school, filled in, with another name on its cover. */
async function named(name: string): Promise<Uint8Array> {
  const workbook = openXlsx(blankForm(SCHOOL));
  await workbook.write(asChanges(entries(SCHOOL)));
  const { programmes } = (await read(workbook.bytes())).form.submission;
  const at = coverAt(coverPlaces(catalogue.form, programmes.length), "school");
  await workbook.write([{ kind: "value", ...at, value: name }]);
  return workbook.bytes();
}

async function read(bytes: Uint8Array) {
  const checked = await check(openXlsx(bytes), catalogue, { locale: zhCN });
  if (!checked.ok) throw new Error(checked.error.code);
  return checked.value;
}

async function judged(bytes: Uint8Array): Promise<JudgedFile> {
  return judgeFile({ arrival: { path: ["统计表.xlsx"] }, bytes }, { open: openXlsx, catalogue, locale: enUS });
}

test.each(["湖北科技职业学院", "示例职业学院", "黄冈职业技术学院"])(
  "figures under the name of %s count for nobody, and no repair makes them another school's",
  async (name) => {
    const bytes = await named(name);
    expect(fixesOf((await read(bytes)).findings).filter((fix) => fix.kind === "value" && fix.value === SCHOOL)).toEqual([]);
    const { files, lines, schools } = consolidate([await judged(bytes)], { period: PERIOD, catalogue, passedOver: [] });
    expect(files.map(({ fate }) => fate)).toMatchObject([{ kind: "refused", why: { code: "identity-unclear" } }]);
    expect(lines).toEqual([]);
    expect(schools.find(({ school }) => school === SCHOOL)?.state).not.toBe("received");
  },
);

test("a slip of the pen stays one: it is proposed, and the form counts for its school", async () => {
  const bytes = await named("荆州职业技术学完");
  expect(fixesOf((await read(bytes)).findings)).toContainEqual(expect.objectContaining({ value: SCHOOL }));
  const { files } = consolidate([await judged(bytes)], { period: PERIOD, catalogue, passedOver: [] });
  expect(files.map(({ fate }) => fate.kind)).toEqual(["used"]);
});
