import {
  cellName,
  forSchool,
  ofOwnSheets,
  SEAL_VERSION,
  shown,
  textOf,
  type CellRef,
  type Finding,
  type ProgrammeReport,
  type Ruleset,
} from "../../domain";
import { fill, relationOf, relationWords, sayExplanationFault, type Locale } from "../../locales";
import type { Judged } from "../check";
import type { Tally } from "./tally";

/** What all reports for people say alike. */

/** The findings of one sheet, in order. */
export interface SheetFindings {
  readonly sheet: string;
  /** Absent for the cover. */
  readonly programme: string | undefined;
  readonly findings: readonly Finding[];
}

/** Findings grouped by sheet, sheets in the order of the findings: those of the school, and those for the reviewer alone. */
export function bySheet({ findings, form }: Judged): { readonly school: SheetFindings[]; readonly reviewer: SheetFindings[] } {
  return {
    school: grouped(findings.filter(forSchool), form),
    reviewer: grouped(
      findings.filter((finding) => !forSchool(finding)),
      form,
    ),
  };
}

function grouped(findings: readonly Finding[], form: Judged["form"]): SheetFindings[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.at.sheet);
    if (group) group.push(finding);
    else groups.set(finding.at.sheet, [finding]);
  }
  const named = new Map(form.submission.programmes.map((report) => [report.sheet, programmeName(report)]));
  return [...groups].map(([sheet, its]) => ({ sheet, programme: named.get(sheet) || undefined, findings: its }));
}

/** The name of a programme as it stands in its form. */
export function programmeName(report: ProgrammeReport): string {
  return textOf(report.programme) ?? "";
}

/** The programme sheets of a form by name and programme; those out of other forms are none of its own. */
export function sayProgrammes({ form }: Judged, locale: Locale): string {
  const { blank, comma } = locale.commands.report;
  const own = ofOwnSheets(form.submission).programmes;
  return own.map((report) => `${report.sheet} ${programmeName(report) || blank}`).join(comma);
}

/** How a form stands to its seal, in words. */
export function saySeal({ seal, form }: Judged, locale: Locale): string {
  const words = locale.commands.report;
  switch (seal.state) {
    case "none":
      return words.seal.none;
    case "sealed": {
      const { code, formulas } = seal;
      if (formulas) return fill(words.sealedFormulas, { code, cells: cellNames(formulas, locale) });
      return fill((form.submission.seal?.version ?? SEAL_VERSION) < 2 ? words.sealedInputs : words.seal.sealed, { code });
    }
    case "changed":
      return fill(words.seal.changed, { code: seal.code, cells: cellNames(seal.changed, locale) || words.sealRecordChanged });
  }
}

/** Names of cells as a list. */
export function cellNames(cells: readonly CellRef[], locale: Locale): string {
  return cells.map(cellName).join(locale.commands.report.comma);
}

/** The conclusion on one form. */
export function sayConclusion({ status, counts }: Judged, locale: Locale): string {
  const { conclusion } = locale.commands.report;
  if (status !== "blocked") return conclusion[status];
  return fill(conclusion.blocked, { errors: counts.fatal + counts.error, queries: counts.query, notChecked: counts.notChecked });
}

/** The conclusion on several files. */
export function sayAll(tally: Tally, locale: Locale): string {
  const { conclusion } = locale.commands.report;
  const facts = { files: tally.total, ...tally.files };
  return fill(tally.files.clean === tally.total ? conclusion.allClean : conclusion.all, facts);
}

/** What to do next, step by step; sealing only where nothing is in its way. */
export function nextSteps({ left, files }: Tally, locale: Locale): string[] {
  const { next } = locale.commands.report;
  return [
    ...(files.refused > 0 ? [next.refused] : []),
    ...(left.errors > 0 ? [next.correct] : []),
    ...(left.queries > 0 ? [next.explain] : []),
    ...(left.notChecked > 0 ? [next.unchecked] : []),
    ...(left.fixes > 0 ? [fill(next.fix, { count: left.fixes })] : []),
    ...(left.changed > 0 ? [next.reseal] : []),
    ...(files.blocked + files.refused + left.changed > 0 ? [] : [left.unsealed > 0 ? next.seal : next.send]),
  ];
}

/** What stands in the cell and what was expected there, in words; undefined where the finding names neither. */
export function sayFound({ severity, found, expected }: Finding, locale: Locale): string | undefined {
  if (expected === undefined) return undefined;
  const words = locale.commands.report;
  const was = found === undefined || found === "" ? words.blank : found;
  return `${severity === "query" ? words.compared : words.expected}${words.colon}${expected}${words.comma}${words.found}${words.colon}${was}`;
}

/** The explanation of a query in words, and why it does not settle it yet; undefined where there is nothing to say. */
export function sayExplanation({ explanation }: Finding, locale: Locale, ruleset: Ruleset): string | undefined {
  if (!explanation) return undefined;
  const fault = explanation.fault === undefined ? "" : sayExplanationFault(explanation.fault, ruleset.explanation, locale);
  return [explanation.text, fault].filter((part) => part !== "").join(" ") || undefined;
}

/** The other cells of a finding, in words; undefined where there are none. */
export function sayRelated({ related, at }: Finding, locale: Locale): string | undefined {
  const others = related.map(cellName).filter((name) => name !== cellName(at));
  return others.join(locale.commands.report.comma) || undefined;
}

/** Title of the relation of a finding. */
export function ruleTitle(finding: Finding, locale: Locale, ruleset: Ruleset): string {
  return relationWords(relationOf(finding, ruleset), locale)?.title ?? finding.rule;
}

/** What a cell shows, as text. */
export function shownText(reported: Parameters<typeof shown>[0]): string {
  return String(shown(reported));
}
