import { address, kindOf, type Finding, type FindingCounts, type FindingKind } from "../../domain";
import { say, type Locale } from "../../locales";
import type { FileReport, ReportContext, statusOfFile } from "./reporter";
import { ruleTitle, sayExplanation, sayFound, sayRelated, type SheetFindings } from "./words";

/** What the overview keeps of each file. */
export interface OverviewRow {
  readonly id: string;
  readonly report: Pick<FileReport, "path">;
  readonly status: ReturnType<typeof statusOfFile>;
  readonly school: string;
  readonly errors: number | undefined;
  readonly queries: number | undefined;
}

type Words = Locale["commands"]["report"];
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Text for HTML: nothing from a file can become markup. Control characters, which HTML forbids, and marks of direction, which could turn a
 * line around, become the replacement character.
 */
export function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd")
    .replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}

/** A shape for each kind, so that nothing hangs on colour. */
const SHAPES = { fatal: "■", error: "▲", query: "◆", explained: "✓", advisory: "●", notChecked: "○" } as const;

/** The numbers of the school's findings by kind. */
export function countsOf(counts: FindingCounts, words: Words): string {
  const items = (Object.keys(SHAPES) as FindingKind[]).map((name) => {
    const shape = `<span class="shape ${name}" aria-hidden="true">${SHAPES[name]}</span>`;
    return `<li${counts[name] === 0 ? ' class="zero"' : ""}><b>${counts[name]}</b>${shape}${escaped(words.counts[name])}</li>`;
  });
  return `<ul class="counts" aria-label="${escaped(words.countsLabel)}">\n${items.join("\n")}\n</ul>`;
}

/** What only a reviewer can settle, apart from what the school has to deal with; nothing where there is none. */
export function reviewerPart(sheets: readonly SheetFindings[], context: ReportContext): string {
  if (sheets.length === 0) return "";
  const { title, note } = context.locale.reviewer;
  return `<h3>${escaped(title)}</h3>\n<p>${escaped(note)}</p>\n${sheets.map((group) => sheetTable(group, context)).join("\n")}\n`;
}

/** The findings of one sheet as a table. */
export function sheetTable({ sheet, programme, findings }: SheetFindings, context: ReportContext): string {
  const words = context.locale.commands.report;
  const heads = [words.cell, words.severity, words.problem, words.cure].map((label) => `<th scope="col">${escaped(label)}</th>`);
  return `<h3>${escaped(programme === undefined ? sheet : `${sheet}　${programme}`)}</h3>
<div class="table"><table class="findings">
<thead><tr>${heads.join("")}</tr></thead>
<tbody>
${findings.map((finding) => row(finding, context)).join("\n")}
</tbody>
</table></div>`;
}

function row(finding: Finding, { locale, ruleset }: ReportContext): string {
  const words = locale.commands.report;
  const { message, cure, fix } = say(finding, locale, ruleset);
  const kind = kindOf(finding);
  const state = finding.state === "open" ? "" : `<small>${escaped(locale.state[finding.state])}</small>`;
  const level = `<span class="shape" aria-hidden="true">${SHAPES[kind]}</span>${escaped(locale.severity[finding.severity])}${state}`;
  const problem = [
    `<p class="what">${escaped(finding.ref)} ${escaped(ruleTitle(finding, locale, ruleset))}</p>`,
    `<p>${escaped(message)}</p>`,
    more(undefined, sayFound(finding, locale), words),
    more(words.related, sayRelated(finding, locale), words),
    more(words.explanation, sayExplanation(finding, locale, ruleset), words),
  ];
  const remedy = [finding.state === "explained" ? "" : `<p>${escaped(cure)}</p>`, more(words.fix, fix, words)];
  const cells = [
    `<th scope="row">${address(finding.at)}</th>`,
    `<td class="level ${kind}">${level}</td>`,
    `<td>${problem.join("")}</td>`,
    `<td>${remedy.join("")}</td>`,
  ];
  return `<tr class="${kind}">${cells.join("")}</tr>`;
}

function more(label: string | undefined, text: string | undefined, words: Words): string {
  if (text === undefined) return "";
  return `<p class="more">${label === undefined ? "" : `<b>${escaped(label)}</b>${escaped(words.colon)}`}${escaped(text)}</p>`;
}

/** All files of a report, each leading to its section. */
export function overview(rows: readonly OverviewRow[], words: Words): string {
  const heads = [words.file, words.school, words.conclusion.label, words.counts.error, words.counts.query].map(
    (label) => `<th scope="col">${escaped(label)}</th>`,
  );
  const number = (value: number | undefined): string => `<td class="number">${value ?? "—"}</td>`;
  const lines = rows.map(
    ({ id, report, status, school, errors, queries }) =>
      `<tr><td><a href="#${id}">${escaped(report.path)}</a></td><td>${escaped(school)}</td>` +
      `<td>${escaped(words.status[status])}</td>${number(errors)}${number(queries)}</tr>`,
  );
  return `<h2>${escaped(words.files)}</h2>
<div class="table"><table class="files">
<thead><tr>${heads.join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody>
</table></div>`;
}
