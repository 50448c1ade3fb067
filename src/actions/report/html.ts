import { fill, formFacts, sayRefusal } from "../../locales";
import { countsOf, escaped, overview, reviewerPart, sheetTable, type OverviewRow } from "./html-parts";
import { STYLE } from "./html-style";
import { contextOf, sayCarried } from "./file-context";
import { coded, sayPeriod, statusOfFile, versioned, type FileReport, type ReportContext, type Reporter } from "./reporter";
import { Tally } from "./tally";
import { bySheet, nextSteps, sayAll, sayConclusion, sayProgrammes, saySeal } from "./words";

/**
 * The report to hand on: one page that needs nothing else, reads on any screen and prints on A4.
 * Conclusion and overview stand first, so the sections are kept until the last file is known.
 */
export function htmlReporter(context: ReportContext): Reporter {
  const tally = new Tally();
  const rows: OverviewRow[] = [];
  // As bytes: text put together from hundreds of pieces takes ten times the room.
  const sections: Uint8Array[] = [];
  return {
    begin: () => "",
    file(report) {
      tally.add(report);
      const row = rowOf(report, `f${tally.total}`);
      rows.push(row);
      sections.push(new TextEncoder().encode(section(report, row.id, contextOf(report, context))));
      return "";
    },
    end: () => page(tally, rows, sections, context),
  };
}

function rowOf(report: FileReport, id: string): OverviewRow {
  const { outcome } = report;
  const checked = outcome.kind === "checked" ? outcome.checked : undefined;
  return {
    id,
    report: { path: report.path },
    status: statusOfFile(report),
    school: checked?.form.submission.issued.school ?? "",
    errors: checked && checked.counts.fatal + checked.counts.error,
    queries: checked?.counts.query,
  };
}

function* page(tally: Tally, rows: readonly OverviewRow[], sections: readonly Uint8Array[], context: ReportContext): Iterable<string> {
  const { locale, form, tool, ruleset } = context;
  const words = locale.commands.report;
  const title = fill(words.title, formFacts(form, locale));
  const steps = nextSteps(tally, locale).map((step) => `<li>${escaped(step)}</li>`);
  const versions = { name: tool.name, version: tool.version, form: coded(context), ruleset: versioned(ruleset) };
  const several =
    rows.length === 1
      ? ""
      : `<p class="verdict ${tally.exitStatus === 0 ? "clean" : "blocked"}">${escaped(sayAll(tally, locale))}</p>\n${overview(rows, words)}\n`;
  yield `<!DOCTYPE html>
<html lang="${locale.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<header>
<h1>${escaped(title)}</h1>
<p class="name" lang="zh-CN">${escaped(form.title)}</p>
</header>
${several}`;
  for (const section of sections) yield new TextDecoder().decode(section);
  yield `<h2>${escaped(words.next.label)}</h2>
<ol class="next">
${steps.join("\n")}
</ol>
<footer>
<p>${escaped(words.integrity)}</p>
<p>${escaped(madeBy(words.madeBy, versions))}</p>
</footer>
</main>
</body>
</html>
`;
}

function madeBy(template: string, facts: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
}

function facts(lines: readonly (readonly [string, string])[]): string {
  return `<dl class="facts">\n${lines.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join("\n")}\n</dl>`;
}

function section(report: FileReport, id: string, context: ReportContext): string {
  const { locale } = context;
  const words = locale.commands.report;
  const { outcome, path } = report;
  if (outcome.kind === "refused") {
    const verdict = `<p class="verdict refused">${escaped(words.conclusion.refused)}</p>\n<p>${escaped(sayRefusal(outcome.refusal, locale))}</p>`;
    return `<section class="file" id="${id}">\n<h2>${escaped(path)}</h2>\n${verdict}\n</section>
`;
  }
  const { checked } = outcome;
  const { submission } = checked.form;
  const { school, reviewer } = bySheet(checked);
  const sheets = school.map((group) => sheetTable(group, context));
  const carried = sayCarried(context);
  return `<section class="file" id="${id}">
<h2>${escaped(submission.issued.school)}　${escaped(sayPeriod(submission.issued.period, locale))}</h2>
${facts([
  [words.file, path],
  [words.programmes, sayProgrammes(checked, locale)],
  [words.sealLabel, saySeal(checked, locale)],
  ...(carried === undefined ? [] : [[words.carriedLabel, carried] as const]),
])}
<p class="verdict ${checked.status}">${escaped(sayConclusion(checked, locale))}</p>
${countsOf(checked.counts, words)}
${sheets.length === 0 ? `<p>${escaped(words.noFindings)}</p>` : sheets.join("\n")}
${reviewerPart(reviewer, context)}</section>
`;
}
