import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { copyNames } from "../../src/actions/consolidate";
import { formFileName } from "../../src/actions/issue";
import { form } from "../../src/forms";
import { fileName, safeName, uniqueNames, type Consolidation, type FileRecord } from "../../src/domain";
import { runs } from "../long";
import { empty } from "../sheets/consolidated";

/** Names as people, systems and nobody give them. */
const anyName = fc.oneof(
  fc.constantFrom(
    "CON",
    "aux.txt",
    "统计表. ",
    " .. ",
    "",
    "a:b",
    "../../etc/passwd",
    "LPT1.a.b",
    "一\u0000二\u001f",
    "\u202egpj.表",
    "\ud800",
    "???",
    "-",
  ),
  fc.string({ unit: fc.constantFrom("学", "😀", "a", "A", ".", " ", ":", "é", "e\u0301"), maxLength: 12 }),
  fc
    .tuple(fc.constantFrom("学", "😀", "a", "é"), fc.constantFrom(79, 80, 81, 84, 85, 86, 255, 256, 20_000))
    .map(([unit, count]) => unit.repeat(count)),
);

/** What a file may be called on Windows, macOS and Linux alike. */
function isSound(name: string): void {
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  // eslint-disable-next-line no-control-regex -- control characters are what a name may not hold
  expect(name).toMatch(/^[^\u0000-\u001f\u007f<>:"/\\|?*\p{Surrogate}\u202e]+[^. ]$/u);
  expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
}

const used = (school: string, name: string): FileRecord => ({
  arrival: { path: ["收件.zip", `${name}.xlsx`] },
  fate: { kind: "used" },
  form: { school, email: "" } as NonNullable<FileRecord["form"]>,
});

test("copies have names that every system takes, each its own, and each ends as a workbook does", () => {
  const folder = mkdtempSync(join(tmpdir(), "names-"));
  try {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyName, anyName), { minLength: 1, maxLength: 6 }), (pairs) => {
        // Twice, so that there is always something to tell apart.
        const files = [...pairs, ...pairs].map(([school, name]) => used(school, name));
        const names = copyNames({ ...empty, files } satisfies Consolidation, () => true).map(({ name }) => name);
        expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(files.length);
        for (const name of names) {
          isSound(name);
          expect(name).toMatch(/[^.]\.xlsx$/);
          writeFileSync(join(folder, name), "");
          rmSync(join(folder, name));
        }
      }),
      runs(150),
    );
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a form keeps its period and its code in its name, however long the school's is", () => {
  const code = "7K3Q-9ABC-0XYZ";
  fc.assert(
    fc.property(anyName, (school) => {
      const name = formFileName(form, school, "2026年下半年", code);
      isSound(name);
      expect(name.endsWith(`-2026年下半年-进展情况统计表-${code}.xlsx`)).toBe(true);
    }),
    runs(100),
  );
  expect(formFileName(form, "示例职业学院", "2026年下半年")).toBe("示例职业学院-2026年下半年-进展情况统计表.xlsx");
});

test("a name is cut between characters", () => {
  expect(safeName("😀".repeat(41))).toBe("😀".repeat(40));
  expect(fileName(["学".repeat(90)], ".xlsx")).toBe(`${"学".repeat(80)}.xlsx`);
  const unique = uniqueNames(20);
  expect(["学学学学学.xlsx", "学学学学学.xlsx", "学学学学学.xlsx"].map(unique)).toEqual([
    "学学学学学.xlsx",
    "学学学 (2).xlsx",
    "学学学 (3).xlsx",
  ]);
});

test("thousands of one name are told apart without trying each number anew", () => {
  const unique = uniqueNames();
  const names = Array.from({ length: 20_000 }, () => unique("统计表.xlsx"));
  expect([names[0], names.at(-1), new Set(names).size]).toEqual(["统计表.xlsx", "统计表 (20000).xlsx", 20_000]);
});

test.each([
  ["表.XLSX", "表.xlsx"],
  ["收件.rar", "收件.rar"],
  ["打开.exe", "打开.bin"],
  ["宏.xlsm", "宏.bin"],
  ["统计表.xlsx.scr", "统计表.xlsx.bin"],
  ["没有后缀", "没有后缀.bin"],
])("of refused files %s is copied as %s: what could be a program is none any more", (name, copy) => {
  const refused: FileRecord = { arrival: { path: ["1.eml", name] }, fate: { kind: "refused", why: { code: "damaged", detail: "" } } };
  expect(copyNames({ ...empty, files: [refused] } satisfies Consolidation, () => true)[0]?.name).toBe(copy);
});
