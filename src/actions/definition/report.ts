import { address, type Catalogue, type Refusal, type Result } from "../../domain";
import type { BookProblem, CheckedBook } from "../../definition/book";
import { fill, sayRefusal, type Locale } from "../../locales";
import { bookWords, sayBookProblem } from "../../locales/mistakes";
import { indented } from "../report/json";
import { columnsOf, padded, plain } from "../report/plain";

/** Why a file cannot be read as the definition of a form. */
export type DefinitionRefusal = Refusal | { readonly code: "not-a-definition"; readonly detail: string };

/** What a file says as a definition: a catalogue where nothing is wrong. */
export interface CheckedDefinition extends Omit<CheckedBook, "definition"> {
  readonly catalogue?: Catalogue;
  /** It was read from a form that was issued, which may be filled in. */
  readonly issued?: true;
}

/** What `form check` tells of. */
export interface DefinitionReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly file: string;
  readonly outcome: Result<CheckedDefinition, DefinitionRefusal>;
}

/** How a file fared as a definition. */
function statusOf({ outcome }: DefinitionReport): "usable" | "faulty" | "refused" {
  if (!outcome.ok) return "refused";
  return outcome.value.catalogue ? "usable" : "faulty";
}

/** Why a file cannot be read as the definition of a form, in words. */
export function sayDefinitionRefusal(refusal: DefinitionRefusal, locale: Locale): string {
  const own = bookWords[locale.tag].refusal;
  if (refusal.code === "not-a-definition" || refusal.code === "too-large") return own[refusal.code];
  return sayRefusal(refusal, locale);
}

/** The report for programs: the order of the fields is part of the contract. */
export function definitionJson(report: DefinitionReport, locale: Locale): string {
  const { tool, file, outcome } = report;
  const head = { tool, file, status: statusOf(report) };
  if (!outcome.ok) {
    const { code } = outcome.error;
    return `${indented({ ...head, refusal: { code, message: sayDefinitionRefusal(outcome.error, locale) } }, 0)}\n`;
  }
  const { catalogue, counts, problems } = outcome.value;
  return `${indented(
    {
      ...head,
      // A value that is undefined is left out: what a faulty definition calls itself is not sure.
      form: catalogue && { id: catalogue.form.id, version: catalogue.form.version, code: catalogue.code },
      counts,
      problems: problems.map((problem) => ({
        sheet: problem.at.sheet,
        cell: address(problem.at),
        severity: problem.severity,
        kind: kindOf(problem),
        ...sayBookProblem(problem, locale.tag),
      })),
    },
    0,
  )}\n`;
}

function kindOf(problem: BookProblem): string {
  return "mistake" in problem ? problem.mistake.code : problem.code;
}

/** The report for people at a terminal: sheet by sheet, each problem with its cell and its cure. */
export function definitionText(report: DefinitionReport, locale: Locale): string {
  const words = bookWords[locale.tag];
  const title = `${plain(report.file)}  ${words.status[statusOf(report)]}`;
  if (!report.outcome.ok) return `${title}\n  ${plain(sayDefinitionRefusal(report.outcome.error, locale))}\n`;
  const { catalogue, counts, problems } = report.outcome.value;
  const of = (severity: string): number => problems.filter((one) => one.severity === severity).length;
  const sheets = [...new Set(problems.map(({ at }) => at.sheet))];
  return [
    title,
    ...(catalogue
      ? [
          `  ${plain(catalogue.form.title)} · ${fill(words.form, { id: catalogue.form.id, version: catalogue.form.version, code: catalogue.code })}`,
        ]
      : []),
    `  ${fill(words.counts, counts)}`,
    ...sheets.flatMap((sheet) => [
      "",
      `  ${plain(sheet)}`,
      ...problemLines(
        problems.filter(({ at }) => at.sheet === sheet),
        locale,
      ),
    ]),
    "",
    `  ${catalogue ? words.usable : fill(words.faulty, { errors: of("error"), questions: of("question") })}`,
    "",
  ].join("\n");
}

/** The problems of a sheet, their heads aligned. */
function problemLines(problems: readonly BookProblem[], locale: Locale): string[] {
  const words = bookWords[locale.tag].severity;
  const { colon, cure: label } = locale.commands.report;
  const cells = Math.max(...problems.map(({ at }) => address(at).length));
  const levels = Math.max(...problems.map(({ severity }) => columnsOf(words[severity])));
  return problems.flatMap((problem) => {
    const { message, cure } = sayBookProblem(problem, locale.tag);
    const head = `    ${padded(address(problem.at), cells)}  ${padded(words[problem.severity], levels)}  `;
    return [head + plain(message), `${" ".repeat(columnsOf(head))}${label}${colon}${plain(cure)}`];
  });
}
