import * as fs from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describeWith, python } from "../foreign/programs";
import { coverItem, schools } from "../../src/domain";
import { readXlsx } from "../../src/workbook/xlsx";
import { letterIn } from "../consolidate/letter";
import { bookOf } from "../definition/book/books";
import { answered } from "../province/answered";
import { largeSummary, withRecord } from "../province/large-summary";
import { annex2 } from "../province/plot";
import { PERIODS, province, type Province } from "../province/province";
import { totalsOf, type Totals } from "../province/totals";
import { write } from "../province/write";
import { ANNEX2 } from "../second-form/farms";
import { farmsPlot } from "../second-form/plot";
import { built, run, type Ran } from "./built";
import { namesIn, newFolder } from "./folder";
import { difference } from "../difference";

interface Detail {
  readonly school: string;
  readonly cluster: string;
  readonly indicator: string;
  readonly value?: number;
  readonly file: readonly string[];
  readonly sheet: string;
  readonly cell: string;
  readonly seal: string;
}
interface Json {
  readonly files: readonly {
    readonly path: readonly string[];
    readonly fate: string;
    readonly why?: string;
    readonly by?: number;
    readonly difference?: { readonly cells: readonly { readonly item: string; readonly before: unknown; readonly after: unknown }[] };
    readonly refusal?: { readonly code: string };
    readonly seal?: { readonly state: string };
  }[];
  readonly schools: readonly { readonly school: string; readonly state: string; readonly meant?: string; readonly onRoster: boolean }[];
  readonly details: readonly Detail[];
  readonly findings: readonly {
    readonly id: string;
    readonly school: string;
    readonly ref: string;
    readonly state: string;
    readonly sheet: string;
    readonly indicator?: string;
    readonly effect?: number;
    readonly answer?: string;
    readonly file: number;
  }[];
  readonly movements: readonly { readonly indicator: string; readonly before?: number; readonly matched: number; readonly lines: number }[];
  readonly replies: readonly { readonly matched: number; readonly unmatched: number }[];
}

const PERIOD = ["--period", "2026-S2"];
const DEFINITION = "表式簿.xlsx";

describe.each([
  { what: "annex 2", plot: annex2, args: [], foreign: undefined },
  { what: "the second form, which the program does not know", plot: farmsPlot, args: ["--form", DEFINITION], foreign: ANNEX2 },
])("a province of $what", ({ plot, args: definition, foreign }) => {
  const { catalogue, locale } = plot;
  const { form, roster } = catalogue;
  /** What is about paths alone is tried with one form. */
  const ofPaths = (...its: Parameters<typeof test>): void => (foreign ? undefined : test(...its));
  let made: Province;
  let folder: string;
  let json: Json;
  let text: string;

  beforeAll(async () => {
    built();
    made = await province(1, plot);
    folder = newFolder();
    if (definition.length > 0) fs.writeFileSync(join(folder, DEFINITION), bookOf(catalogue));
    write(join(folder, "in"), made.folder);
    made.earlier.forEach((files, index) => write(join(folder, `before${index}`), files));
    text = consolidate(["in", ...PERIOD, "--format", "json"]).out;
    json = JSON.parse(text) as Json;
  }, 900_000);

  function consolidate(args: readonly string[], env = {}): Ran {
    const ran = run(folder, ["consolidate", ...args, ...definition], env);
    if (foreign) expect(ran.out + ran.err).not.toMatch(foreign);
    return ran;
  }

  /** Paths of the JSON are those of the folder the command ran in. */
  const inFolder = (path: readonly string[]): string => ["in/" + path[0]!, ...path.slice(1)].join("|");

  test("each file has the fate it should have, none is lost, and each is read once", () => {
    const due = made.files.map(({ path, fate }) => [
      inFolder(path),
      fate.kind,
      fate.kind === "superseded" ? fate.why : fate.kind === "refused" ? fate.code : "",
    ]);
    const found = json.files.map(({ path, fate, why, refusal }) => [path.join("|"), fate, why ?? refusal?.code ?? ""]);
    expect(found.sort()).toEqual(due.sort());
  });

  test("schools stand as they should, and a misspelt name is proposed, never merged", () => {
    const missing = json.schools.filter(({ onRoster, state }) => onRoster && state === "missing").map(({ school }) => school);
    expect(made.missing.every((school) => missing.includes(school))).toBe(true);
    const { typed, meant } = made.misspelt;
    expect(json.schools.find(({ school }) => school === typed)).toMatchObject({ onRoster: false, meant, state: "received" });
    expect(json.schools.filter(({ onRoster }) => onRoster).map(({ school }) => school)).toEqual(schools(roster));
  });

  test("planted findings are there with their states, and ranked by what hangs on them", () => {
    for (const { school, planted, fate } of made.files.filter((file) => file.fate.kind === "used"))
      for (const { ref, sheet, code, state } of planted) {
        const found = json.findings.find(
          (one) => one.school === school && one.ref === ref && one.sheet === sheet && one.indicator === code,
        );
        expect([school, fate.kind, found?.state, (found?.effect ?? 0) > 0]).toEqual([school, "used", state, true]);
      }
    const effects = json.findings.map(({ effect }) => effect ?? -1);
    expect(effects).toEqual([...effects].sort((a, b) => b - a));
    expect(new Set(json.findings.map(({ id }) => id)).size).toBe(json.findings.length);
  });

  test("a form sent again tells what changed", () => {
    const again = json.files.find(({ why }) => why === "older");
    expect(again?.difference?.cells.map(({ item }) => item).sort()).toEqual(
      expect.arrayContaining([plot.corrected, coverItem(form, "reported")!.id]),
    );
  });

  ofPaths(
    "the order in which paths are named decides nothing",
    () => {
      const parts = fs.readdirSync(join(folder, "in")).map((name) => `in/${name}`);
      const forth = consolidate([...parts, ...PERIOD, "--format", "json"]);
      const back = consolidate([...parts.reverse(), "in", ...PERIOD, "--format", "json"], {
        LC_ALL: "zh_CN.UTF-8",
        TZ: "Pacific/Apia",
      });
      expect(difference(forth.out, text)).toBeUndefined();
      expect(difference(back.out, text)).toBeUndefined();
      expect([forth.status, forth.err]).toEqual([1, ""]);
    },
    120_000,
  );

  test("last period's files give what this one is compared with", () => {
    const bare = json.movements.filter(({ before }) => before !== undefined).length;
    const given = JSON.parse(consolidate(["in", ...PERIOD, "--previous", "before0", "before1", "--format", "json"]).out) as Json;
    expect(given.movements.filter(({ before }) => before !== undefined).length).toBeGreaterThanOrEqual(bare);
    expect(given.movements.every(({ matched, lines }) => matched <= lines)).toBe(true);
    // The files of before say what the forms carry: nothing was altered on the way.
    expect(given.findings.filter(({ ref }) => ref === "F06")).toEqual([]);
  }, 120_000);

  beforeAll(() => {
    const done = consolidate(["in", ...PERIOD, "--out", "s.xlsx", "--notices", "back"]);
    expect(done.status).toBe(1);
    expect(done.out).toContain(`来件 ${made.files.length} 份`);
  }, 120_000);

  describe("the workbook", () => {
    test("what goes back is true for each school that reads it", () => {
      const { typed, meant } = made.misspelt;
      const refused = new Map(
        made.files.flatMap(({ path, fate }) => {
          const school = schools(roster).find((name) => path.some((step) => step.includes(name)));
          return fate.kind === "refused" && school ? [[school, path.at(-1)!.split("/").at(-1)!] as const] : [];
        }),
      );
      expect(refused.size).toBe(2);
      const open = new Set(made.files.filter(({ planted }) => planted.some(({ state }) => state === "open")).map(({ school }) => school));
      const corrections = made.files.flatMap(({ school, fate }) => (fate.kind === "superseded" && fate.why === "unsealed" ? [school] : []));
      expect(corrections).toHaveLength(1);
      const letters = namesIn(join(folder, "back")).filter((name) => name.endsWith(".eml"));
      for (const name of letters) {
        const { subject, body } = letterIn(fs.readFileSync(join(folder, "back", name)));
        const school = name.split("-2026年")[0]!;
        if (foreign) expect(`${subject} ${body}`).not.toMatch(foreign);
        const own = refused.get(school);
        expect([school, body.startsWith(`${school}：\n`), subject.includes(school), body.includes("尚未收到")]).toEqual([
          school,
          true,
          true,
          false,
        ]);
        if (own) expect([school, subject.slice(0, 5), body.includes(`· ${own}`)]).toEqual([school, "请重新报送", true]);
        else if (school === meant) expect(body).toContain(`封面填写的是“${typed}”`);
        // The file of strangers may be of any of them.
        else if (made.missing.includes(school)) expect([school, body.includes("另有 1 份来件")]).toEqual([school, true]);
        else if (corrections.includes(school)) expect([subject.slice(0, 3), body.includes("：没有封签。")]).toEqual(["请核对", true]);
        else expect([school, subject.slice(0, 3), open.has(school) || school === typed]).toEqual([school, "请核实", true]);
      }
      const written = letters.map((name) => name.split("-2026年")[0]!);
      expect([...refused.keys(), ...made.missing, ...corrections, ...open].filter((school) => !written.includes(school!))).toEqual([]);
    });

    ofPaths(
      "is never written over, nor taken for an arrival when it lies among them",
      () => {
        expect(consolidate(["in", ...PERIOD, "--out", "s.xlsx"]).status).toBe(2);
        fs.cpSync(join(folder, "in"), join(folder, "within"), { recursive: true });
        for (let round = 0; round < 2; round++)
          expect(consolidate(["within", ...PERIOD, "--out", "within/s.xlsx", "--notices", "within/back", "--force"]).out).toContain(
            `来件 ${made.files.length} 份`,
          );
      },
      240_000,
    );

    test("is what the next period is compared with", () => {
      const of = (...previous: string[]): Json["movements"] =>
        (JSON.parse(consolidate(["before1", "--period", "2026-S1", "--previous", ...previous, "--format", "json"]).out) as Json).movements;
      const done = consolidate(["before0", "--period", "2025-S2", "--out", "before.xlsx"]);
      expect([done.status === 2, done.err]).toEqual([false, ""]);
      expect(of("before.xlsx")).toEqual(of("before0"));
    }, 240_000);

    test("is that, too, where it is too large to be read whole, unless its 明细 was changed since", async () => {
      const at = (name: string) => ["before1", "--period", "2026-S1", "--previous", name, "--format", "json"];
      const large = await largeSummary(plot, made.earlier[0]!, PERIODS[0]!);
      expect(readXlsx(large)).toMatchObject({ ok: false, error: { code: "too-large" } });
      fs.writeFileSync(join(folder, "large.xlsx"), large);
      expect(difference(consolidate(at("large.xlsx")).out, consolidate(at("before0")).out)).toBeUndefined();
      const changed = await largeSummary(plot, made.earlier[0]!, PERIODS[0]!, (plan) =>
        withRecord(plan, (cell) => (cell.formula?.startsWith("SUMPRODUCT") ? { ...cell, value: (cell.value as number) + 1 } : cell)),
      );
      fs.writeFileSync(join(folder, "changed.xlsx"), changed);
      const { status, err } = consolidate(at("changed.xlsx"));
      expect([status, err]).toEqual([1, expect.stringContaining(locale.refusal["summary-changed"])]);
      // Among what came it is no form, however large.
      const { files } = JSON.parse(consolidate(["large.xlsx", ...PERIOD, "--format", "json"]).out) as Json;
      expect(files).toMatchObject([{ refusal: { code: "not-this-form" } }]);
    }, 240_000);

    test("queries go back to the schools, and their answers come home by id", async () => {
      const lists = namesIn(join(folder, "back")).filter((name) => name.endsWith("核实单.xlsx"));
      expect(lists.length).toBeGreaterThan(0);
      const name = lists.find((one) => fs.existsSync(join(folder, "back", one.replace(/xlsx$/, "eml"))))!;
      const draft = fs.readFileSync(join(folder, "back", name.replace(/xlsx$/, "eml")), "utf8");
      expect(draft).toMatch(/^X-Unsent: 1\r\nTo: zhangsan@example\.edu\.cn\r\n/);
      fs.mkdirSync(join(folder, "answers"));
      const list = fs.readFileSync(join(folder, "back", name));
      fs.writeFileSync(join(folder, "answers", name), await answered(list, "=1+1，已核对原始凭证"));
      const after = JSON.parse(consolidate(["in", "answers", ...PERIOD, "--format", "json"]).out) as Json;
      expect(after.replies).toMatchObject([{ matched: 1, unmatched: 0 }]);
      expect(after.files.length).toBe(json.files.length);
      expect(after.findings.filter(({ answer }) => answer !== undefined).map(({ answer }) => answer)).toEqual(["=1+1，已核对原始凭证"]);
    }, 120_000);
  });

  describeWith(["openpyxl"], "against another library", () => {
    let totals: Totals;
    let used: Province["files"];
    beforeAll(() => {
      const own = newFolder();
      used = made.files.filter(({ fate }) => fate.kind === "used");
      write(own, new Map(used.map(({ bytes }, index) => [`${index}.xlsx`, bytes])));
      totals = totalsOf(own, form.labels);
    }, 120_000);

    test("every number stands in the cell it names, and every total is theirs", () => {
      const bySchool = new Map(Object.values(totals.files).map((file) => [file.school, file]));
      let cells = 0;
      const sums: Record<string, Record<string, number>> = {};
      for (const { school, sheet, indicator, cell, value, cluster } of json.details) {
        cells++;
        expect([school, indicator, bySchool.get(school)?.sheets.find((one) => one.sheet === sheet)?.cells[indicator]]).toEqual([
          school,
          indicator,
          [cell, value],
        ]);
        const of = (sums[cluster] ??= {});
        of[indicator] = Number(((of[indicator] ?? 0) + (value ?? 0)).toFixed(2));
      }
      expect(cells).toBe(Object.values(totals.files).reduce((sum, { sheets }) => sum + sheets.length, 0) * form.indicators.length);
      expect(sums).toEqual(totals.clusters);
    });

    test("汇总 caches the totals that the formulas give", () => {
      const grid = readXlsx(fs.readFileSync(join(folder, "s.xlsx")));
      if (!grid.ok) throw new Error(grid.error.code);
      const sheet = grid.value.sheets.find(({ name }) => name === "汇总")!;
      // An indicator a row, a cluster a column.
      const cells = [...sheet.cells].map(([key, cell]) => ({ ...cell, column: key % 16384 }));
      for (const [cluster, of] of Object.entries(totals.clusters)) {
        const column = cells.find(({ value }) => value === cluster)!.column;
        const numbers = cells.filter((cell) => cell.column === column && cell.formula !== undefined).map(({ value }) => value);
        expect([cluster, Object.values(of).filter((total) => !numbers.includes(total))]).toEqual([cluster, []]);
      }
    });

    test("every link of 明细 leads to a cell with that value", () => {
      const said = python([join(__dirname, "..", "province", "links.py"), join(folder, "s.xlsx"), form.labels.current]);
      const { followed, wrong } = JSON.parse(said) as { followed: number; wrong: unknown[] };
      expect(wrong).toEqual([]);
      expect(followed).toBeGreaterThanOrEqual(json.details.length);
    }, 300_000);

    test("DuckDB finds the same totals in the Parquet files", async () => {
      expect(consolidate(["in", ...PERIOD, "--format", "parquet", "--out", "s.parquet"]).status).toBe(1);
      const instance = await DuckDBInstance.create(":memory:");
      const connection = await instance.connect();
      // The query of the README.
      const answer = await connection.runAndReadAll(
        `SELECT cluster, indicator, round(sum(value), 2) AS total FROM read_parquet('${join(folder, "s-detail.parquet")}') GROUP BY ALL ORDER BY ALL`,
      );
      const found: Record<string, Record<string, number>> = {};
      for (const [cluster, indicator, total] of answer.getRows() as [string, string, number][]) (found[cluster] ??= {})[indicator] = total;
      expect(found).toEqual(totals.clusters);
      const ranked = await connection.runAndReadAll(
        `SELECT count(*), count(effect) FROM read_parquet('${join(folder, "s-findings.parquet")}')`,
      );
      expect(ranked.getRows()[0]!.map(Number)).toEqual([
        json.findings.length,
        json.findings.filter(({ effect }) => effect !== undefined).length,
      ]);
      connection.closeSync();
    }, 120_000);
  });
});
