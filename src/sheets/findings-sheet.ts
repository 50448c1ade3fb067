import { address, type Finding, type PlanCell, type Ruleset, type SheetPlan, type Style } from "../domain";
import { say, sayState, type Locale } from "../locales";
import { cellText } from "./cell-text";
import { fitted } from "./row-heights";
import { framed, STYLE } from "./styles";
import { fittedWidths } from "./widths";

/** The findings of one file, for the list. */
export interface FileFindings {
  readonly file: string;
  readonly school: string;
  readonly findings: readonly Finding[];
  /** Said in place of findings where the file could not be taken. */
  readonly refusal?: string;
  /** In whose words and by whose relations it is told, where that is not what the others are told by: of the definition that it carries. */
  readonly by?: { readonly locale: Locale; readonly ruleset: Ruleset };
}

/** Widths of the columns of a finding, in characters of the default font. */
export const FINDING_WIDTHS = [12, 10, 7, 8, 8, 26, 46, 12, 12, 46, 30];
/** Those that are short and stand in the middle, counted from the first of them. */
const CENTRED = 5;

/** 问题清单: one row a finding, ready to filter; findings of several files stand one below the other. */
export function findingsSheet(files: readonly FileFindings[], locale: Locale, ruleset: Ruleset): SheetPlan {
  const { file, school } = locale.commands.report;
  const heads = [locale.page.reports.number, file, school, ...findingHeads(locale)];
  const rows = files
    .flatMap((one) => rowsOf(one, one.by?.locale ?? locale, one.by?.ruleset ?? ruleset))
    .map((row, at) => lineCells(at + 1, [at + 1, ...row], 3));
  const columnWidths = fittedWidths([6, 30, 22, ...FINDING_WIDTHS], rows.flat());
  return {
    name: locale.page.reports.sheet,
    state: "visible",
    columnWidths,
    rowHeights: new Map([[0, 18]]),
    autoHeights: fitted(rows, columnWidths),
    freeze: { row: 1, column: 0 },
    cells: [...heads.map((value, column) => ({ row: 0, column, value, style: framed(STYLE.heading) })), ...rows.flat()],
    autoFilter: { top: 0, left: 0, bottom: Math.max(rows.length, 1), right: heads.length - 1 },
    page: { paper: 9, landscape: true, fitTo: { width: 1, height: 0 }, titleRows: [0, 0], footer: "&C&P/&N" },
  };
}

/** What stands above the columns of a finding. */
export function findingHeads(locale: Locale): string[] {
  const words = locale.commands.report;
  const { state, worksheet } = locale.page.reports;
  const { severity, rule, cell, programmes, problem, found, expectedHead, cure, explanation } = words;
  return [severity, state, rule, worksheet, cell, programmes, problem, found, expectedHead, cure, explanation];
}

/** A finding as the cells of those columns. */
export function findingRow(finding: Finding, locale: Locale, ruleset: Ruleset): (string | number)[] {
  const { severity, state, rule, sheet, cell, programme, message, found, expected, cure, explanation } = sayAll(finding, locale, ruleset);
  return [severity, state, rule, sheet, cell, programme, message, found, expected, cure, explanation];
}

/** Cells of one line of a list. @param first column of the finding's own columns; the number stands in column 0 */
export function lineCells(row: number, values: readonly (string | number)[], first: number): PlanCell[] {
  const text = framed({ ...STYLE.text, vertical: "top" });
  const count: Style = { ...text, horizontal: "center" };
  return values.map((value, column) => ({
    row,
    column,
    value: cellText(value),
    style: column === 0 || (column >= first && column < first + CENTRED) ? count : text,
  }));
}

function rowsOf({ file, school, findings, refusal }: FileFindings, locale: Locale, ruleset: Ruleset): (string | number)[][] {
  if (refusal !== undefined) return [[file, school, locale.commands.report.status.refused, "", "", "", "", "", refusal, "", "", "", ""]];
  return findings.map((finding) => [file, school, ...findingRow(finding, locale, ruleset)]);
}

/** A finding in the words of its row. */
export function sayAll(finding: Finding, locale: Locale, ruleset: Ruleset) {
  const { message, cure } = say(finding, locale, ruleset);
  return {
    severity: locale.severity[finding.severity],
    state: sayState(finding, locale),
    rule: finding.ref,
    sheet: finding.at.sheet,
    cell: address(finding.at),
    programme: finding.programme ?? "",
    message,
    found: finding.found ?? "",
    expected: finding.expected ?? "",
    cure: finding.state === "explained" ? "" : cure,
    explanation: finding.explanation?.text ?? "",
  };
}
