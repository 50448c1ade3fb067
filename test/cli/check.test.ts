import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";
import { earlier } from "../fill";
import { built, CLI, run } from "./built";
import { filledForm, namesIn, newFolder, put, SCHOOL } from "./folder";

beforeAll(built, 600_000);

interface Finding {
  readonly ref: string;
  readonly cell: string;
  readonly state: string;
  readonly for?: string;
}
interface File {
  readonly path: string;
  readonly status: string;
  readonly refusal?: { readonly code: string };
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}
const json = (
  folder: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly err: string; readonly files: readonly File[] } => {
  const { status, out, err } = run(folder, ["check", "--format", "json", ...args]);
  return { status, err, files: (JSON.parse(out) as { files: File[] }).files };
};

const PRICEY = { values: { "28": 1, "29": 900 } };
const EXPLAINED = { ...PRICEY, explanations: { "29": "承接一项大型产线改造，合同额较高" } };

let folder: string;
beforeAll(async () => {
  folder = newFolder();
  put(folder, "clean.xlsx", await filledForm());
  put(folder, "query.xlsx", await filledForm([PRICEY]));
  put(folder, "explained.xlsx", await filledForm([EXPLAINED]));
  put(folder, "wrong.xlsx", await filledForm([{ values: { "20": 999, "26": null } }], { phone: "123" }));
  put(folder, "broken.xlsx", "not a workbook");
  fs.mkdirSync(join(folder, "folder.xlsx"));
});

test.each([
  ["clean.xlsx", "clean", 0],
  ["explained.xlsx", "explained", 0],
  ["query.xlsx", "blocked", 1],
  ["wrong.xlsx", "blocked", 1],
  ["broken.xlsx", "refused", 2],
  ["folder.xlsx", "refused", 2],
  ["missing.xlsx", "refused", 2],
] as const)("%s is %s, exit status %i", (name, state, status) => {
  const { files, ...ran } = json(folder, name);
  expect([files[0]?.status, ran.status, ran.err]).toEqual([state, status, ""]);
});

test("planted faults come out where they were planted, and nothing else", () => {
  const [file] = json(folder, "wrong.xlsx").files;
  expect(file?.findings.map(({ ref, cell }) => `${ref} ${cell}`)).toEqual(["A14 C9", "A06 F29", "A08 F35"]);
});

test("broken files among good ones are told, the good ones are checked all the same", () => {
  const { status, files } = json(folder, "clean.xlsx", "broken.xlsx", "missing.xlsx");
  expect(status).toBe(1);
  expect(files.map(({ path, refusal }) => [path, refusal?.code])).toEqual([
    ["broken.xlsx", "not-a-workbook"],
    ["clean.xlsx", undefined],
    ["missing.xlsx", "unreadable"],
  ]);
});

const NAMES = ["wrong.xlsx", "clean.xlsx", "broken.xlsx", "explained.xlsx"];
test.each(["json", "text", "sarif", "html"])("the same files give the same %s in any order and on any machine", (format) => {
  const variants: [string[], Record<string, string>][] = [
    [NAMES, { LC_ALL: "C", TZ: "UTC" }],
    [[...NAMES].reverse(), { LC_ALL: "zh_CN.UTF-8", TZ: "Asia/Shanghai" }],
    [[...NAMES, "clean.xlsx"], { LANG: "en_US.UTF-8", LC_ALL: "", TZ: "Pacific/Apia", NO_COLOR: "1" }],
  ];
  const reports = variants.map(([names, env]) => run(folder, ["check", "--format", format, ...names], env).out);
  expect(reports[0]!.length).toBeGreaterThan(500);
  expect(new Set(reports).size).toBe(1);
});

test.each(["json", "text", "sarif", "html"])("a %s report in a file is the one on stdout, and stdout stays empty", (format) => {
  const name = `report.${format}`;
  const shown = run(folder, ["check", "wrong.xlsx", "--format", format]);
  const kept = run(folder, ["check", "wrong.xlsx", "--format", format, "--out", name]);
  expect(kept).toEqual({ status: 1, out: "", err: "" });
  expect(fs.readFileSync(join(folder, name), "utf8")).toBe(shown.out);
});

test("a report never lands on a form, not even with --force", () => {
  const before = fs.readFileSync(join(folder, "clean.xlsx"));
  for (const args of [["clean.xlsx"], ["query.xlsx", "--previous", "clean.xlsx"]]) {
    const ran = run(folder, ["check", ...args, "--out", "./clean.xlsx", "--force"]);
    expect([ran.status, ran.err]).toEqual([2, "报告不能写到统计表自己的文件里：./clean.xlsx\n"]);
  }
  expect(fs.readFileSync(join(folder, "clean.xlsx")).equals(before)).toBe(true);
});

test("earlier forms are matched by school and period, and their values judged", async () => {
  const june = { date: { day: "2026-06-20" } };
  put(folder, "june.xlsx", await filledForm([{ values: { "01": 40 } }], june, [], 1));
  put(folder, "stranger.xlsx", await filledForm([], june, [], 1, "仙桃职业学院"));
  const { files, err, status } = json(folder, "clean.xlsx", "--previous", "june.xlsx", "stranger.xlsx");
  // The form was issued with nothing: what follows from june.xlsx is the reviewer's, and the form passes.
  expect(files[0]?.findings.map((one) => `${one.ref} ${one.cell} ${one.for}`)).toContain("B01 F10 reviewer");
  expect(files[0]).toMatchObject({ status: "clean", counts: { error: 0, query: 0, reviewer: files[0]!.findings.length } });
  expect(status).toBe(0);
  expect(err).toMatch(
    /^上报过的统计表：june\.xlsx：已采用，请核对是否为报出的那一份：没有封签.*\n没有用到（学校或报告期不相符）：stranger\.xlsx\n$/,
  );
});

test("with last period's form alone, flows are still compared with what the form was issued with", async () => {
  const june = { date: { day: "2026-06-20" } };
  put(folder, "issued.xlsx", await filledForm([{ values: { "26": 300 } }], {}, earlier(SCHOOL)));
  put(folder, "last.xlsx", await filledForm([{ values: { "26": 141 } }], june, [], 1));
  const refs = (...args: string[]): string[] =>
    json(folder, "issued.xlsx", ...args).files[0]!.findings.map(({ ref, cell }) => `${ref} ${cell}`);
  expect(refs()).toEqual(["B02 F35"]);
  const refsWithLast = refs("--previous", "last.xlsx");
  expect(refsWithLast).toContain("B02 F35");
  expect(refsWithLast.filter((ref) => ref.startsWith("F06"))).toEqual([]);
});

test("an earlier form that cannot be read is told, and keeps the status from being 0", () => {
  const { status, err, files } = json(folder, "clean.xlsx", "--previous", "broken.xlsx");
  expect([status, files[0]?.status]).toEqual([1, "clean"]);
  expect(err).toMatch(/^上报过的统计表不能采用：broken\.xlsx：.*\n$/);
});

test("the text says plainly that everything passed, and what to do next", () => {
  const { out, status } = run(folder, ["check", "clean.xlsx"]);
  expect(status).toBe(0);
  expect(out).toMatch(/clean\.xlsx {2}通过\n[^]*全部通过。\n\n下一步\n {2}1\. 封签并报送/);
  expect(out).toContain(SCHOOL);
  expect(run(folder, ["check", "clean.xlsx", "--lang", "en-US"]).out).toMatch(/Everything passed\./);
});

test("a reader that goes away is no error, and the status stays right", () => {
  const many = Array.from({ length: 40 }, (_, index) => put(folder, `many-${index}.xlsx`, fs.readFileSync(join(folder, "wrong.xlsx"))));
  const script = '"$0" "$@" | head -c 20 >/dev/null; echo "${PIPESTATUS[0]}"';
  const done = spawnSync("bash", ["-c", script, process.execPath, CLI, "check", ...many], { cwd: folder, encoding: "utf8" });
  expect([done.stdout, done.stderr]).toEqual(["1\n", ""]);
}, 60_000);

test("stopping it midway leaves neither a report nor a temporary file", () => {
  const many = Array.from({ length: 60 }, (_, index) => `stop-${index}.xlsx`);
  const own = newFolder();
  for (const name of many) fs.copyFileSync(join(folder, "wrong.xlsx"), join(own, name));
  const script =
    '"$0" "$@" & pid=$!; while ! ls -A | grep -q "^\\.cluster-report"; do kill -0 $pid 2>/dev/null || break; done; kill -TERM $pid; wait $pid; echo $?';
  const done = spawnSync("bash", ["-c", script, process.execPath, CLI, "check", ...many, "--out", "r.txt"], { cwd: own, encoding: "utf8" });
  expect(done.stdout).toBe(`${128 + 15}\n`);
  expect(namesIn(own)).toEqual([...many].sort());
}, 60_000);
