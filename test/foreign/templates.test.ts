import { execFileSync } from "node:child_process";
import { areaAddress, type CellRef } from "../../src/domain";
import { form, roster } from "../../src/forms";
import { schools } from "../../src/domain";
import { coverAt, coverPlaces, explanationAt, lineAt, programmePlaces, textAt, valueAt } from "../../src/sheets/places";
import { blankForm, sheetsOf } from "../fill";
import { LibreOffice } from "./libreoffice";
import { describeWith, foreign } from "./programs";

/** Every cell that a clerk fills in, by sheet. */
function inputsOf(school: string): Map<string, CellRef[]> {
  const names = sheetsOf(school);
  const cover = coverPlaces(form, names.length);
  const inputs = new Map<string, CellRef[]>([
    [cover.sheet, ["school", "period", ...form.cover.map(({ id }) => id)].map((id) => coverAt(cover, id))],
  ]);
  for (const name of names) {
    const places = programmePlaces(form, name);
    const codes = form.indicators.map(({ code }) => code);
    const texts = form.texts.flatMap(({ id }) => {
      const at = textAt(places, id);
      // A merged input cell is open as a whole, or programs call it locked.
      return Array.from({ length: places.columns.explanation - at.column }, (_, i) => ({ ...at, column: at.column + i }));
    });
    inputs.set(name, [
      ...(["category", "cluster", "programme"] as const).map((part) => lineAt(places, part)),
      ...codes.map((code) => valueAt(places, code)),
      ...["line", ...codes].map((row) => explanationAt(places, row)),
      ...texts,
    ]);
  }
  return inputs;
}

const place = ({ row, column }: { row: number; column: number }): string => `${String(row).padStart(3, "0")},${column}`;

describeWith(["libreoffice", "poppler"], "LibreOffice opens the issued form", () => {
  let office: LibreOffice;
  beforeAll(async () => {
    office = await LibreOffice.start();
  }, 150_000);
  afterAll(() => office?.end(), 60_000);

  test.each(schools(roster))(
    "of %s with its sheets, hidden lists, protection and print set-up",
    async (school) => {
      await office.open(blankForm(school));
      const programmes = sheetsOf(school);
      const sheets = await office.sheets();
      expect(sheets.map(({ name, visible }) => [name, visible])).toEqual([
        ["封面", true],
        ...programmes.map((name) => [name, true]),
        ["_名录", false],
        ["_表式", false],
        ["_meta", false],
      ]);

      const names = await office.names();
      expect(names.filter((name) => !/!_xlnm\.Print_(Area|Titles)$/.test(name))).toEqual([]);

      const inputs = inputsOf(school);
      for (const sheet of sheets.filter(({ visible }) => visible)) {
        expect(sheet.protected).toBe(true);
        const open = (await office.unlocked(sheet.name)).map(([row, column]) => place({ row, column }));
        expect(open).toEqual(inputs.get(sheet.name)!.map(place).sort());
      }

      const last = { cover: coverPlaces(form, programmes.length), texts: [...programmePlaces(form, "").texts.values()] };
      const [cover, ...tables] = sheets;
      expect(cover!.titleRows).toEqual([0, 1]);
      expect(cover!.printAreas).toHaveLength(1);
      expect(cover!.printAreas[0]).toMatch(/^A1:G\d+$/);
      for (const table of tables.filter(({ visible }) => visible)) {
        expect(table.titleRows).toEqual([7, 8]);
        expect(table.printAreas).toEqual([areaAddress({ top: 0, left: 0, bottom: Math.max(...last.texts) + 1, right: 7 })]);
      }

      const pages = execFileSync(foreign("poppler")!.pdfinfo, [await office.pdf()], { encoding: "utf8" });
      expect(/^Pages:\s+(\d+)$/m.exec(pages)?.[1]).toBe(String(1 + programmes.length));
      expect(pages).toMatch(/^Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)$/m);
    },
    60_000,
  );
});
