import type { Fact, Finding, Form, Roster, Severity, LineWithTexts } from "../../domain";
import type { Messages } from "../define";

/** What is judged across schools: the lines of all files that count, the form, the roster. */
export interface AcrossCase {
  /** Roster order, then name of the school, then sheet. */
  readonly lines: readonly LineWithTexts[];
  readonly form: Form;
  readonly roster: Roster;
}

/** The cell a finding stands at, on the sheet of its line. Cells of other files are never `related`: an address without its file would mislead. */
export interface AcrossPlace {
  readonly at: { readonly row: number; readonly column: number };
  readonly indicator?: string;
  readonly found?: Fact;
  readonly expected?: Fact;
  /** The finding is for the reviewer alone. */
  readonly for?: Finding["for"];
}

export interface AcrossOut<M extends Messages> {
  report<K extends keyof M & string>(
    message: K,
    line: LineWithTexts,
    place: AcrossPlace,
    facts: { readonly [Name in M[K][number]]: Fact },
  ): void;
}

/** A rule that compares schools with each other: one judgement, which no school can make alone. */
export interface AcrossRule<Id extends string = string, M extends Messages = Messages, Options = never> {
  readonly id: Id;
  readonly severity: Severity;
  readonly messages: M;
  check(judged: AcrossCase, options: Options, out: AcrossOut<M>): void;
}

/** Types a rule file; does nothing else. */
export function defineAcrossRule<const Id extends string, const M extends Messages, Options = object>(
  rule: AcrossRule<Id, M, Options>,
): AcrossRule<Id, M, Options> {
  return rule;
}
