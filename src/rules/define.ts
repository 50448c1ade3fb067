import type { CellRef, Facts, Fact, Fix, Form, ProgrammeReport, Reported, Roster, Severity, Submission } from "../domain";

/** What a rule judges: a submission, the form it fills in, and the roster it is measured by. */
export interface Subject {
  readonly submission: Submission;
  readonly form: Form;
  readonly roster: Roster;
}

/** Message ids, each with the names of the facts its sentences may use. */
export type Messages = Readonly<Record<string, readonly string[]>>;

/** Where a finding stands, and what it is about. */
export interface Place {
  readonly at: CellRef;
  readonly related?: readonly CellRef[];
  /** The programme report it belongs to; absent for the cover. */
  readonly report?: ProgrammeReport;
  /** Key of the row whose 说明 settles a query: an indicator code, or `line` for the programme's own row. */
  readonly row?: string;
  readonly found?: Fact;
  readonly expected?: Fact;
  readonly fix?: Fix;
}

export interface Out<M extends Messages> {
  report<K extends keyof M & string>(message: K, place: Place, facts: { readonly [Name in M[K][number]]: Fact }): void;
  /** 未审核: the inputs are faulty, and another rule says so. */
  notChecked(place: Place, inputs: readonly Reported[]): void;
}

/**
 * A rule: one judgement. Its sentences (title, description, why, messages, cures) are in `locales`, under the same ids.
 * The order of the fields is the order of every rule file.
 */
export interface Rule<Id extends string = string, M extends Messages = Messages, Options = never> {
  readonly id: Id;
  readonly severity: Severity;
  readonly messages: M;
  check(subject: Subject, options: Options, out: Out<M>): void;
}

/** Types a rule file; does nothing else. */
export function defineRule<const Id extends string, const M extends Messages, Options = object>(
  rule: Rule<Id, M, Options>,
): Rule<Id, M, Options> {
  return rule;
}

/** Inputs of a rule that are no numbers, split by what is wrong with them. Blank is another rule's business, and so is a fault; neither is passed over as 0. */
export type Numbers<Code extends string> =
  | { readonly ok: true; readonly value: Readonly<Record<Code, number>> }
  | { readonly ok: false; readonly inputs: readonly Reported[] };

/** The numbers of some indicators of a report, or those inputs that are none. */
export function numbersOf<Code extends string>(report: ProgrammeReport, codes: readonly Code[]): Numbers<Code> {
  const value = {} as Record<Code, number>;
  const inputs: Reported[] = [];
  for (const code of codes) {
    const reported = report.values[code]!;
    if (reported.kind === "number") value[code] = reported.value;
    else inputs.push(reported);
  }
  return inputs.length === 0 ? { ok: true, value } : { ok: false, inputs };
}

/** Rounds a fact for people: what binary fractions leave behind is not worth a digit. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Facts about an indicator that most sentences name. */
export function named(form: Form, code: string): { readonly code: string; readonly name: string; readonly unit: string } {
  const indicator = form.indicators.find((i) => i.code === code);
  if (!indicator) throw new Error(`The form ${form.id} has no indicator ${code}`);
  return { code, name: indicator.name, unit: indicator.unit };
}

export type { Facts };
