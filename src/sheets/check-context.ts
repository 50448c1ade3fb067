import type { Form, Roster, Ruleset } from "../domain";
import type { Locale } from "../locales";
import type { ExplanationCells } from "./check-formula";

/** What every check of a form is made of. */
export interface CheckContext {
  readonly form: Form;
  readonly roster: Roster;
  readonly ruleset: Ruleset;
  readonly locale: Locale;
}

/** A1 addresses on one programme sheet. */
export interface RowCells extends ExplanationCells {
  value(code: string): string;
  comparison(code: string): string;
  /** @param row an indicator code, or `line` */
  explanation(row: string): string;
  text(id: string): string;
  /** 本期数 of all indicators. */
  readonly values: string;
}
