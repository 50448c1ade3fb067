import { check, type Checked } from "../../src/actions/check";
import type { Grid } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { readXlsx } from "../../src/workbook/xlsx";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { filledForm } from "../cli/folder";
import { sealed } from "../province/forms";
import { catalogue } from "../sheets/plans";
import { savedByGnumeric } from "./gnumeric";
import { LibreOffice } from "./libreoffice";
import { filledByOpenpyxl } from "./openpyxl";
import { describeWith, foreign, type Program } from "./programs";

const SCHOOL = "湖北三峡职业技术学院";
let office: LibreOffice;
const forms = new Map<string, Uint8Array>();

beforeAll(async () => {
  if (foreign("libreoffice")) office = await LibreOffice.start();
  const explained = { values: { "29": 0 }, explanations: { "29": "本期技术服务均为公益项目，未收取费用" } };
  const faulty = {
    values: { "02": 13, "06": "2000万", "20": 190, "31": -1, "26": null, "05": "１２" },
    texts: { practice: null, leader: "部".repeat(61), partners: "=示例公司" },
    explanations: { "20": "已核实" },
  };
  forms.set("sealed and clean", await sealed(await filledForm([], {}, [], 2, SCHOOL)));
  forms.set("sealed and explained", await sealed(await filledForm([explained], {}, [], 2, SCHOOL)));
  forms.set("full of faults", await filledForm([faulty], { phone: "电话", email: "zhangsan" }, [], 2, SCHOOL));
}, 150_000);
afterAll(() => office?.end(), 60_000);

type Save = (bytes: Uint8Array) => Promise<Uint8Array>;
const byLibreOffice: Save = async (bytes) => {
  await office.open(bytes);
  return office.saved();
};
const byOpenpyxl: Save = async (bytes) => filledByOpenpyxl(bytes, []);
const byGnumeric: Save = async (bytes) => savedByGnumeric(bytes);

/** What is told of a form, to the letter. */
async function told(bytes: Uint8Array): Promise<unknown> {
  const checked = await check(openXlsx(bytes), catalogue, { locale: zhCN });
  if (!checked.ok) return checked.error;
  const { findings, seal, code, status }: Checked = checked.value;
  return JSON.parse(JSON.stringify({ findings, seal, code, status }));
}

/** What holds a form together beside its values. */
function kept(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const grid = readXlsx(bytes);
  if (!grid.ok) throw new Error(grid.error.detail);
  const { sheets, names }: Grid = grid.value;
  const places = sheets.map(({ validations }) =>
    validations.flatMap(({ type, areas }) => areas.map(({ top, left }) => `${type} ${top},${left}`)).sort(),
  );
  return {
    validations: places,
    protection: sheets.map((sheet) => sheet.protected),
    hidden: sheets.map(({ state }) => state !== "visible"),
    veryHidden: sheets.map(({ state }) => state === "veryHidden"),
    names: names.map(({ name }) => name).sort(),
  };
}

/**
 * Programs that people save forms with, and what each really loses of a form; measured with LibreOffice 7.4.7, openpyxl 3.0.9 and
 * Gnumeric 1.12.55. What LibreOffice calls hidden a
 * user can show; Gnumeric shows hidden sheets, and writes print titles under another name. Nothing of that is a finding: what a form says,
 * its validations and its seal survive.
 */
const SAVES: readonly (readonly [name: string, programs: readonly Program[], save: Save, lost: readonly string[]])[] = [
  ["LibreOffice", ["libreoffice"], byLibreOffice, ["veryHidden"]],
  ["openpyxl", ["openpyxl"], byOpenpyxl, []],
  ["Gnumeric", ["gnumeric"], byGnumeric, ["hidden", "veryHidden", "names"]],
  [
    "one after the other",
    ["libreoffice", "openpyxl", "gnumeric"],
    async (bytes) => byLibreOffice(await byGnumeric(await byOpenpyxl(bytes))),
    ["hidden", "veryHidden", "names"],
  ],
];

describe.each(SAVES)("saved again by %s", (name, programs, save, lost) => {
  describeWith(programs, `a form saved again by ${name}`, () => {
    test.each(["sealed and clean", "sealed and explained", "full of faults"])(
      "%s: the same findings, the same seal, and no more lost than is known",
      async (kind) => {
        const before = forms.get(kind)!;
        const after = await save(before);
        expect(await told(after)).toEqual(await told(before));
        const [was, is] = [kept(before), kept(after)];
        const gone = Object.keys(was).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
        // Another version may lose less.
        expect(gone.filter((key) => !lost.includes(key))).toEqual([]);
      },
      120_000,
    );
  });
});
