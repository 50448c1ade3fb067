import { address, type Finding, type FindingKind, type Severity } from "../../domain";
import { say, sayRefusal } from "../../locales";
import type { Judged } from "../check";
import { padded, columnsOf, plain } from "./plain";
import { contextOf, sayCarried } from "./file-context";
import { coded, sayPeriod, statusOfFile, versioned, type FileReport, type ReportContext, type Reporter } from "./reporter";
import { Tally } from "./tally";
import {
  bySheet,
  nextSteps,
  sayProgrammes,
  ruleTitle,
  sayAll,
  sayConclusion,
  sayExplanation,
  sayFound,
  sayRelated,
  saySeal,
  type SheetFindings,
} from "./words";

type Paint = (text: string, style: "bold" | "dim" | "red" | "yellow" | "green" | "cyan") => string;
const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], green: [32, 39], cyan: [36, 39] } as const;
const STYLES = { fatal: "red", error: "red", query: "yellow", advisory: "cyan" } as const satisfies Record<Severity, keyof typeof CODES>;

/** Colours only repeat what the words beside them say. */
const painted: Paint = (text, style) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`;
const unpainted: Paint = (text) => text;

/** The report for people at a terminal: by file and sheet, then the conclusion and what to do next. */
export function textReporter(context: ReportContext): Reporter {
  const { locale, tool, ruleset, colour } = context;
  const paint = colour ? painted : unpainted;
  const tally = new Tally();
  const words = locale.commands.report;
  return {
    begin: () => "",
    file(report) {
      tally.add(report);
      return `${tally.total > 1 ? "\n" : ""}${fileLines(report, contextOf(report, context), paint).join("\n")}\n`;
    },
    end() {
      const steps = nextSteps(tally, locale).map((step, index) => `  ${index + 1}. ${step}`);
      const versions = `${tool.name} ${tool.version} · ${coded(context)} · ${versioned(ruleset)}`;
      const all = tally.total > 1 ? ["", paint(sayAll(tally, locale), "bold")] : [];
      return [[...all, "", paint(words.next.label, "bold"), ...steps, "", paint(versions, "dim"), ""].join("\n")];
    },
  };
}

function fileLines(report: FileReport, context: ReportContext, paint: Paint): string[] {
  const { locale } = context;
  const { outcome } = report;
  const status = statusOfFile(report);
  const mark = paint(locale.commands.report.status[status], status === "blocked" || status === "refused" ? "red" : "green");
  const title = `${paint(plain(report.path), "bold")}  ${mark}`;
  if (outcome.kind === "refused") return [title, `  ${plain(sayRefusal(outcome.refusal, locale))}`];
  return [title, ...checkedLines(outcome.checked, context, paint)];
}

function checkedLines(checked: Judged, context: ReportContext, paint: Paint): string[] {
  const { locale } = context;
  const words = locale.commands.report;
  const { submission } = checked.form;
  const { reviewer, ...its } = checked.counts;
  const counts = Object.entries(its).map(([name, count]) => `${words.counts[name as FindingKind]} ${count}`);
  if (reviewer > 0) counts.push(`${locale.reviewer.title} ${reviewer}`);
  const sheets = bySheet(checked);
  const carried = sayCarried(context);
  return [
    `  ${plain(submission.issued.school)} · ${sayPeriod(plain(submission.issued.period), locale)} · ${plain(saySeal(checked, locale))}`,
    `  ${plain(sayProgrammes(checked, locale))}`,
    ...(carried === undefined ? [] : [`  ${plain(carried)}`]),
    `  ${counts.join(" · ")}`,
    ...sheets.school.flatMap((one) => groupLines(one, context, paint)),
    ...(reviewer > 0 ? ["", `  ${paint(locale.reviewer.title, "bold")}${words.colon}${locale.reviewer.note}`] : []),
    ...sheets.reviewer.flatMap((one) => groupLines(one, context, paint)),
    "",
    `  ${paint(sayConclusion(checked, locale), checked.status === "blocked" ? "red" : "green")}`,
  ];
}

function groupLines({ sheet, programme, findings }: SheetFindings, context: ReportContext, paint: Paint): string[] {
  const title = paint(plain(programme === undefined ? sheet : `${sheet} ${programme}`), "bold");
  return ["", `  ${title}`, ...sheetLines(findings, context, paint)];
}

/** The findings of a sheet, their heads aligned. */
function sheetLines(findings: readonly Finding[], context: ReportContext, paint: Paint): string[] {
  const { locale, ruleset } = context;
  const heads = findings.map((finding) => ({
    cell: address(finding.at),
    level: `${locale.severity[finding.severity]} ${finding.ref}${finding.state === "open" ? "" : ` ${locale.state[finding.state]}`}`,
  }));
  const cells = Math.max(...heads.map(({ cell }) => cell.length));
  const levels = Math.max(...heads.map(({ level }) => columnsOf(level)));
  return findings.flatMap((finding, index) => {
    const { cell, level } = heads[index]!;
    const style = finding.state === "open" ? STYLES[finding.severity] : "dim";
    const head = `    ${paint(padded(cell, cells), "bold")}  ${paint(padded(level, levels), style)}  ${ruleTitle(finding, locale, ruleset)}`;
    return [head, ...details(finding, context).map((line) => `      ${plain(line)}`)];
  });
}

/** What, what was expected, the cure, the fix. */
function details(finding: Finding, { locale, ruleset }: ReportContext): string[] {
  const words = locale.commands.report;
  const { message, cure, fix } = say(finding, locale, ruleset);
  const labelled = (label: string, text: string | undefined): string[] => (text === undefined ? [] : [`${label}${words.colon}${text}`]);
  const settled = finding.state === "explained";
  const found = sayFound(finding, locale);
  return [
    message,
    ...(found === undefined ? [] : [found]),
    ...labelled(words.related, sayRelated(finding, locale)),
    ...labelled(words.explanation, sayExplanation(finding, locale, ruleset)),
    ...labelled(words.cure, settled ? undefined : cure),
    ...labelled(words.fix, fix),
  ];
}
