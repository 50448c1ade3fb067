import { address, type Finding, type SheetPlan, type Style } from "../domain";
import { say, type Locale } from "../locales";
import { framed, STYLE } from "./styles";

/** The findings of one file, for the list. */
export interface FileFindings {
  readonly file: string;
  readonly school: string;
  readonly findings: readonly Finding[];
  /** Said in place of findings where the file could not be taken. */
  readonly refusal?: string;
}

const WIDTHS = [6, 30, 22, 12, 10, 7, 8, 8, 26, 46, 12, 12, 46, 30];

/** 问题清单: one row a finding, ready to filter; findings of several files stand one below the other. */
export function findingsSheet(files: readonly FileFindings[], locale: Locale): SheetPlan {
  const words = locale.commands.report;
  const own = locale.page.reports;
  const heads = [
    own.number,
    words.file,
    words.school,
    words.severity,
    own.state,
    words.rule,
    own.worksheet,
    words.cell,
    words.programmes,
    words.problem,
    words.found,
    words.expected,
    words.cure,
    words.explanation,
  ];
  const rows = files.flatMap((one) => rowsOf(one, locale));
  const text = framed({ ...STYLE.text, vertical: "top" });
  const count: Style = { ...text, horizontal: "center" };
  return {
    name: own.sheet,
    state: "visible",
    columnWidths: WIDTHS,
    freeze: { row: 1, column: 0 },
    cells: [
      ...heads.map((value, column) => ({ row: 0, column, value, style: framed(STYLE.heading) })),
      ...rows.flatMap((row, at) =>
        [at + 1, ...row].map((value, column) => ({
          row: at + 1,
          column,
          value: value === "" ? null : value,
          style: column === 0 || (column > 2 && column < 8) ? count : text,
        })),
      ),
    ],
    autoFilter: { top: 0, left: 0, bottom: Math.max(rows.length, 1), right: heads.length - 1 },
    page: { paper: 9, landscape: true, fitTo: { width: 1, height: 0 }, titleRows: [0, 0], footer: "&C&P/&N" },
  };
}

function rowsOf({ file, school, findings, refusal }: FileFindings, locale: Locale): (string | number)[][] {
  if (refusal !== undefined) return [[file, school, locale.commands.report.status.refused, "", "", "", "", "", refusal, "", "", "", ""]];
  return findings.map((finding) => {
    const said = sayAll(finding, locale);
    const { severity, state, rule, sheet, cell, programme, message, found, expected, cure, explanation } = said;
    return [file, school, severity, state, rule, sheet, cell, programme, message, found, expected, cure, explanation];
  });
}

/** A finding in the words of its row. */
export function sayAll(finding: Finding, locale: Locale) {
  const { message, cure } = say(finding, locale);
  return {
    severity: locale.severity[finding.severity],
    state: locale.state[finding.state],
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
