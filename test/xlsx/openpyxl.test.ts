import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { describeWith, python } from "../foreign/programs";
import { gridOf } from "./grid-of";
import { richPlan } from "./rich-plan";

/** Tells what openpyxl sees in a file, and saves it again the way openpyxl writes. */
const SCRIPT = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cached = openpyxl.load_workbook(sys.argv[1], data_only=True)
def link(cell):
    h = cell.hyperlink
    return None if h is None else [h.location or h.target, h.tooltip]
def sheet(s):
    return {
        "name": s.title, "state": s.sheet_state, "merges": sorted(str(m) for m in s.merged_cells.ranges),
        "validations": [[d.type, d.operator, d.formula1, d.formula2, str(d.sqref), d.prompt, d.error, d.errorStyle, bool(d.allow_blank)] for d in s.data_validations.dataValidation],
        "protected": s.protection.sheet, "sortAllowed": not s.protection.sort, "titles": s.print_title_rows, "area": s.print_area,
        "links": [link(c) for row in s.iter_rows() for c in row if c.hyperlink], "tables": sorted(s.tables), "charts": len(s._charts),
        "freeze": s.freeze_panes, "filter": s.auto_filter.ref, "widths": s.column_dimensions["A"].width, "height": s.row_dimensions[1].height,
        "fit": s.sheet_properties.pageSetUpPr.fitToPage if s.sheet_properties.pageSetUpPr else False, "paper": s.page_setup.paperSize,
        "conditional": [[str(r.sqref), rule.formula, rule.stopIfTrue] for r in s.conditional_formatting for rule in r.rules],
        "grid": s.sheet_view.showGridLines, "zoom": s.sheet_view.zoomScale, "footer": s.oddFooter.center.text,
    }
main = book["汇总"]
print(json.dumps({
    "sheets": [sheet(s) for s in book], "title": book.properties.title, "locked": book.security.lockStructure, "active": book.active.title,
    "names": sorted(book.defined_names) if hasattr(book.defined_names, "keys") else sorted(n.name for n in book.defined_names.definedName),
    "text": book["_名 录"]["A2"].value, "type": book["_名 录"]["A2"].data_type, "spaces": book["_名 录"]["A3"].value,
    "formula": main["B5"].value, "cached": [cached["汇总"][a].value for a in ("B5", "C5", "D5", "E5")], "date": main["B6"].is_date,
    "font": [main["A1"].font.name, main["A1"].font.sz, main["A1"].font.b], "fill": main["A1"].fill.fgColor.rgb,
    "format": main["B3"].number_format, "open": not main["B3"].protection.locked, "closed": main["A3"].protection.locked,
}))
book.save(sys.argv[2])
`;

describeWith(["openpyxl"], "openpyxl", () => {
  const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
  const [file, saved] = [join(folder, "rich.xlsx"), join(folder, "saved.xlsx")];
  let seen: Record<string, unknown> & { sheets: Record<string, unknown>[] };

  beforeAll(() => {
    writeFileSync(file, writeXlsx(richPlan));
    seen = JSON.parse(python(["-c", SCRIPT, file, saved])) as typeof seen;
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("sees the sheets as they were planned", () => {
    expect(seen.sheets.map(({ name, state }) => [name, state])).toEqual(richPlan.sheets.map(({ name, state }) => [name, state]));
    expect(seen.sheets[1]).toMatchObject({
      merges: ["A1:E1", "E7:E9"],
      validations: [
        ["decimal", null, "-10", "100", "B3:B4", "整数\n或小数", '请填 "-10" 到 100\n之间的数', null, true],
        ["list", null, "'_名 录'!$A$1:$A$3", null, "A3 A4", null, null, "warning", false],
        ["date", "greaterThanOrEqual", "45000", null, "B6", null, null, "information", true],
      ],
      protected: true,
      sortAllowed: true,
      titles: "$1:$2",
      area: expect.arrayContaining(["$A$1:$E$41"]) as unknown,
      links: [
        ["'_名 录'!A1", "看名录"],
        ["https://example.org/%E5%AD%A6%E6%A0%A1?a=1&b=2", null],
      ],
      charts: 4,
      freeze: "B3",
      filter: "A2:C5",
      widths: 20,
      height: 30,
      fit: true,
      paper: 8,
      conditional: [
        ["B3:B4", ["B3<0"], true],
        ["A3:A4", ['A3=""'], null],
      ],
      grid: false,
      zoom: 90,
      footer: "&P/&N",
    });
    expect(seen.sheets[2]).toMatchObject({ tables: ["明细表"], titles: "$1:$1", charts: 0, protected: false });
  });

  test("sees values, styles and properties as they were planned", () => {
    expect(seen).toMatchObject({
      title: richPlan.title,
      locked: true,
      active: "汇总",
      text: "=1+1",
      spaces: " 前后空格 \n第二行\t制表",
      formula: "=SUM(B3:B4)",
      cached: [4.75, "共 2 所 <校>", false, "#DIV/0!"],
      date: true,
      font: ["黑体", 16, true],
      fill: "FFDDEBF7",
      format: "#,##0",
      open: true,
      closed: true,
    });
    expect(seen["names"]).toContain("学校");
  });

  test("writes a file that reads the same, but for the results it does not keep", () => {
    // It takes _xHHHH_ for plain text when it reads and writes, so that one text is left out.
    const result = readXlsx(new Uint8Array(readFileSync(saved)));
    if (!result.ok) throw new Error(result.error.detail);
    const expected = gridOf(richPlan);
    for (const [index, sheet] of result.value.sheets.entries()) {
      const planned = expected.sheets[index]!;
      expect({ ...sheet, cells: null }).toEqual({ ...planned, cells: null });
      for (const [key, cell] of planned.cells) {
        if (typeof cell.value === "string" && cell.value.includes("_x")) continue;
        expect(sheet.cells.get(key)).toEqual(cell.formula === undefined ? cell : { value: null, formula: cell.formula });
      }
    }
  });
});
