import { address, cellName, ofOwnSheets, type Finding, type Ruleset } from "../../domain";
import { say, sayRefusal, type Locale } from "../../locales";
import type { Judged } from "../check";
import { contextOf } from "./file-context";
import { statusOfFile, type FileReport, type ReportContext, type Reporter } from "./reporter";
import { programmeName, shownText } from "./words";

/** The report for programs, as the contract lays it out: the order of the fields is part of it. */
export function jsonReporter(context: ReportContext): Reporter {
  const { tool, form, ruleset, code } = context;
  const head = {
    name: tool.name,
    version: tool.version,
    form: { id: form.id, version: form.version, code },
    ruleset: { id: ruleset.id, version: ruleset.version },
  };
  let first = true;
  return {
    begin: () => `{\n  "tool": ${indented(head, 2)},\n  "files": [`,
    file(report) {
      const comma = first ? "" : ",";
      first = false;
      return `${comma}\n    ${indented(fileJson(report, contextOf(report, context)), 4)}`;
    },
    end: () => [first ? "]\n}\n" : "\n  ]\n}\n"],
  };
}

/** JSON whose further lines stand `by` spaces to the right. */
export function indented(value: unknown, by: number): string {
  return JSON.stringify(value, null, 2).replace(/\n/g, `\n${" ".repeat(by)}`);
}

/** One entry of `files`. */
function fileJson(report: FileReport, { form, roster, ruleset, code, from, locale }: ReportContext): object {
  const { path, outcome } = report;
  const head = { path, status: statusOfFile(report) };
  if (outcome.kind === "refused") {
    const { refusal } = outcome;
    return { ...head, refusal: { code: refusal.code, message: sayRefusal(refusal, locale) } };
  }
  const { checked } = outcome;
  const { submission } = checked.form;
  return {
    ...head,
    form: { id: form.id, version: form.version, code, from },
    roster: { version: roster.version },
    school: submission.issued.school,
    period: submission.issued.period,
    programmes: ofOwnSheets(submission).programmes.map((one) => ({
      category: shownText(one.category),
      cluster: shownText(one.cluster),
      programme: programmeName(one),
      sheet: one.sheet,
    })),
    seal: sealJson(checked),
    counts: checked.counts,
    findings: checked.findings.map((finding) => findingJson(finding, locale, ruleset)),
  };
}

function sealJson({ seal }: Judged): object {
  switch (seal.state) {
    case "none":
      return { state: seal.state };
    case "sealed":
      return { state: seal.state, code: seal.code };
    case "changed":
      return { state: seal.state, code: seal.code, changedCells: seal.changed.map(cellName) };
  }
}

/** One finding, as the contract lays it out. */
export function findingJson(finding: Finding, locale: Locale, ruleset: Ruleset): object {
  const { rule, ref, severity, state, for: whom, at, related, indicator, programme, found, expected } = finding;
  const { message, cure, fix } = say(finding, locale, ruleset);
  return {
    rule,
    ref,
    severity,
    state,
    // A value that is undefined is left out by JSON.stringify: the field is present only where it applies.
    for: whom,
    sheet: at.sheet,
    cell: address(at),
    ...(related.length > 0 ? { related: related.map(cellName) } : {}),
    indicator,
    programme,
    found,
    expected,
    message,
    cure,
    fix: fixJson(finding, fix),
    explanation: explanationJson(finding),
  };
}

/**
 * The cell of a fix; with its sheet only where that is not the finding's own.
 * @param label what it would do
 */
function fixJson({ fix, at }: Finding, label: string | undefined): object | undefined {
  if (!fix) return undefined;
  const cell = fix.at.sheet === at.sheet ? address(fix.at) : cellName(fix.at);
  return fix.kind === "value" ? { cell, value: fix.value, label } : { cell, label };
}

function explanationJson({ explanation, at }: Finding): object | undefined {
  if (!explanation) return undefined;
  const cell = explanation.at.sheet === at.sheet ? address(explanation.at) : cellName(explanation.at);
  return { cell, text: explanation.text, fault: explanation.fault };
}
