import { cellName, type CellRef, type Finding, type Severity } from "../../domain";
import { say, sayRefusal, type Locale } from "../../locales";
import { indented } from "./json";
import { contextOf } from "./file-context";
import type { FileReport, ReportContext, Reporter } from "./reporter";
import { ruleEntries } from "./rules";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const LEVELS = { fatal: "error", error: "error", query: "warning", advisory: "note" } as const satisfies Record<Severity, string>;

/** SARIF 2.1.0 (OASIS, errata 01): for viewers and build servers that know it. Refused files are notifications of the run. */
export function sarifReporter(context: ReportContext): Reporter {
  const { locale } = context;
  const indexes = new Map(context.ruleset.settings.map(({ ref }, index) => [ref, index]));
  const refused: object[] = [];
  let first = true;
  return {
    begin: () =>
      `{\n  "$schema": "${SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {\n      "tool": ${indented(tool(context), 6)},\n      "results": [`,
    file(report) {
      if (report.outcome.kind === "refused") {
        refused.push(notification(report.path, report.outcome, locale));
        return "";
      }
      const its = contextOf(report, context);
      // A relation of another definition is none of those that are listed here.
      const indexOf = (ref: string): number => (its === context ? (indexes.get(ref) ?? -1) : -1);
      return report.outcome.checked.findings
        .map((finding) => {
          const comma = first ? "" : ",";
          first = false;
          return `${comma}\n        ${indented(result(finding, report, indexOf(finding.ref), its), 8)}`;
        })
        .join("");
    },
    end() {
      const invocation = {
        executionSuccessful: refused.length === 0,
        ...(refused.length === 0 ? {} : { toolExecutionNotifications: refused }),
      };
      const tail = `"invocations": ${indented([invocation], 6)},\n      "columnKind": "utf16CodeUnits"\n    }\n  ]\n}\n`;
      return [`${first ? "" : "\n      "}],\n      ${tail}`];
    },
  };
}

function tool({ tool: { name, version }, form, ruleset, code, locale }: ReportContext): object {
  return {
    driver: {
      name,
      version,
      semanticVersion: version,
      language: locale.tag,
      // What compares schools is never applied to single files.
      rules: ruleEntries({ ...ruleset, across: [] }, locale).map(({ ref, rule, severity, title, description, why, options }) => ({
        id: ref,
        name: rule,
        shortDescription: { text: title },
        fullDescription: { text: description },
        help: { text: why },
        defaultConfiguration: { level: LEVELS[severity] },
        properties: { severity, options },
      })),
      properties: { form: { id: form.id, version: form.version, code }, ruleset: { id: ruleset.id, version: ruleset.version } },
    },
  };
}

function result(finding: Finding, { path }: FileReport, ruleIndex: number, { locale, ruleset }: ReportContext): object {
  const { ref, severity, state, for: whom, at, related, programme, indicator } = finding;
  const { message, cure, fix } = say(finding, locale, ruleset);
  return {
    ruleId: ref,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    ...verdictOf(finding),
    message: { text: `${message} ${cure}` },
    locations: [location(path, at)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((cell, id) => ({ id, ...location(path, cell) })) }),
    ...(state === "explained" && finding.explanation
      ? {
          suppressions: [
            {
              kind: "inSource",
              status: "accepted",
              justification: finding.explanation.text,
              location: location(path, finding.explanation.at),
            },
          ],
        }
      : {}),
    properties: { severity, state, for: whom, indicator, programme, fix },
  };
}

/** A relation that could not be judged is `open` in SARIF's own terms, what a person has to look at is `review`: neither has a level. */
function verdictOf({ state, severity, for: whom }: Finding): object {
  if (state === "notChecked") return { kind: "open", level: "none" };
  return whom ? { kind: "review", level: "none" } : { kind: "fail", level: LEVELS[severity] };
}

function location(path: string, at: CellRef): object {
  const name = cellName(at);
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(path) } },
    logicalLocations: [{ name, fullyQualifiedName: name, kind: "cell" }],
  };
}

function notification(path: string, { refusal }: Extract<FileReport["outcome"], { kind: "refused" }>, locale: Locale): object {
  return {
    descriptor: { id: refusal.code },
    level: "error",
    message: { text: sayRefusal(refusal, locale) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
  };
}

/** A path as a URI reference: relative where the path is, percent-encoded. */
export function uriOf(path: string): string {
  const drive = /^[A-Za-z]:[\\/]/.test(path);
  // Only a Windows path has separators of two kinds; elsewhere a backslash is part of a name.
  const parts = (drive || /^\\\\/.test(path) ? path.replace(/\\/g, "/") : path).split("/");
  const encoded = parts.map((part, index) => (drive && index === 0 ? part : encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\ufffd"))));
  const joined = encoded.join("/");
  if (drive) return `file:///${joined}`;
  return joined.startsWith("//") ? `file:${joined}` : joined.startsWith("/") ? `file://${joined}` : joined;
}
