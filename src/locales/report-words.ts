import type { SealState } from "../domain";

/** Words of the reports on checked forms. */
export interface ReportWords {
  /** `{formName}`. */
  readonly title: string;
  /** First and second half of a `{year}`. */
  readonly period: readonly [string, string];
  /** Between the items of a list. */
  readonly comma: string;
  readonly colon: string;
  readonly file: string;
  readonly files: string;
  readonly school: string;
  readonly periodLabel: string;
  readonly programmes: string;
  readonly sealLabel: string;
  /** `{code}` `{cells}`. */
  readonly seal: { readonly [S in SealState["state"]]: string };
  /** Sealed by a program whose seals did not cover the comparison values: `{code}`. */
  readonly sealedInputs: string;
  /** Sealed by a program that let formulas pass: `{code}` `{cells}`. */
  readonly sealedFormulas: string;
  /** Changed, but no cell can be named. */
  readonly sealRecordChanged: string;
  readonly status: { readonly [S in "clean" | "explained" | "blocked" | "refused"]: string };
  readonly conclusion: {
    readonly label: string;
    readonly clean: string;
    readonly explained: string;
    /** `{errors}` `{queries}` `{notChecked}`. */
    readonly blocked: string;
    readonly refused: string;
    /** Of several files: `{files}` `{clean}` `{explained}` `{blocked}` `{refused}`. */
    readonly all: string;
    readonly allClean: string;
  };
  readonly next: {
    readonly label: string;
    readonly seal: string;
    /** All is sealed and unchanged. */
    readonly send: string;
    readonly correct: string;
    readonly explain: string;
    readonly unchecked: string;
    /** `{count}`. */
    readonly fix: string;
    readonly reseal: string;
    readonly refused: string;
  };
  readonly counts: { readonly [C in "fatal" | "error" | "query" | "explained" | "advisory" | "notChecked"]: string };
  readonly countsLabel: string;
  readonly findings: string;
  readonly noFindings: string;
  /** `{title}`, `{form}`: what a file was judged by that carries its own definition. */
  readonly carried: string;
  readonly carriedLabel: string;
  readonly cell: string;
  readonly rule: string;
  readonly severity: string;
  readonly problem: string;
  readonly found: string;
  readonly expected: string;
  /** The same of a query: nothing has to be what it is compared with. */
  readonly compared: string;
  /** Above a column of both. */
  readonly expectedHead: string;
  readonly cure: string;
  readonly fix: string;
  readonly explanation: string;
  readonly related: string;
  readonly why: string;
  readonly options: string;
  /** What a relation says, as its author wrote it. */
  readonly relation: string;
  /** 允许误差 of a relation, `{tolerance}`. */
  readonly tolerance: string;
  readonly blank: string;
  /** `{name}` `{version}` `{form}` `{ruleset}`. */
  readonly madeBy: string;
  readonly integrity: string;
  /** `{id}` `{version}` `{count}`. */
  readonly ruleset: string;
}
