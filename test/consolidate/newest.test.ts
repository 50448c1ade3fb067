import fc from "fast-check";
import { consolidate, earlierFiles, summaryBook, type JudgedFile } from "../../src/actions/consolidate";
import { isUndecided, planCells, type Consolidation } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { SUMMARY_SHEETS } from "../../src/sheets/summary";
import { filledForm } from "../cli/folder";
import { runs } from "../long";
import { catalogue } from "../sheets/plans";
import { judged, PERIOD, WUHAN } from "./judged";

jest.setTimeout(120_000);

type Which = "now" | "before";
let forms: Record<Which, JudgedFile>;
beforeAll(async () => {
  const form = async (half: 1 | 2): Promise<JudgedFile> => judged("表.xlsx", await filledForm([], {}, [], half, WUHAN));
  forms = { now: await form(2), before: await form(1) };
});

/** How a file of the school came: what it says of when it was reported, by which mail, and when it was saved. */
interface Came {
  readonly reported?: string | undefined;
  readonly mailed?: string | undefined;
  readonly saved?: string | undefined;
}

/** One form of the school under another name and of other contents: its first number is the place among the files. */
function file(of: Which, { reported, mailed, saved }: Came, index: number): JudgedFile {
  const form = structuredClone(forms[of]);
  if (form.outcome.kind !== "form") throw new Error("no form");
  const [line] = form.outcome.lines;
  const values = { ...line!.values, "01": { ...line!.values["01"]!, value: index } };
  const { reported: _, ...record } = form.outcome.record;
  const received = mailed ?? saved;
  return {
    arrival: { path: [`${index}.xlsx`], ...(received ? { received } : {}), ...(mailed ? { mailed: true } : {}) },
    digest: `${index}`,
    outcome: { ...form.outcome, record: { ...record, ...(reported ? { reported } : {}) }, lines: [{ ...line!, values }] },
  };
}

const instants = ["2026-12-20T01:00:00.000Z", "2026-12-22T01:00:00.000Z", undefined];
const came: fc.Arbitrary<Came> = fc.record({
  reported: fc.constantFrom("2026-12-18", "2026-12-19", undefined),
  mailed: fc.constantFrom(...instants),
  saved: fc.constantFrom(...instants),
});

function consolidated(files: readonly JudgedFile[]): Consolidation {
  return consolidate(files, { period: PERIOD, catalogue, passedOver: [] });
}

test("of two files of a school one is said to be newer only where 报出日期 tells it, or both mails", () => {
  fc.assert(
    fc.property(came, came, (one, other) => {
      const all = [one, other];
      const { files } = consolidated(all.map((how, index) => file("now", how, index)));
      const at = files.findIndex(({ fate }) => fate.kind === "superseded");
      const { fate } = files[at]!;
      const [behind, ahead] = [all[at]!, all[1 - at]!];
      const [day, otherDay] = [behind.reported, ahead.reported];
      const told = day !== undefined && otherDay !== undefined ? (day < otherDay ? "older" : day > otherDay ? "newer" : "") : "";
      const byMail = day === otherDay && behind.mailed !== undefined && ahead.mailed !== undefined && behind.mailed < ahead.mailed;
      expect(told).not.toBe("newer");
      expect(fate).toMatchObject({ kind: "superseded" });
      expect(!isUndecided(fate)).toBe(told === "older" || byMail);
    }),
    runs(200),
  );
});

test("of two earlier files of which nothing tells the newer, the same one counts whatever the disk says of them, and both are told", () => {
  const said = (saved: readonly (string | undefined)[]) => {
    const files = saved.map((time, index) => file("before", { reported: "2026-06-20", saved: time }, index));
    const { lines, remarks } = earlierFiles(files, PERIOD, catalogue.form, zhCN);
    return { paths: lines.map(({ path }) => path), remarks };
  };
  const first = said([instants[0], instants[1]]);
  expect(first.paths).toEqual(["0.xlsx"]);
  expect(first.remarks.map(({ path, kind }) => [path, kind])).toEqual([
    ["0.xlsx", "doubtful"],
    ["1.xlsx", "undecided"],
  ]);
  const [used, unused] = first.remarks.map(({ message }) => message);
  expect(used).toContain("看不出哪份报出在后");
  expect(unused).toBe("没有用到：与 0.xlsx 是同一报告期的，看不出哪份报出在后，有 1 处不同；暂用 0.xlsx，应以本份为准的，请不要给 0.xlsx");
  for (const times of [
    [1, 0],
    [0, 0],
    [2, 0],
    [0, 2],
  ].map((all) => all.map((index) => instants[index])))
    expect(said(times)).toEqual(first);
  expect(consolidated([file("now", { saved: instants[0] }, 0), file("now", { saved: instants[1] }, 1)]).files[0]!.fate).toMatchObject({ why: "fileTime" }); // prettier-ignore
});

test.each<[string, Came, Came]>([
  ["a year that nobody can have meant", { reported: "2036-11-26", saved: instants[1] }, { reported: "2026-12-19", saved: instants[0] }],
  ["the year after, by mistake", { reported: "2027-12-19", saved: instants[1] }, { reported: "2026-12-18", saved: instants[0] }],
  ["a day after its own mail", { reported: "2036-11-26", mailed: instants[0] }, { reported: "2026-12-21", mailed: instants[1] }],
])("报出日期 that cannot be true wins nothing and makes no school late: %s", (_, wrong, right) => {
  const alone = consolidated([file("now", wrong, 0)]);
  expect(alone.schools.find(({ school }) => school === WUHAN)).toMatchObject({ state: "received" });
  const both = consolidated([file("now", wrong, 0), file("now", right, 1)]);
  const { sheets } = summaryBook(both, catalogue, zhCN);
  for (const name of [SUMMARY_SHEETS.arrivals, SUMMARY_SHEETS.reporting]) {
    const said = [...planCells(sheets.find((sheet) => sheet.name === name)!)].filter(({ value }) => String(value).includes(`报出日期 ${wrong.reported} 不可能`)); // prettier-ignore
    expect([name, said.length]).toEqual([name, name === SUMMARY_SHEETS.arrivals ? 1 : 0]);
  }
  expect(both.files.map(({ fate }) => fate.kind)).toEqual(["superseded", "used"]);
  expect(both.schools.find(({ school }) => school === WUHAN)).toMatchObject({ state: "received" });
});

test("a mail tells when a form was reported that gives a later day: a correction still stands before what it corrects", () => {
  const [first, correction] = [{ reported: "2026-12-20", mailed: instants[0] }, { reported: "2026-12-28", mailed: instants[1] }]; // prettier-ignore
  const { files } = consolidated([file("now", first, 0), file("now", correction, 1)]);
  expect(files.map(({ fate }) => fate.kind)).toEqual(["superseded", "used"]);
  expect(files[0]!.fate).toMatchObject({ why: "older" });
});
