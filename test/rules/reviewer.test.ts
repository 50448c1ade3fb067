import { blocks, countFindings, forSchool, holdsBack, unsettled, type Finding } from "../../src/domain";
import { statusOf, type Checked } from "../../src/actions/check";
import { reporters, Tally, type ReportContext, type ReportFormat } from "../../src/actions/report";
import { fixesOf } from "../../src/actions/fix";
import { catalogue, form, roster, ruleset } from "../../src/forms";
import { locales, zhCN } from "../../src/locales";
import { defineRule, type Messages, type Place, type Rule } from "../../src/rules/define";
import { judgeWith } from "../../src/rules/judge";
import { reduce, startState } from "../../src/taskpane/state/reduce";
import { Draft } from "./clean";

const SEVERITIES = ["fatal", "error", "query", "advisory"] as const;
/** A message of the real rule, so that it has words. */
const MESSAGES = { negative: ["code", "name", "unit", "found"] } as const;

/** What a rule finds that reports all of its severities at one cell, and once more that it could not judge. */
function planted(whom: Place["for"], explanation = ""): Finding[] {
  const draft = new Draft().plant(`e05=${explanation}`);
  const rule = defineRule({
    id: "number-in-range",
    severity: "error",
    messages: MESSAGES,
    check({ submission }, _options: object, out) {
      const report = submission.programmes[0]!;
      const at = report.values["05"]!.at;
      const place = { at, report, row: "05", fix: { kind: "value", at, value: 1 }, ...(whom ? { for: whom } : {}) } as const;
      for (const severity of SEVERITIES) out.report("negative", { ...place, severity }, { code: "05", name: "", unit: "", found: -1 });
      out.notChecked(place, [report.values["05"]!]);
    },
  });
  const rules = { [rule.id]: rule } as unknown as Readonly<Record<string, Rule<string, Messages, never>>>;
  return judgeWith(rules, [{ ref: "A01", rule: rule.id, options: {} }], ruleset.explanation, {
    submission: draft.submission(),
    form,
    roster,
  });
}

function checkedWith(findings: readonly Finding[]): Checked {
  const submission = new Draft().submission();
  const form = { submission } as Checked["form"];
  return { form, findings, counts: countFindings(findings), status: statusOf(findings), seal: { state: "none" }, code: "" };
}

describe("a finding for the reviewer alone", () => {
  const theirs = planted("reviewer");
  const ours = planted(undefined);

  test("keeps its severity and state, and is told from the same finding of the school by `for` alone", () => {
    expect(theirs.map(({ severity, state }) => [severity, state])).toEqual(ours.map(({ severity, state }) => [severity, state]));
    expect(theirs.map((one) => one.for)).toEqual(theirs.map(() => "reviewer"));
    expect(ours.some((one) => "for" in one)).toBe(false);
  });

  test("blocks nothing, holds nothing back, is no part of the status, and stands in a count of its own", () => {
    expect(theirs.some(blocks) || theirs.some(holdsBack) || theirs.some(forSchool)).toBe(false);
    expect(theirs.filter(unsettled)).toHaveLength(3);
    expect(ours.filter(blocks)).toHaveLength(3);
    expect(ours.filter(holdsBack)).toHaveLength(4);
    expect([statusOf(theirs), statusOf(ours)]).toEqual(["clean", "blocked"]);
    expect(countFindings([...theirs, ...ours])).toEqual({
      fatal: 1,
      error: 1,
      query: 1,
      explained: 0,
      advisory: 1,
      notChecked: 1,
      reviewer: 5,
    });
  });

  test("proposes no fix, which a school would apply to its own form", () => {
    expect(fixesOf(theirs)).toEqual([]);
    expect(fixesOf(ours)).not.toEqual([]);
  });

  test("misses no explanation, but takes one that is there", () => {
    const query = (found: readonly Finding[]): Finding =>
      found.find(({ severity, state }) => severity === "query" && state !== "notChecked")!;
    expect(query(ours).explanation?.fault).toBe("missing");
    expect(query(theirs).explanation).toBeUndefined();
    const explained = planted("reviewer", "本期新增两门订单课程，已列入教学计划");
    expect(query(explained)).toMatchObject({ state: "explained", explanation: { text: "本期新增两门订单课程，已列入教学计划" } });
    expect(statusOf(explained)).toBe("clean");
  });
});

describe("reports tell what is for the reviewer apart", () => {
  const context = (locale: ReportContext["locale"]): ReportContext => ({
    tool: { name: "cluster-report", version: "1.0.0" },
    ...catalogue,
    from: "built-in",
    locale,
  });
  const report = (format: ReportFormat, findings: readonly Finding[], locale = zhCN): string => {
    const reporter = reporters[format](context(locale));
    return [
      reporter.begin(),
      reporter.file({ path: "a.xlsx", outcome: { kind: "checked", checked: checkedWith(findings) } }),
      ...reporter.end(),
    ].join("");
  };

  test.each(["text", "html"] as const)("%s: under its own heading, behind everything the school deals with", (format) => {
    for (const locale of locales) {
      const both = report(format, [...planted("reviewer"), ...planted(undefined)], locale);
      const at = both.lastIndexOf(locale.reviewer.title);
      expect(at).toBeGreaterThan(0);
      expect(both.indexOf(locale.reviewer.note)).toBeGreaterThan(at);
      const entries = (part: string): number => part.split("A01").length - 1;
      expect([entries(both.slice(0, at)), entries(both.slice(at))]).toEqual([5, 5]);
      expect(report(format, planted(undefined), locale)).not.toContain(locale.reviewer.title);
    }
  });

  test("json: `for` stands on the finding, and its count beside the others", () => {
    const [file] = (
      JSON.parse(report("json", [...planted("reviewer"), ...planted(undefined)])) as {
        files: { status: string; counts: object; findings: { for?: string }[] }[];
      }
    ).files;
    expect(file!.counts).toMatchObject({ error: 1, reviewer: 5 });
    expect(file!.findings.map((one) => one.for ?? "school")).toEqual([
      ...Array<string>(5).fill("reviewer"),
      ...Array<string>(5).fill("school"),
    ]);
  });

  test("sarif: for a person to review, without a level that would fail a build", () => {
    const { runs } = JSON.parse(report("sarif", planted("reviewer"))) as {
      runs: { results: { kind: string; level: string; properties: { for?: string } }[] }[];
    };
    expect(runs[0]!.results.map(({ kind, level, properties }) => [kind, level, properties.for])).toEqual([
      ...Array<string[]>(4).fill(["review", "none", "reviewer"]),
      ["open", "none", "reviewer"],
    ]);
  });

  test("the exit status and what to do next are as if it were not there", () => {
    const tally = new Tally();
    tally.add({ path: "a.xlsx", outcome: { kind: "checked", checked: checkedWith(planted("reviewer")) } });
    expect([tally.exitStatus, tally.left]).toEqual([0, { errors: 0, queries: 0, notChecked: 0, fixes: 0, changed: 0, unsealed: 1 }]);
  });
});

test("pane and page show a school nothing of it", () => {
  const checked = checkedWith([...planted("reviewer"), ...planted(undefined)]);
  const { book } = reduce(startState(new Date("2026-12-20T00:00:00Z")), { kind: "checked", checked, at: new Date("2026-12-20T00:00:00Z") });
  expect(book.kind === "checked" && book.checked.findings).toEqual(planted(undefined));
});
