import { definitionBook } from "../../../src/definition/book";
import { catalogue as annex2 } from "../../../src/forms";
import { savedByGnumeric } from "../../foreign/gnumeric";
import { LibreOffice } from "../../foreign/libreoffice";
import { filledByOpenpyxl } from "../../foreign/openpyxl";
import { describeWith } from "../../foreign/programs";
import { farms } from "../../second-form/farms";
import { bookOf, checkedBook, told } from "./books";

const FORMS = [
  { name: "annex 2", catalogue: annex2 },
  { name: "the second form", catalogue: farms },
];

test.each(FORMS)("$name as a workbook is read as what it was, and written again as the same bytes", ({ catalogue }) => {
  const bytes = bookOf(catalogue);
  const checked = checkedBook(bytes);
  expect(checked.problems).toEqual([]);
  expect(checked.catalogue).toEqual(catalogue);
  expect(Buffer.from(bookOf(checked.catalogue!)).equals(Buffer.from(bytes))).toBe(true);
});

/** Characters of the default font that stand on an inch, as LibreOffice prints them. */
const PER_INCH = 11.3;

test.each(FORMS)(
  "$name is printed large enough to be read, on paper that the wider sheets ask for, with its headings on each page",
  ({ catalogue }) => {
    for (const { name, state, columnWidths = [], page } of definitionBook(catalogue, []).sheets) {
      if (state !== "visible") continue;
      const { left, right } = page!.margins!;
      const inches = { 8: 16.54, 9: 11.69 }[page!.paper]! - left - right;
      const scale = Math.min(1, (inches * PER_INCH) / columnWidths.reduce((a, b) => a + b, 0));
      expect([name, page!.landscape, page!.titleRows, page!.header, scale >= 0.79]).toEqual([name, true, [0, 0], `&C${name}`, true]);
    }
  },
);

describeWith(["openpyxl"], "a definition saved again by openpyxl", () => {
  test.each(FORMS)("$name is what it was", ({ catalogue }) => {
    expect(checkedBook(filledByOpenpyxl(bookOf(catalogue), []))).toMatchObject({ catalogue, problems: [] });
  });
});

describeWith(["gnumeric"], "a definition saved again by Gnumeric", () => {
  test.each(FORMS)("$name is what it was", ({ catalogue }) => {
    // Gnumeric shows hidden sheets: that of the choices is known by its name.
    expect(checkedBook(savedByGnumeric(bookOf(catalogue)))).toMatchObject({ catalogue, problems: [] });
  });
});

describeWith(["libreoffice"], "a definition saved again by LibreOffice", () => {
  let office: LibreOffice;
  beforeAll(async () => {
    office = await LibreOffice.start();
  }, 150_000);
  afterAll(() => office.end(), 60_000);

  test.each(FORMS)("$name is what it was", async ({ catalogue }) => {
    await office.open(bookOf(catalogue));
    expect(checkedBook(await office.saved())).toMatchObject({ catalogue, problems: [] });
  });

  test("what is typed into rows that are ready for it stays what was typed: zeros at the beginning, what looks like a day or a formula", async () => {
    await office.open(bookOf(annex2));
    const typed = ["00", "创新创业与文化", "示例指标", "人", "0", "时点", "", "示例第一条"];
    for (const [column, text] of typed.entries()) if (text !== "") await office.type({ sheet: "指标", row: 33, column }, text);
    await office.type({ sheet: "基本信息", row: 16, column: 1 }, "2029-12-31");
    await office.type({ sheet: "审核关系", row: 6, column: 3 }, "=20+21");
    const { problems, form } = checkedBook(await office.saved());
    expect(told(problems)).toEqual(["审核关系!D7 relation-unexpected"]);
    expect(form).toEqual({ id: "annex2", version: 1 });
    await office.type({ sheet: "审核关系", row: 6, column: 3 }, "20 = 21 + 22 + 23 + 00");
    const { catalogue, problems: left } = checkedBook(await office.saved());
    expect(left).toEqual([]);
    expect(catalogue!.form.indicators[32]).toMatchObject({ code: "00", type: { decimals: 0 }, measure: "stock" });
    expect(catalogue!.form.slots.validUntil).toBe("2029-12-31");
    const A06 = catalogue!.ruleset.settings.find(({ ref }) => ref === "A06");
    expect(A06).toMatchObject({ rule: "parts-sum-to-total", options: { relation: "20 = 21 + 22 + 23 + 00" } });
  }, 120_000);

  test("cells offer what belongs there, and every text that is written stands whole in its row", async () => {
    await office.open(bookOf(annex2));
    expect(await office.offered({ sheet: "指标", row: 40, column: 6 })).toEqual(annex2.form.indicators.map(({ code }) => code));
    expect(await office.validation({ sheet: "指标", row: 5, column: 5 })).toMatchObject({ type: "LIST", formula1: '"时点";"时期"' });
    expect(await office.offered({ sheet: "指标", row: 5, column: 3 })).toContain("万元");
    expect(await office.offered({ sheet: "审核关系", row: 5, column: 2 })).toContain("关系式");
    for (const { name, visible } of await office.sheets()) if (visible) expect([name, await office.misfits(name)]).toEqual([name, []]);
    expect(await office.invalid("指标")).toEqual([]);
  }, 120_000);
});
