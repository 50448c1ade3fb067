import { check, type Checked } from "../../src/actions/check";
import { cellName, type Finding, type Grid, type Refusal, type Result } from "../../src/domain";
import { catalogue } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { META_SHEET, ROSTER_SHEET } from "../../src/sheets";
import { patchXlsx, readXlsx } from "../../src/workbook/xlsx";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { asChanges, blankForm, earlier, entries, type Entered, type Entry, type Sheet } from "../fill";
import { partsOf, workbookOf } from "../xlsx/parts-of";
import { LibreOffice, type OfficeEntry } from "./libreoffice";
import { filledByOpenpyxl } from "./openpyxl";
import { describeWith, foreign } from "./programs";

const SCHOOL = "湖北三峡职业技术学院";

/** Faults of many kinds on three sheets, with explanations that settle some. */
const FAULTS: readonly Sheet[] = [
  {
    values: { "02": 13, "06": "2000万", "07": null, "10": 1.5, "20": 190, "29": 0, "31": -1 },
    texts: { partners: "示例光电股份有限公司" },
    explanations: { "29": "本期技术服务均为公益项目，未收取费用", "08": "已核实" },
  },
  { values: { "08": 0, "09": 0, "21": 0, "20": 126, "24": 0, "05": "１２" }, texts: { practice: null } },
  { values: { "28": 9, "29": 0.27, "19": 12.55 }, texts: { leader: "部".repeat(61) } },
];
/** The earlier values differ here and there: explained, nothing is left to correct. */
const CLEAN: readonly Sheet[] = [
  { explanations: { "16": "原有创新中心一家到期，未再认定", "30": "新增两家企业委托的职工轮训", "32": "新建大师工作室三个，已挂牌" } },
  {},
  { explanations: { "12": "一家产业学院不再为省级", "18": "新聘企业技术骨干十一人任教" } },
];
const COVER_FAULTS: Readonly<Record<string, Entered>> = { phone: "电话", email: "zhangsan", date: { day: "2026-06-01" }, head: null };

const FILLED: readonly (readonly [name: string, Entry[]])[] = [
  ["a clean form", entries(SCHOOL, CLEAN)],
  ["a form full of faults", entries(SCHOOL, FAULTS, COVER_FAULTS)],
];

/** As issued, with values of earlier forms to compare with. */
const blank = (): Uint8Array =>
  blankForm(SCHOOL, { previous: earlier(SCHOOL, [{ "16": 3, "30": 300, "32": 0 }, {}, { "12": 2, "18": 10 }]) });

const typed = (filled: readonly Entry[]): OfficeEntry[] =>
  filled.map(({ at, value }) => [at, typeof value === "object" && value !== null ? { typed: value.day } : value]);

function must<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

const checked = async (bytes: Uint8Array): Promise<Result<Checked, Refusal>> => check(openXlsx(bytes), catalogue, { locale: zhCN });
const findings = async (bytes: Uint8Array): Promise<readonly Finding[]> => must(await checked(bytes)).findings;
const patched = (bytes: Uint8Array, filled: readonly Entry[]): Uint8Array => must(patchXlsx(bytes, asChanges(filled)));
const inJson = (found: readonly Finding[]): unknown => JSON.parse(JSON.stringify(found));

/** What has to survive a foreign program, beside the values. */
function carried(bytes: Uint8Array): unknown {
  const grid: Grid = must(readXlsx(bytes));
  const cells = (name: string): unknown =>
    [...grid.sheets.find((sheet) => sheet.name === name)!.cells].map(([key, { value }]) => [key, value]);
  return {
    // LibreOffice knows one kind of hidden.
    sheets: grid.sheets.map(({ name, state }) => [name, state !== "visible"]),
    meta: cells(META_SHEET),
    lists: cells(ROSTER_SHEET),
    validated: grid.sheets.map(({ validations }) =>
      validations.flatMap(({ type, areas }) => areas.map((area) => `${type} ${area.top},${area.left}`)).sort(),
    ),
    protected: grid.sheets.map((sheet) => sheet.protected),
  };
}

/** The same workbook with a part that another program left in it (ECMA-376 part 1, 15.2.4). */
function withCustomXml(bytes: Uint8Array): Uint8Array {
  const parts = partsOf(bytes);
  const relation = (type: string, target: string): string =>
    `<Relationship Id="custom" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const properties = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
  parts.set("_rels/.rels", parts.get("_rels/.rels")!.replace("</Relationships>", relation("customXml", "customXml/item1.xml")));
  parts.set(
    "[Content_Types].xml",
    parts
      .get("[Content_Types].xml")!
      .replace("</Types>", `<Override PartName="/customXml/itemProps1.xml" ContentType="${properties}"/></Types>`),
  );
  parts.set("customXml/item1.xml", '<a xmlns="urn:example"/>');
  parts.set(
    "customXml/itemProps1.xml",
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{CF8F2A37-3F1C-4E2B-9D4C-0C5C4A1B2C3D}"/>',
  );
  const relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
  parts.set("customXml/_rels/item1.xml.rels", relations + relation("customXmlProps", "itemProps1.xml"));
  return workbookOf(parts);
}

let office: LibreOffice;
beforeAll(async () => {
  if (foreign("libreoffice")) office = await LibreOffice.start();
}, 150_000);
afterAll(() => office?.end(), 60_000);

describeWith(["libreoffice"], "A form that LibreOffice filled", () => {
  const throughOffice = async (bytes: Uint8Array): Promise<Uint8Array> => {
    await office.open(bytes);
    return office.saved();
  };

  test.each(FILLED)(
    "gives the findings of the same form filled by our patcher: %s",
    async (_name, filled) => {
      const issued = blank();
      await office.open(issued);
      await office.set(typed(filled));
      const saved = await office.saved();
      expect(inJson(await findings(saved))).toEqual(inJson(await findings(patched(issued, filled))));
      expect(carried(saved)).toEqual(carried(issued));
    },
    60_000,
  );

  test("is clean where nothing is wrong with it, and not where something is", async () => {
    const [clean, faulty] = FILLED.map(([, filled]) => patched(blank(), filled));
    expect((await findings(clean!)).map(({ ref, state }) => `${ref} ${state}`)).toEqual([
      "B01 explained",
      "B02 explained",
      "B07 explained",
      "B01 explained",
      "B02 explained",
    ]);
    const refs = new Set((await findings(faulty!)).map(({ ref }) => ref));
    expect([...refs].sort().join(" ")).toBe("A01 A02 A06 A08 A10 A11 A14 B01 B02 B03 B04 B07 B08 B10 F01");
  });

  test.each(FILLED)(
    "says nothing new after being opened and saved untouched: %s",
    async (_name, filled) => {
      const before = patched(blank(), filled);
      const after = await throughOffice(before);
      expect(inJson(await findings(after))).toEqual(inJson(await findings(before)));
      expect(carried(after)).toEqual(carried(before));
    },
    60_000,
  );

  test("is read where it holds the XML of another program, which leads above the root once it is saved", async () => {
    const before = patched(blank(), FILLED[1]![1]);
    await office.open(withCustomXml(before));
    const saved = await office.saved();
    expect(partsOf(saved).get("_rels/.rels")).toContain('Target="../customXml/');
    expect(inJson(await findings(saved))).toEqual(inJson(await findings(before)));
  }, 60_000);

  test("survives being saved five times over", async () => {
    const before = patched(blank(), FILLED[1]![1]);
    let bytes = before;
    for (let i = 0; i < 5; i++) bytes = await throughOffice(bytes);
    expect(inJson(await findings(bytes))).toEqual(inJson(await findings(before)));
    expect(carried(bytes)).toEqual(carried(before));
  }, 120_000);

  /** The same findings at the places to which a change moved them. */
  const moved = (
    found: readonly Finding[],
    sheet: string,
    to: string,
    rows: (row: number) => number,
    columns: (column: number) => number,
  ): string[] =>
    found.map(
      ({ ref, message, at }) =>
        `${ref} ${message} ${at.sheet === sheet ? cellName({ sheet: to, row: rows(at.row), column: columns(at.column) }) : cellName(at)}`,
    );
  const same = (value: number): number => value;

  test.each([
    ["a renamed sheet", "电子信息", same, same, (o: LibreOffice) => o.rename("表2", "电子信息")],
    ["a row inserted above the table", "表2", (row: number) => row + 1, same, (o: LibreOffice) => o.insertRows("表2", 0, 1)],
    [
      "a row inserted within the table",
      "表2",
      (row: number) => (row >= 20 ? row + 1 : row),
      same,
      (o: LibreOffice) => o.insertRows("表2", 20, 1),
    ],
    ["a column inserted before the table", "表2", same, (column: number) => column + 1, (o: LibreOffice) => o.insertColumns("表2", 0, 1)],
    [
      "a column inserted within the table",
      "表2",
      same,
      (column: number) => (column >= 5 ? column + 1 : column),
      (o: LibreOffice) => o.insertColumns("表2", 5, 1),
    ],
  ] as const)(
    "is still read rightly after %s",
    async (_name, to, rows, columns, change) => {
      const before = patched(blank(), FILLED[1]![1]);
      await office.open(before);
      await office.unprotect("表2");
      await change(office);
      const after = await checked(await office.saved());
      expect(moved(must(after).findings, "", "", same, same).sort()).toEqual(
        moved(await findings(before), "表2", to, rows, columns).sort(),
      );
    },
    60_000,
  );

  test("is refused with a place where a row of the form was deleted", async () => {
    await office.open(patched(blank(), FILLED[0]![1]));
    await office.unprotect("表2");
    await office.deleteRows("表2", 20, 1);
    const after = await checked(await office.saved());
    expect(after).toMatchObject({ ok: false, error: { code: "structure-changed", where: "表2", missing: "代码 12" } });
  }, 60_000);
});

describeWith(["openpyxl"], "A form that openpyxl filled", () => {
  test.each(FILLED)(
    "gives the findings of the same form filled by our patcher: %s",
    async (_name, filled) => {
      const issued = blank();
      const saved = filledByOpenpyxl(issued, filled);
      expect(inJson(await findings(saved))).toEqual(inJson(await findings(patched(issued, filled))));
      expect(carried(saved)).toEqual(carried(issued));
    },
    60_000,
  );

  test("says nothing new after being loaded and saved untouched", async () => {
    const before = patched(blank(), FILLED[1]![1]);
    const after = filledByOpenpyxl(before, []);
    expect(inJson(await findings(after))).toEqual(inJson(await findings(before)));
    expect(carried(after)).toEqual(carried(before));
  }, 60_000);
});

describeWith(["libreoffice", "openpyxl"], "A form that went through both programs", () => {
  test("gives the findings of the same form filled by our patcher", async () => {
    const [, filled] = FILLED[1]!;
    const issued = blank();
    await office.open(filledByOpenpyxl(issued, filled.slice(0, 60)));
    await office.set(typed(filled.slice(60)));
    expect(inJson(await findings(filledByOpenpyxl(await office.saved(), [])))).toEqual(inJson(await findings(patched(issued, filled))));
  }, 60_000);
});
