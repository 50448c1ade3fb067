import {
  indicatorsByCode,
  rounded,
  type CellRef,
  type Fact,
  type Finding,
  type Fix,
  type Form,
  type Indicator,
  type Language,
  type ProgrammeReport,
  type Reported,
  type Roster,
  type Setting,
  type SettingWords,
  type Severity,
  type Submission,
} from "../domain";

/** What is judged: a submission, the form it fills in, and the roster it is measured by. */
export interface Subject {
  /** It is judged to be sealed. */
  readonly sealing?: boolean;
  readonly submission: Submission;
  readonly form: Form;
  readonly roster: Roster;
}

/** A subject with what rules may ask about it beside. */
export interface Case extends Subject {
  /** Whether the explanation of a row was written for another value: unchanged since the last seal, though the value beside it changed. */
  lapsed(report: ProgrammeReport, row: string): boolean;
  /** What the settings before this one found: how a rule stays silent about a mistake that has its finding. */
  readonly found: readonly Finding[];
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
  /** The finding is for the reviewer alone, who may know what the school's form does not show. Its `fix` is not proposed. */
  readonly for?: Finding["for"];
  readonly unidentified?: Finding["unidentified"];
  /** Present with `for: "reviewer"`, where the reviewer's earlier files are what it is judged by. */
  readonly earlier?: Finding["earlier"];
  /** Where this finding weighs otherwise than the rule; a ruleset that sets a severity has the last word. */
  readonly severity?: Severity;
}

export interface Out<M extends Messages> {
  report<K extends keyof M & string>(message: K, place: Place, facts: { readonly [Name in M[K][number]]: Fact }): void;
  /** 未审核: the inputs are faulty, and another rule says so. Once per setting and programme, and only where the relation would have applied. */
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
  check(judged: Case, options: Options, out: Out<M>): void;
}

/** Types a rule file; does nothing else. */
export function defineRule<const Id extends string, const M extends Messages, Options = object>(
  rule: Rule<Id, M, Options>,
): Rule<Id, M, Options> {
  return rule;
}

/** A registry of rules, by their ids; those of one school or those across schools. */
type Registry = Readonly<Record<string, { readonly messages: Messages }>>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `any` is what lets the conditional type see each rule's own options
type OptionsOf<R> = R extends { check(judged: any, options: infer O, out: any): void } ? O : never;

/** A setting whose options are those of its rule. */
export type SettingOf<Rules extends Registry> = {
  [Id in keyof Rules & string]: {
    readonly rule: Id;
    readonly options: OptionsOf<Rules[Id]>;
    readonly words?: { readonly [L in Language]?: SettingWords<MessageIdOf<Rules, Id>> };
  } & Setting;
}[keyof Rules & string];

/** Message ids of a rule. */
export type MessageIdOf<Rules extends Registry, Id extends keyof Rules> = keyof Rules[Id]["messages"] & string;

/** The indicator of a code. A ruleset that names one the form does not have is a bug of the data. */
export function indicatorOf(form: Form, code: string): Indicator {
  const indicator = indicatorsByCode(form).get(code);
  if (!indicator) throw new Error(`The form ${form.id} has no indicator ${code}`);
  return indicator;
}

/** Facts about an indicator that most sentences name. */
export function named(form: Form, code: string): { readonly code: string; readonly name: string; readonly unit: string } {
  const { name, unit } = indicatorOf(form, code);
  return { code, name, unit };
}

/** What is wrong with a number for its indicator, if anything. */
export type NumberFault = "negative" | "notInteger" | "tooManyDecimals" | "tooLarge";

/** Spreadsheet programs keep 15 digits of a number: a larger one is not what was typed, and sums of such may be no number at all. */
export const LARGEST_NUMBER = 1e15;

export function numberFault({ type }: Indicator, value: number): NumberFault | undefined {
  if (value < 0) return "negative";
  if (value >= LARGEST_NUMBER) return "tooLarge";
  if (Number.isInteger(value)) return undefined;
  // A tolerance: a formula that adds 0.1 and 0.2 has one decimal for people.
  if (Math.abs(value - rounded(value, type.decimals)) <= 1e-9) return undefined;
  return type.decimals === 0 ? "notInteger" : "tooManyDecimals";
}

/**
 * The number of an indicator, if it is one that the indicator can have. Blank, text, fault and impossible numbers are each another rule's
 * business; none is passed over as 0.
 */
export function soundNumber(indicator: Indicator, reported: Reported): number | undefined {
  return reported.kind === "number" && !numberFault(indicator, reported.value) ? reported.value : undefined;
}

/** Numbers of a report by code, and beside them the inputs that are none. */
export interface Numbers<Code extends string> {
  readonly value: Readonly<Partial<Record<Code, number>>>;
  readonly faulty: readonly Reported[];
}

/** The sound numbers of some indicators of a report, and the inputs that are none. */
export function numbersOf<Code extends string>(form: Form, report: ProgrammeReport, codes: readonly Code[]): Numbers<Code> {
  const value: Partial<Record<Code, number>> = {};
  const faulty: Reported[] = [];
  for (const code of codes) {
    const reported = report.values[code]!;
    const number = soundNumber(indicatorOf(form, code), reported);
    if (number === undefined) faulty.push(reported);
    else value[code] = number;
  }
  return { value, faulty };
}
