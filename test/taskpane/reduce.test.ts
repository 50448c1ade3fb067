import type { Checked } from "../../src/actions/check";
import { notThisForm, type Finding } from "../../src/domain";
import { form, ruleset } from "../../src/forms";
import { zhCN } from "../../src/locales";
import type { Message, Notice, PaneState } from "../../src/taskpane/state/model";
import { periodsUntil } from "../../src/ui/fields/periods";
import { reduce, startState } from "../../src/taskpane/state/reduce";
import { allRows, blockingOf, groupsOf } from "../../src/ui/form/rows";

const NOW = new Date(2026, 10, 23);
const start = startState(NOW);
const after = (...messages: readonly Message[]): PaneState => messages.reduce(reduce, start);

function finding(ref: string, row: number, differs: Partial<Finding> = {}): Finding {
  return {
    rule: "indicator-filled",
    ref,
    severity: "error",
    state: "open",
    message: "blank",
    facts: { code: "01", name: "课程", unit: "门" },
    at: { sheet: "表1", row, column: 5 },
    related: [],
    ...differs,
  };
}
function checked(findings: readonly Finding[], code = "AAAA-AAAA-AAAA", sealed = false): Checked {
  const form = { submission: { programmes: [], issued: { school: "甲校", period: "2026-S2" } } } as unknown as Checked["form"];
  return {
    form,
    findings,
    counts: {} as Checked["counts"],
    status: "clean",
    seal: sealed ? { state: "sealed", code } : { state: "none" },
    code,
  };
}
const check = (code: string): Message => ({ kind: "checked", checked: checked([], code), at: NOW });
const told = (notice: Notice): Message => ({ kind: "told", notice });
const inserted = (...unguarded: string[]): Message => told({ kind: "inserted", unguarded });
const summary = told({ kind: "summary", sheet: "汇总", links: 0, charts: true });
const look = (findings: readonly Finding[], view: Partial<PaneState["view"]> = {}) =>
  groupsOf(checked(findings), { ...start.view, ...view }, zhCN, ruleset);

test("the pane opens where the work is: 填报 without a form, 检查 with one", () => {
  expect(after({ kind: "opened", hasForm: false, tab: "fill" })).toMatchObject({
    screen: { kind: "fill", asking: false },
    book: { kind: "none" },
  });
  expect(after({ kind: "opened", hasForm: true, tab: "check", school: "甲校", period: { year: 2025, half: 1 } })).toMatchObject({
    screen: { kind: "check" },
    book: { kind: "unknown" },
    draft: { school: "甲校", period: { year: 2025, half: 1 } },
  });
});

test("a workbook that is not our form is no trouble; one that was our form is", () => {
  expect(after({ kind: "refused", refusal: notThisForm(form, "") }).book).toEqual({ kind: "none" });
  expect(after({ kind: "refused", refusal: { code: "no-identification", detail: "" } }).book.kind).toBe("refused");
});

test("what earlier files give is forgotten when school, period or files change", () => {
  const read = after({ kind: "earlier-read", earlier: { previous: [], used: [], unused: [] } });
  expect(read.draft.earlier).toBeDefined();
  expect(reduce(read, { kind: "drafted", draft: { school: "乙校" } }).draft.earlier).toBeUndefined();
});

test("what was made for sending is offered only as long as its seal holds", () => {
  const outgoing = { fileName: "a.xlsx", mail: { to: "", subject: "", body: "" }, beside: [] };
  const sent = after({ kind: "checked", checked: checked([], "A", true), at: NOW }, { kind: "sent", outgoing });
  expect(reduce(sent, { kind: "checked", checked: checked([], "A", true), at: NOW }).outgoing).toEqual(outgoing);
  expect(reduce(sent, { kind: "checked", checked: checked([], "B", false), at: NOW }).outgoing).toBeUndefined();
});

test("a change marks the findings as stale and takes none of them away", () => {
  const one = finding("A08", 9);
  const state = after({ kind: "checked", checked: checked([one]), at: NOW }, { kind: "changed" });
  expect(state.book).toMatchObject({ kind: "checked", stale: true, checked: { findings: [one] } });
});

test("new work forgets the notice of the work before", () => {
  expect(after({ kind: "told", notice: { kind: "sent", beside: false } }, { kind: "began", task: "check" })).toMatchObject({
    task: "check",
    notice: undefined,
  });
  expect(after({ kind: "began", task: "check" }, { kind: "ended" }).task).toBeUndefined();
});

test.each<[string, Message[], Message, boolean]>([
  ["an insert, and the form says something else", [inserted()], check("B"), false],
  ["an insert, and the form says the same", [inserted()], check("A"), true],
  ["an insert that left cells unguarded, which they still are", [inserted("表1")], check("B"), true],
  ["a save, and the form says something else", [told({ kind: "saved", code: "A" })], check("B"), false],
  ["a count that holds back, and the form says something else", [told({ kind: "not-sealed", asked: "save", count: 2 })], check("B"), false],
  ["a repair, whose undo is still on offer", [told({ kind: "fixed", count: 1, left: [], undo: true })], check("B"), true],
  ["a summary, and other files are picked", [summary], { kind: "picked", review: { files: [] } }, false],
  ["a summary, and the form says something else", [summary], check("B"), false],
  ["an insert, and files are picked", [inserted()], { kind: "picked", review: { files: [] } }, true],
])("a notice is of its moment: %s", (_, before, then, stays) => {
  const { notice } = after(check("A"), ...before, then);
  expect(notice !== undefined).toBe(stays);
});

test("what blocks is what is open above advice, and what could not be judged", () => {
  const all = [
    finding("A", 1),
    finding("B", 2, { severity: "advisory" }),
    finding("C", 3, { state: "notChecked" }),
    finding("D", 4, { severity: "query", state: "explained" }),
  ];
  expect(blockingOf(all).map(({ ref }) => ref)).toEqual(["A", "C"]);
});

test("many cells left blank are one row until it is unfolded; few, or those looked for, stand alone", () => {
  const blanks = [1, 2, 3, 4, 5].map((row) => finding("A08", row));
  const [group] = look(blanks);
  expect(group).toMatchObject({ count: 5, rows: [{ kind: "fold", open: false }] });
  expect(allRows(look(blanks, { unfolded: new Set([group!.rows[0]!.key]) }))).toHaveLength(6);
  expect(allRows(look(blanks.slice(0, 3))).map(({ kind }) => kind)).toEqual(["finding", "finding", "finding"]);
  expect(allRows(look(blanks, { text: "F3" })).map(({ key }) => key)).toEqual(["A08|表1!F3"]);
  expect(allRows(look(blanks, { expanded: "A08|表1!F3" }))).toHaveLength(6);
});

test("two findings of one relation in one cell have different keys", () => {
  const rows = allRows(look([finding("A12", 1, { found: 1 }), finding("A12", 1, { found: 2 })]));
  expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
});

test("periods are on offer from the first one due to the one after today's", () => {
  expect(periodsUntil(NOW, "2023-S1")).toHaveLength(9);
});
