/** A prompt shown beside a selected cell, or the alert after a refused entry. Titles hold at most 32 characters, texts 255. */
export interface BoxWords {
  readonly title: string;
  readonly text: string;
}

/** Words that the workbook says beside what is printed on the form: prompts, alerts, results and help. Prompts, alerts and help may name any label of the form. */
export interface FormWords {
  /** 审核结果 of a row whose query is settled by an explanation. */
  readonly explained: string;
  readonly prompt: {
    readonly school: BoxWords;
    readonly period: BoxWords;
    readonly category: BoxWords;
    readonly cluster: BoxWords;
    readonly programme: BoxWords;
    /** `{code}` `{name}` `{unit}`. */
    readonly integer: BoxWords;
    /** As above, and `{decimals}`. */
    readonly decimal: BoxWords;
    /** `{min}` characters. */
    readonly explanation: BoxWords;
    /** `{text}`: what was explained last period. */
    readonly carried: BoxWords;
    /** `{label}` `{max}`. */
    readonly text: BoxWords;
    /** `{label}`. */
    readonly coverText: BoxWords;
    /** `{label}`. */
    readonly phone: BoxWords;
    readonly email: BoxWords;
    readonly date: BoxWords;
  };
  readonly alert: {
    readonly list: BoxWords;
    /** The roster is incomplete: another name may be right, but has to be explained. */
    readonly offRoster: BoxWords;
    readonly integer: BoxWords;
    readonly decimal: BoxWords;
    /** `{max}`. */
    readonly length: BoxWords;
    readonly date: BoxWords;
  };
  readonly cover: {
    readonly number: string;
    readonly sheet: string;
    readonly errors: string;
    readonly queries: string;
    readonly total: string;
    readonly seal: string;
    readonly unsealed: string;
    /** `{code}`. */
    readonly formCode: string;
    readonly notBegun: string;
    /** Concatenated with the counts: `{errors}` `{queries}`. */
    readonly blocked: string;
    readonly passed: string;
    /** In the place of counts of a sheet that nobody has begun. */
    readonly blankSheet: string;
    /** `{sheets}`. */
    readonly someBlank: string;
    readonly helpTitle: string;
    /** Numbered lines. `{office}` `{email}` `{due}` `{min}`. */
    readonly help: readonly string[];
    /** Said where the form is a reconstruction. */
    readonly reconstructed: string;
  };
  /** Beside a text: `{used}` of `{max}`. */
  readonly used: string;
  readonly page: string;
}
