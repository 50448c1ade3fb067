import type { Arrival, Outcome } from "../actions/arrival";
import { check } from "../actions/check";
import { insertForm, type WritePlan } from "../actions/insert";
import { REMEMBERED } from "../actions/remembered";
import { sealAndSave } from "../actions/save";
import { holdsBack, parsePeriod, type Catalogue, type Finding, type Refusal } from "../domain";
import type { Locale } from "../locales";
import type { LiveTrouble, LiveWorkbook } from "../workbook/port";

/** What the ribbon functions have around them. */
export interface Ribbon {
  readonly catalogue: Catalogue;
  readonly workbook: LiveWorkbook;
  readonly locale: Locale;
  write: WritePlan;
  /** The trouble of a live Excel behind a refusal; undefined where the form itself is refused. */
  troubleOf(refusal: Refusal): LiveTrouble | undefined;
  /** Leaves word for the pane: where it is to open, and what it is to say. */
  leave(arrival: Arrival): void;
  openPane(): Promise<void>;
  /** Tells the pane that something was done. */
  tellPane(): void;
}

async function goTo(ribbon: Ribbon, arrival: Arrival): Promise<void> {
  ribbon.leave(arrival);
  await ribbon.openPane();
}

type Asked = Extract<Outcome, { kind: "not-sealed" }>["asked"];

/** Leads to the first finding that blocks. */
async function goToFirst(ribbon: Ribbon, asked: Asked, findings: readonly Finding[]): Promise<void> {
  const blocking = findings.filter(holdsBack);
  await goTo(ribbon, { to: "check", outcome: { kind: "not-sealed", asked, count: blocking.length } });
  if (blocking[0]) await ribbon.workbook.reveal(blocking[0].at);
}

/** Leads to why the form cannot be taken at all. */
function goToRefusal(ribbon: Ribbon, asked: Asked, refusal: Refusal): Promise<void> {
  const trouble = ribbon.troubleOf(refusal);
  return goTo(ribbon, { to: "check", outcome: trouble ? { kind: "trouble", trouble } : { kind: "not-sealed", asked } });
}

/** 插入统计表: for the school and period that the workbook remembers; the pane asks for them where it remembers none. */
async function insertStatForm(ribbon: Ribbon): Promise<void> {
  const { catalogue, workbook, locale, write } = ribbon;
  const has = await workbook.hasForm();
  if (!has.ok) return goTo(ribbon, { to: "fill", outcome: { kind: "trouble", trouble: has.error } });
  if (has.value) return goTo(ribbon, { to: "replace" });
  const school = workbook.recall(REMEMBERED.school);
  const period = parsePeriod(workbook.recall(REMEMBERED.period) ?? "");
  if (school === undefined || !period) return goTo(ribbon, { to: "fill" });
  const inserted = await insertForm(workbook, catalogue, { school, period, previous: [], blankSheets: 1, locale }, write);
  if (!inserted.ok) return goTo(ribbon, { to: "fill", outcome: { kind: "trouble", trouble: inserted.error } });
  await goTo(ribbon, { to: "check", outcome: { kind: "inserted", unguarded: inserted.value.unguarded } });
}

/** 检查并保存. */
async function checkAndSave(ribbon: Ribbon): Promise<void> {
  const saved = await sealAndSave(ribbon.workbook, ribbon.catalogue, { locale: ribbon.locale });
  if (saved.ok) return goTo(ribbon, { to: "send", outcome: { kind: "saved", code: saved.value.code } });
  const { error } = saved;
  switch (error.kind) {
    case "blocked":
      return goToFirst(ribbon, "save", error.checked.findings);
    case "refused":
      return goToRefusal(ribbon, "save", error.refusal);
    case "summary":
      return goTo(ribbon, { to: "send", outcome: { kind: "summary-beside", asked: "save" } });
    case "not-saved":
      return goTo(ribbon, { to: "send", outcome: { kind: "sealed-not-saved", trouble: error.trouble } });
  }
}

/** 生成报送文件: a function cannot download files in every Excel, so the pane makes them, unless something blocks. */
async function makeReportFiles(ribbon: Ribbon): Promise<void> {
  const checked = await check(ribbon.workbook, ribbon.catalogue, { locale: ribbon.locale });
  if (!checked.ok) return goToRefusal(ribbon, "send", checked.error);
  if (checked.value.status === "blocked") return goToFirst(ribbon, "send", checked.value.findings);
  return goTo(ribbon, { to: "send", send: true });
}

/** The functions by the names that the manifest calls them by. */
export const ribbonFunctions = { insertStatForm, checkAndSave, makeReportFiles } as const satisfies Readonly<
  Record<string, (ribbon: Ribbon) => Promise<void>>
>;

/** Runs a function to its end, whatever comes: Excel waits for the end, and the pane hears of it. */
export async function run(name: keyof typeof ribbonFunctions, ribbon: Ribbon, completed: () => void): Promise<void> {
  try {
    await ribbonFunctions[name](ribbon);
  } finally {
    completed();
    ribbon.tellPane();
  }
}
