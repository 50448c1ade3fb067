import { periodId, type Catalogue, type Previous, type ReportingPeriod, type Result, type WorkbookPlan } from "../domain";
import type { Locale } from "../locales";
import type { Inserted, LiveTrouble, LiveWorkbook } from "../workbook/port";
import { REMEMBERED } from "./remembered";
import { issue } from "./issue";

/** What a form is made for. */
export interface FormRequest {
  readonly school: string;
  readonly period: ReportingPeriod;
  readonly previous: readonly Previous[];
  /** Programme sheets for a school that the roster does not have. */
  readonly blankSheets: number;
  /** Whether the texts of the last period are carried over as drafts. */
  readonly drafts?: boolean;
  readonly locale: Locale;
}

/** Makes the bytes of a plan; only the doors know which library does it. */
export type WritePlan = (plan: WorkbookPlan) => Promise<Uint8Array>;

function planOf(catalogue: Catalogue, { school, period, previous, locale, blankSheets, drafts }: FormRequest): WorkbookPlan {
  return issue(catalogue, school, period, previous, locale, blankSheets, drafts).plan;
}

/** Puts a blank form into a live workbook, which from then on remembers school and period. */
export async function insertForm(
  workbook: LiveWorkbook,
  catalogue: Catalogue,
  request: FormRequest,
  write: WritePlan,
  replace = false,
): Promise<Result<Inserted, LiveTrouble>> {
  const { school, period } = request;
  const plan = planOf(catalogue, request);
  workbook.expectForm?.(catalogue.form);
  const inserted = await workbook.insert(plan, await write(plan), { replace });
  if (!inserted.ok) return inserted;
  // A workbook that takes no settings still holds the form: what it cannot remember is asked again.
  await workbook.remember(REMEMBERED.school, school);
  await workbook.remember(REMEMBERED.period, periodId(period));
  return inserted;
}

/** Opens a blank form as a workbook of its own. */
export async function openForm(
  workbook: LiveWorkbook,
  catalogue: Catalogue,
  request: FormRequest,
  write: WritePlan,
): Promise<Result<void, LiveTrouble>> {
  return workbook.openAsNew(await write(planOf(catalogue, request)));
}
