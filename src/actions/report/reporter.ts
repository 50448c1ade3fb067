import { parsePeriod, type Catalogue, type Refusal } from "../../domain";
import { fill, type Locale } from "../../locales";
import type { Judged } from "../check";

/** What became of one file: checked, or refused. */
export type Outcome = { readonly kind: "checked"; readonly checked: Judged } | { readonly kind: "refused"; readonly refusal: Refusal };

/** One file of a report. */
export interface FileReport {
  /** As the person who asked wrote it. */
  readonly path: string;
  readonly outcome: Outcome;
}

/** What every report needs beside the files: the definition at hand, among others. */
export interface ReportContext extends Catalogue {
  readonly tool: { readonly name: string; readonly version: string };
  /** Where that definition is from; `file` where a file was judged by its own. */
  readonly from: "built-in" | "given" | "file";
  readonly locale: Locale;
  /** Colours for a terminal; only the text report asks. */
  readonly colour?: boolean;
}

/**
 * A report, made piece by piece so that hundreds of files need no more memory than one: first `begin`, then `file` for each
 * file in order, then `end`. The pieces in a row are the report. The same files give the same bytes.
 */
export interface Reporter {
  begin(): string;
  file(report: FileReport): string;
  /** Piece by piece as well: a report of hundreds of files is never one string. */
  end(): Iterable<string>;
}

export type FileStatus = Judged["status"] | "refused";

/** How a file came off. */
export function statusOfFile({ outcome }: FileReport): FileStatus {
  return outcome.kind === "refused" ? "refused" : outcome.checked.status;
}

/** A reporting period as people of a language write it; what cannot be read is shown as it stands. */
export function sayPeriod(id: string, locale: Locale): string {
  const period = parsePeriod(id);
  return period ? fill(locale.commands.report.period[period.half - 1]!, { year: period.year }) : id;
}

/** `annex2/1 7K3Q-9ABC-0XYZ`: a form with its version and 表式码, for people. */
export function coded({ form, code }: Pick<Catalogue, "form" | "code">): string {
  return `${versioned(form)} ${code}`;
}

/** `annex2/1`: a form or ruleset with its version, for people. */
export function versioned({ id, version }: { readonly id: string; readonly version: number }): string {
  return `${id}/${version}`;
}
