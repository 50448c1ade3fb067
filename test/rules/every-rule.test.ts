import { blocks, cellName, dayOfSerial, sameCell, shown, shownFix, type Finding, type Ruleset, type Submission } from "../../src/domain";
import { form, roster, ruleset } from "../../src/forms";
import { enUS, say, zhCN } from "../../src/locales";
import { judge, rules } from "../../src/rules";
import { cleanSubmission, Draft } from "./clean";
import { faults } from "./faults";

const findingsOf = (submission: Submission, by: Ruleset = ruleset): Finding[] => judge({ submission, form, roster }, by);

/** Found on other rosters than that of the table, by tests of their own. */
const UNLISTED = { ref: "B09", message: "unlisted" };
/** Beside what the file carries. */
const AS_ISSUED = { ref: "F07", message: "carried" };
const COUNTED_TWICE = { ref: "B12", message: "countedTwice" };

test("nothing is found in the clean form", () => {
  expect(findingsOf(cleanSubmission())).toEqual([]);
});

test.each(faults)("$ref $message at $cell: $change", ({ ref, message, cell, allowed, plant }) => {
  const draft = new Draft();
  plant(draft);
  const findings = findingsOf(draft.submission());
  const open = findings.filter(({ state }) => state === "open");
  expect(open.map((one) => [one.ref, one.message, cellName(one.at)])).toEqual([[ref, message, cellName(draft.at(cell))]]);
  expect(
    findings
      .filter(({ state }) => state !== "open")
      .map((one) => `${one.ref} ${one.state}`)
      .sort(),
  ).toEqual(
    allowed
      .split(" ")
      .filter(Boolean)
      .map((one) => `${one} notChecked`),
  );
  const [finding] = open;
  for (const locale of [zhCN, enUS])
    for (const one of findings) expect(Object.values(say(one, locale, ruleset)).join("")).not.toMatch(/undefined|NaN|[{}]/);
  // A day is said as a day, not as the number that stands for it in the file.
  for (const { fix } of findings)
    if (fix?.kind === "value" && cellName(fix.at) === cellName(draft.at("cover.date")))
      expect([shownFix(fix), say(finding!, zhCN, ruleset).fix]).toEqual([
        dayOfSerial(Number(fix.value)),
        expect.stringContaining(shownFix(fix)!),
      ]);
  expectFoundInCell(finding!, draft);
  expect(finding!.severity === "query" && !finding!.for ? finding!.explanation : "not asked of the school").toBeDefined();
  expect(findingsOf(draft.undo().submission())).toEqual([]);
});

/** Their cells are on sheets that are none of the form's, or what was changed is no input. */
const ELSEWHERE = ["F06", "F07", "F10", "F12"];

/** People look for 填报 in the cell that is named beside it, and put 应为 there: a number of names or characters is neither. */
function expectFoundInCell({ ref, at, found, expected }: Finding, draft: Draft): void {
  if (ELSEWHERE.includes(ref)) return;
  const cell = [...draft.cells.values()].find((one) => sameCell(one.at, at))!;
  if (found === undefined) expect(expected === undefined || cell.kind === "blank").toBe(true);
  else expect(String(found)).toBe(String(shown(cell)));
}

test("what did not fall to 0 did not fall by 100 %", () => {
  const percentOf = (change: string): unknown => {
    const [finding] = findingsOf(new Draft().plant(change).submission());
    return [finding?.message, finding?.facts["percent"]];
  };
  expect(percentOf("30=300; s30=1000")).toEqual(["fell", 70]);
  expect(percentOf("30=3; s30=600")).toEqual(["fell", 99.5]);
  expect(percentOf("30=3; s30=80000")).toEqual(["fell", 99.9]);
  expect(percentOf("30=80000; s30=40004")).toEqual(["rose", 100]);
});

/** Their findings name no figure since they are about none: names, texts, and 说明. */
const WORDS = ["A10", "A11", "A12", "B09", "B11", "F02", "F04"];

test("a finding that names no figure of its sheet accuses all of them, or is about words alone", () => {
  const accusing = ruleset.settings.filter(({ accuses }) => accuses === "sheet").map(({ ref }) => ref);
  const found = faults.flatMap(({ plant }) => {
    const draft = new Draft();
    plant(draft);
    const submission = draft.submission();
    const figures = new Set(submission.programmes.flatMap(({ values }) => Object.values(values).map(({ at }) => cellName(at))));
    const sheets = submission.programmes.map(({ sheet }) => sheet);
    return findingsOf(submission).filter(
      ({ state, severity, indicator, at }) =>
        state === "open" && severity !== "advisory" && indicator === undefined && sheets.includes(at.sheet) && !figures.has(cellName(at)),
    );
  });
  const named = (refs: readonly string[]): string[] => [...new Set(refs)].sort();
  expect(named(found.map(({ ref }) => ref))).toEqual(named([...accusing, ...WORDS]));
});

test("on a complete roster a line that is not on it is an error, and a name that is not is one too", () => {
  const submission = new Draft().plant("line.programme=大数据与会计").submission();
  const [finding, ...more] = judge({ submission, form, roster: { ...roster, complete: true } }, ruleset);
  expect([finding?.ref, finding?.message, finding?.severity, more]).toEqual([UNLISTED.ref, UNLISTED.message, "error", []]);
  expect(say(finding!, zhCN, ruleset).brief).toBe("强制B09：不在名录中");
});

describe("the same figures on two sheets", () => {
  const two = roster.entries.filter(({ school }) => school === "湖北三峡职业技术学院");
  const twice = { ...roster, entries: [...roster.entries, { ...roster.entries[0]!, category: two[0]!.category, cluster: "大健康" }] };
  const elsewhere = "2.26=97; 2.line.category=5个万亿级支柱产业; 2.line.cluster=大健康; 2.line.programme=智能光电技术应用";
  const found = (change: string, by = roster): Finding[] =>
    judge({ submission: new Draft().plant(change).submission(), form, roster: by }, ruleset);

  test("are the reviewer's alone, as counted twice, where one programme serves two clusters: no school is accused", () => {
    const [finding, ...more] = found(elsewhere, twice);
    expect([finding?.ref, finding?.message, finding?.severity, finding?.state, finding?.for, more]).toEqual([
      COUNTED_TWICE.ref,
      COUNTED_TWICE.message,
      "query",
      "open",
      "reviewer",
      [],
    ]);
    expect(say(finding!, zhCN, ruleset).message).toContain("合计重复");
    // With other figures nothing is counted twice.
    expect(found(elsewhere.replace("26=97", "26=96"), twice)).toEqual([]);
  });

  test("are settled by an explanation where the programmes differ", () => {
    expect(found("2.26=97; 2.e.line=两个专业群共用一批合作企业和课程").map(({ ref, state }) => [ref, state])).toEqual([
      ["B12", "explained"],
    ]);
  });

  test("prove nothing where they are blanks or zeros, or where few are above 0", () => {
    const codes = form.indicators.map(({ code }) => code);
    const all = (values: readonly string[]): string =>
      ["", "2.", "3."].flatMap((of) => codes.map((code, i) => `${of}${code}=${values[i] ?? ""}`)).join("; ");
    const b12 = (values: readonly string[]): number => found(all(values)).filter(({ ref }) => ref === "B12").length;
    expect(b12([])).toBe(0);
    expect(b12(codes.map(() => "0"))).toBe(0);
    expect(b12(codes.map((_, i) => (i < 7 ? "3" : "0")))).toBe(0);
    expect(b12(codes.map((_, i) => (i < 8 ? "3" : "0")))).toBe(2);
  });

  test("of a sheet reported twice have their own finding", () => {
    const same =
      "2.26=97; 2.line.category=5个万亿级支柱产业; 2.line.cluster=新一代信息技术（光芯屏端网）; 2.line.programme=智能光电技术应用";
    expect(found(same).map(({ ref }) => ref)).toEqual(["A13"]);
  });
});

test("words that a file was issued with accuse nobody: the reviewer hears of them, with what else differs", () => {
  const draft = new Draft();
  draft.anomalies.push(
    { kind: "label-altered", at: draft.at("05"), code: "05", found: "示例 指标", issued: "校企共同开发教材数" },
    { kind: "label-altered", at: draft.at("06"), code: "06", found: "示例指标", issued: "教材" },
    { kind: "definition-altered", at: draft.at("cover.school"), rows: ["05"], printed: { "05": ["示例指标", "本"] } },
  );
  const findings = findingsOf(draft.submission());
  expect(findings.map((one) => [one.ref, one.message, one.severity, one.for]).sort()).toEqual([
    ["F07", "altered", "error", undefined],
    [AS_ISSUED.ref, AS_ISSUED.message, "query", "reviewer"],
    ["F09", "altered", "query", "reviewer"],
  ]);
});

test("every reference of the ruleset and every message of every rule has its planted fault", () => {
  expect(ruleset.settings.map(({ ref }) => ref).filter((ref) => !faults.some((fault) => fault.ref === ref))).toEqual([]);
  const ruleOf = new Map(ruleset.settings.map(({ ref, rule }) => [ref, rule]));
  const planted = new Set([...faults, UNLISTED, AS_ISSUED, COUNTED_TWICE].map(({ ref, message }) => `${ruleOf.get(ref)}/${message}`));
  const all = Object.values(rules).flatMap(({ id, messages }) => Object.keys(messages).map((message) => `${id}/${message}`));
  // Relations that annex 2 has none of are planted in `test/relations`.
  expect(all.filter((one) => !planted.has(one) && !one.startsWith("relation/"))).toEqual([]);
});

test("an empty form has a finding in every cell that must be filled, and none that blames a blank twice", () => {
  const draft = new Draft();
  for (const name of draft.cells.keys()) draft.plant(`${name}=`);
  const open = findingsOf(draft.submission()).filter(blocks);
  const places = open.map(({ at }) => cellName(at));
  expect(new Set(places).size).toBe(places.length);
  expect([...new Set(open.map(({ ref }) => ref))].sort()).toEqual(["A08", "A10", "A12"]);
});

test("two runs find the same, in the order sheet, row, ref", () => {
  const submission = new Draft().plant("05=-1; 2.03=x; cover.phone=1; 20=1; t.next=步*500").submission();
  const findings = findingsOf(submission);
  expect(JSON.stringify(findingsOf(submission))).toBe(JSON.stringify(findings));
  expect(findings.filter(blocks).map((one) => `${one.ref} ${cellName(one.at)}`)).toEqual([
    "A14 封面!C9",
    "A01 表1!F14",
    "A06 表1!F29",
    "B01 表1!F29",
    "A07 表1!F33",
    "A11 表1!C46",
    "F01 表2!F12",
  ]);
});
