import {
  byStanding,
  possibleDay,
  earlierRole,
  isBlankForm,
  ofOwnSheets,
  ok,
  previousFrom,
  refuse,
  reportedDay,
  type Catalogue,
  type EarlierNumber,
  type Previous,
  type Refusal,
  type ReportingPeriod,
  type Result,
  type Standing,
  type Submission,
  type UnusedEarlier,
  type UsedEarlier,
} from "../domain";
import type { Locale } from "../locales";
import { soundNumber } from "../rules";
import type { Workbook } from "../workbook/port";
import { otherForm, sameFigures } from "./carried";
import { check } from "./check";
import { unclearOf } from "./identity";

/** Earlier forms, read: what they give; which of them give it, and which give nothing, and why. */
export interface Earlier {
  readonly previous: readonly Previous[];
  readonly used: readonly UsedEarlier[];
  readonly unused: readonly UnusedEarlier[];
}

/** Earlier forms of any schools, read once, to be asked for each form. */
export interface EarlierForms {
  readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[];
  /** What they say about a school for a period, and how. */
  of(school: string, period: ReportingPeriod): Earlier;
}

/** An earlier form, read and checked. */
interface EarlierForm extends UsedEarlier, Standing {
  readonly submission: Submission;
  /** SHA-256 of its contents, as people see it. */
  readonly code: string;
  /** Why it gives nothing, whatever others there are. */
  readonly fault: "identity-unclear" | "blank-form" | undefined;
}

/**
 * Reads and checks earlier forms, for many schools at once.
 * @param names in any order, each handed to `open`
 * @throws RuleBug where a rule itself fails
 */
export async function gatherEarlier(
  names: readonly string[],
  open: (name: string) => Result<Workbook, Refusal>,
  catalogue: Catalogue,
  locale: Locale,
): Promise<EarlierForms> {
  const forms: EarlierForm[] = [];
  const refused: { readonly name: string; readonly refusal: Refusal }[] = [];
  for (const name of names) {
    const read = await earlierForm(name, open(name), catalogue, locale);
    if (read.ok) forms.push(read.value);
    else refused.push({ name, refusal: read.error });
  }
  return { refused, of: (school, period) => given(forms, school, period, catalogue) };
}

/**
 * Reads earlier forms for one school and period, which `gatherEarlier` does for many.
 * @param files in any order; `name` is only handed back
 * @throws RuleBug where a rule itself fails
 */
export async function readEarlier(
  files: readonly { readonly name: string; readonly workbook: Workbook }[],
  catalogue: Catalogue,
  school: string,
  period: ReportingPeriod,
  locale: Locale,
): Promise<Earlier> {
  const workbooks = new Map(files.map(({ name, workbook }) => [name, workbook]));
  const forms = await gatherEarlier([...workbooks.keys()], (name) => ok(workbooks.get(name)!), catalogue, locale);
  const earlier = forms.of(school, period);
  const refused = forms.refused.map(({ name, refusal }): UnusedEarlier => ({ name, why: refusal }));
  return { ...earlier, unused: [...refused, ...earlier.unused] };
}

/** What a workbook reports, or why it cannot be taken. Sheets of another period, that were copied into it, are left out. */
async function earlierForm(
  name: string,
  workbook: Result<Workbook, Refusal>,
  catalogue: Catalogue,
  locale: Locale,
): Promise<Result<EarlierForm, Refusal>> {
  if (!workbook.ok) return workbook;
  const checked = await check(workbook.value, catalogue, { locale });
  if (!checked.ok) return checked;
  const { form, seal, counts, code, carried } = checked.value;
  if (carried && !sameFigures(carried.form, catalogue.form)) return refuse(otherForm(carried.form, catalogue.form));
  const unclear = unclearOf(checked.value, catalogue.form);
  if (unclear?.code === "two-schools") return refuse(unclear);
  const submission = ofOwnSheets(form.submission);
  return ok({
    name,
    submission,
    seal: seal.state,
    sealed: seal.state === "sealed",
    reported: possibleDay(reportedDay(submission, catalogue.form), submission.issued.period, {}),
    errors: counts.error,
    code,
    fault: unclear ? "identity-unclear" : isBlankForm(submission, catalogue.form) ? "blank-form" : undefined,
  });
}

function given(forms: readonly EarlierForm[], school: string, period: ReportingPeriod, { form }: Catalogue): Earlier {
  const unused: UnusedEarlier[] = [];
  const candidates: Record<"lastPeriod" | "sameHalf", EarlierForm[]> = { lastPeriod: [], sameHalf: [] };
  for (const one of forms) {
    const role = earlierRole(one.submission, school, period);
    if (role !== "lastPeriod" && role !== "sameHalf") unused.push({ name: one.name, why: role });
    else if (one.fault) unused.push({ name: one.name, why: one.fault });
    else candidates[role].push(one);
  }
  const newest = Object.values(candidates).flatMap((ofPeriod) => {
    const [first, ...others] = [...ofPeriod].sort((a, b) => byStanding(a, b) || (a.name < b.name ? -1 : 1));
    const behind = others.map((one): UnusedEarlier => ({ name: one.name, why: superseded(one, first!), by: first!.name }));
    unused.push(...behind);
    return first ? [{ ...first, rivalled: behind.some(({ why }) => why === "undecided") }] : [];
  });
  const indicators = new Map(form.indicators.map((indicator) => [indicator.code, indicator]));
  const number: EarlierNumber = (code, reported) => soundNumber(indicators.get(code)!, reported);
  const submissions = newest.map(({ submission }) => submission);
  return {
    previous: previousFrom(submissions, school, period, number),
    used: newest.map(({ name, seal, errors, rivalled }) => ({ name, seal, errors, ...(rivalled ? { rivalled } : {}) })),
    unused,
  };
}

/** Why one form does not count beside another of the same school and period. */
function superseded(one: EarlierForm, by: EarlierForm): "unsealed" | "older" | "same" | "undecided" {
  if (one.code === by.code) return "same";
  if (by.sealed && !one.sealed) return "unsealed";
  return one.reported !== undefined && by.reported !== undefined && one.reported !== by.reported ? "older" : "undecided";
}
