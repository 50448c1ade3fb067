import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cellAt, type Catalogue } from "../../src/domain";
import { readSummary, SUMMARY_SHEETS } from "../../src/sheets/summary";
import { COLUMNS } from "../../src/sheets/summary/totals-places";
import { built, run, type Ran } from "../cli/built";
import { newFolder } from "../cli/folder";
import { gridOf } from "../definition/book/books";
import { filledByOpenpyxl } from "../foreign/openpyxl";
import { describeWith } from "../foreign/programs";
import type { Report } from "./forms";
import { catalogueOf, countedIn, entriesOf, expectedOf, FORMS, listed, typedBook, type ToldFinding } from "./made";

const BOOK = "表式簿.xlsx";
const [NOW, IN] = ["2026-S2", "来件"];

interface CheckedFiles {
  readonly files: readonly {
    readonly path: string;
    readonly form: { readonly id: string; readonly code: string; readonly from: string };
    readonly findings: readonly ToldFinding[];
  }[];
}

beforeAll(built, 300_000);

describeWith(["openpyxl"], "the command line goes by a form of another subject", () => {
  describe.each(Object.entries(FORMS))("%s", (_, other) => {
    const folder = newFolder();
    let catalogue: Catalogue;
    const bytesOf = (...path: readonly string[]): Uint8Array => new Uint8Array(readFileSync(join(folder, ...path)));
    const cli = (...args: readonly string[]): Ran => {
      const ran = run(folder, args);
      expect(ran.out + ran.err).not.toMatch(/undefined|程序出错/);
      return ran;
    };
    const pathOf = ({ school }: Pick<Report, "school">): string => join(IN, `${school}.xlsx`);
    const paths = other.reports.map(pathOf);

    /** Issues the forms of a period and fills some of them in. @returns where they are */
    function filledOf(period: string, to: string, reports: readonly Report[], previous: readonly string[] = []): string[] {
      const before = previous.length > 0 ? ["--previous", ...previous] : [];
      expect(cli("template", "--all", "--form", BOOK, "--period", period, ...before, "--out", `${to}-空白`)).toMatchObject({ status: 0 });
      mkdirSync(join(folder, to));
      const issued = readdirSync(join(folder, `${to}-空白`));
      expect(issued).toHaveLength(new Set(catalogue.roster.entries.map(({ school }) => school)).size);
      return reports.map((report) => {
        const path = join(to, `${report.school}.xlsx`);
        const blank = issued.find((name) => name.startsWith(report.school))!;
        writeFileSync(join(folder, path), filledByOpenpyxl(bytesOf(`${to}-空白`, blank), entriesOf(other, catalogue, report)));
        return path;
      });
    }

    beforeAll(() => {
      const book = typedBook(other);
      writeFileSync(join(folder, BOOK), book);
      catalogue = catalogueOf(book);
    }, 60_000);

    test("as its clerk types it", () => {
      const { status, out } = cli("form", "check", BOOK, "--format", "json");
      const { id, version } = catalogue.form;
      expect({ exit: status, ...(JSON.parse(out) as object) }).toMatchObject({
        ...{ exit: 0, status: "usable", counts: other.counts, form: { id, version, code: catalogue.code } },
      });
    });

    test("and finds in filled reports what is wrong with them, by what they carry as by what it is given", () => {
      const { schools = [], figures = {} } = other.earlier ?? {};
      const previous = Object.entries(figures).flatMap(([period, differing]) => {
        const reports = other.reports.filter(({ school }) => schools.includes(school));
        return filledOf(period, period, reports.map(({ school, sheets }) => ({ school, sheets: sheets.map(() => ({ figures: differing })), cover: { date: { day: period === "2026-S1" ? "2026-06-20" : "2025-12-20" } } }))); // prettier-ignore
      });
      filledOf(NOW, IN, other.reports, previous);
      const check = (...form: readonly string[]): CheckedFiles["files"] => {
        const { status, out } = cli("check", ...paths, ...form, "--format", "json");
        expect(status).toBe(1);
        return (JSON.parse(out) as CheckedFiles).files;
      };
      const carried = check();
      const found = Object.fromEntries(carried.map(({ path, findings }) => [path, listed(findings)]));
      expect(found).toEqual(Object.fromEntries(other.reports.map((report) => [pathOf(report), expectedOf(catalogue, report)])));
      const { id, version } = catalogue.form;
      for (const { form } of carried) expect(form).toEqual({ id, version, code: catalogue.code, from: "file" });
      const given = carried.map((file) => ({ ...file, form: { ...file.form, from: "given" } }));
      expect(check("--form", BOOK)).toEqual(given);
    });

    test("and seals one that is right, and adds up what came", () => {
      // What a school sends again, sealed, goes before what it sent at first.
      const [first, ...others] = other.reports;
      const right: Report = { school: first!.school, sheets: first!.sheets.map(() => ({})) };
      const blank = readdirSync(join(folder, `${IN}-空白`)).find((name) => name.startsWith(right.school))!;
      writeFileSync(join(folder, "改正.xlsx"), filledByOpenpyxl(bytesOf(`${IN}-空白`, blank), entriesOf(other, catalogue, right)));
      expect(cli("seal", "改正.xlsx", "--out", join(IN, "改正.xlsx"))).toMatchObject({ status: 0 });
      expect(cli("seal", paths[1]!, "--out", "不能封签.xlsx")).toMatchObject({ status: 1 });

      const all = ["consolidate", IN, "--period", NOW];
      const carried = cli(...all, "--format", "json");
      expect(carried.err).toContain(`收到的统计表不是程序自带的表式，已按来件所带的表式“${catalogue.form.title}”`);
      const given = cli(...all, "--form", BOOK, "--format", "json");
      expect([carried.status, given.status]).toEqual([1, 1]);
      // It says of itself by whose form it is made, and nothing else differs.
      expect(carried.out.replace(/,\s*"carried": true/, "")).toBe(given.out);
      const { files, details } = JSON.parse(given.out) as {
        readonly files: readonly { readonly path: readonly string[]; readonly fate: string }[];
        readonly details: readonly { readonly indicator: string; readonly value?: number }[];
      };
      const fates = files.map(({ path, fate }) => [path.join("/"), fate]);
      const fateOf = (path: string): string => (path === paths[0] ? "superseded" : "used");
      expect(Object.fromEntries(fates)).toEqual(
        Object.fromEntries([[`${IN}/改正.xlsx`, "used"], ...paths.map((path) => [path.replaceAll("\\", "/"), fateOf(path)])]),
      );

      // Every figure that its indicator can have counts, and no other.
      const lines = [right, ...others].flatMap((report) => countedIn(other, catalogue, report));
      const totals = catalogue.form.indicators.map(
        ({ code, type }) => [code, Number(lines.reduce((sum, { [code]: value = 0 }) => sum + value, 0).toFixed(type.decimals))] as const,
      );
      const summed = (code: string, values: readonly { readonly indicator: string; readonly value?: number }[]): number => {
        const { decimals } = catalogue.form.indicators.find((one) => one.code === code)!.type;
        return Number(values.reduce((sum, { indicator, value = 0 }) => (indicator === code ? sum + value : sum), 0).toFixed(decimals));
      };
      expect(totals.map(([code]) => [code, summed(code, details)])).toEqual(totals);

      for (const form of [[], ["--form", BOOK]]) {
        const out = `汇总${form.length}.xlsx`;
        expect(cli(...all, ...form, "--out", out)).toMatchObject({ status: 1 });
        const grid = gridOf(bytesOf(out));
        const read = readSummary(grid, catalogue.form);
        if (!read.ok) throw new Error(read.error.code);
        const values = read.value.lines.flatMap((line) =>
          Object.entries(line.values).map(([indicator, value]) => ({ indicator, ...(value === undefined ? {} : { value }) })),
        );
        expect(totals.map(([code]) => [code, summed(code, values)])).toEqual(totals);
        const sheet = grid.sheets.find(({ name }) => name === SUMMARY_SHEETS.totals)!;
        const rows = Array.from({ length: 200 }, (__, row) => (column: number) => cellAt(sheet, { row, column })?.value);
        const printed = rows.flatMap((at) => (totals.some(([code]) => code === at(COLUMNS.code)) ? [[at(COLUMNS.code), at(COLUMNS.total)]] : [])); // prettier-ignore
        expect(printed).toEqual(totals);
      }
    });
  });
});
