import { leaveArrival, REMEMBERED, type Arrival } from "../actions/arrival";
import { check } from "../actions/check";
import { insertForm, type WritePlan } from "../actions/insert";
import { sealAndSave } from "../actions/save";
import { holdsBack, parsePeriod, type Finding, type Refusal } from "../domain";
import { form, roster, ruleset } from "../forms";
import type { Locale } from "../locales";
import type { LiveTrouble, LiveWorkbook } from "../workbook/port";

const catalogue = { form, roster, ruleset };

/** What the ribbon functions have around them. */
export interface Ribbon {
  readonly workbook: LiveWorkbook;
  readonly locale: Locale;
  write: WritePlan;
  /** The trouble of a live Excel behind a refusal; undefined where the form itself is refused. */
  troubleOf(refusal: Refusal): LiveTrouble | undefined;
  /** Opens the pane, where this Excel lets a function do that. */
  openPane(): Promise<void>;
  /** Tells a pane on the same page that something was done. */
  tellPane(): void;
}

async function goTo(ribbon: Ribbon, arrival: Arrival): Promise<void> {
  await leaveArrival(ribbon.workbook, arrival);
  await ribbon.openPane();
}

/** Leads to the first finding that blocks: the cell is shown even where the pane cannot be opened from here. */
async function goToFirst(ribbon: Ribbon, findings: readonly Finding[]): Promise<void> {
  const first = findings.find(holdsBack);
  await goTo(ribbon, { to: "check" });
  if (first) await ribbon.workbook.reveal(first.at);
}

/** 插入统计表: for the school and period that the workbook remembers; the pane asks for them where it remembers none. */
async function insertStatForm(ribbon: Ribbon): Promise<void> {
  const { workbook, locale, write } = ribbon;
  const has = await workbook.hasForm();
  if (!has.ok) return goTo(ribbon, { to: "fill", trouble: has.error });
  if (has.value) return goTo(ribbon, { to: "replace" });
  const school = workbook.recall(REMEMBERED.school);
  const period = parsePeriod(workbook.recall(REMEMBERED.period) ?? "");
  if (school === undefined || !period) return goTo(ribbon, { to: "fill" });
  const inserted = await insertForm(workbook, catalogue, { school, period, previous: [], blankSheets: 1, locale }, write);
  await goTo(ribbon, inserted.ok ? { to: "check" } : { to: "fill", trouble: inserted.error });
}

/** 检查并保存. */
async function checkAndSave(ribbon: Ribbon): Promise<void> {
  const saved = await sealAndSave(ribbon.workbook, catalogue, { locale: ribbon.locale });
  if (saved.ok) return;
  const { error } = saved;
  switch (error.kind) {
    case "blocked":
      return goToFirst(ribbon, error.checked.findings);
    case "refused":
      return goTo(ribbon, { to: "check", trouble: ribbon.troubleOf(error.refusal) });
    case "not-saved":
      return goTo(ribbon, { to: "send", trouble: error.trouble });
  }
}

/** 生成报送文件: a function cannot download files in every Excel, so the pane makes them, unless something blocks. */
async function makeReportFiles(ribbon: Ribbon): Promise<void> {
  const checked = await check(ribbon.workbook, catalogue, { locale: ribbon.locale });
  if (!checked.ok) return goTo(ribbon, { to: "check", trouble: ribbon.troubleOf(checked.error) });
  if (checked.value.status === "blocked") return goToFirst(ribbon, checked.value.findings);
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
