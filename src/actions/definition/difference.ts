import type { Catalogue } from "../../domain";
import { CHANGE_CLASSES, definitionDifference, type DefinitionChange, type DefinitionDifference } from "../../definition/book";
import { fill, type Locale } from "../../locales";
import { bookWords, sayChange } from "../../locales/mistakes";
import { indented } from "../report/json";
import { columnsOf, padded, plain } from "../report/plain";

/** Two definitions and what they say differently. */
export interface DifferenceReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly before: Catalogue;
  readonly after: Catalogue;
  readonly difference: DefinitionDifference;
}

/** Compares two definitions. */
export function differenceReport(tool: DifferenceReport["tool"], before: Catalogue, after: Catalogue): DifferenceReport {
  return { tool, before, after, difference: definitionDifference(before, after) };
}

const identityOf = ({ form: { id, version }, code }: Catalogue) => ({ id, version, code });

/** The report for programs: the order of the fields is part of the contract. */
export function differenceJson({ tool, before, after, difference }: DifferenceReport, locale: Locale): string {
  const { changes } = difference;
  return `${indented(
    {
      tool,
      from: identityOf(before),
      to: identityOf(after),
      // Left out where nothing has changed.
      class: difference.class,
      changes: changes.map((one) => ({
        kind: one.kind,
        class: one.class,
        sheet: one.sheet,
        code: one.code,
        ref: one.ref,
        line: one.line,
        name: one.name,
        heading: one.heading,
        before: one.before,
        after: one.after,
        message: sayChange(one, locale.tag),
      })),
    },
    0,
  )}\n`;
}

/** The report for people at a terminal: the weightiest changes first, in the order of the 表式簿. */
export function differenceText({ before, after, difference: { changes } }: DifferenceReport, locale: Locale): string {
  const words = bookWords[locale.tag].difference;
  const head = (template: string, of: Catalogue): string => plain(fill(template, { ...identityOf(of), title: of.form.title }));
  const warnings = [
    ...(before.form.id === after.form.id ? [] : [words.otherForm]),
    ...(sameVersionOf(before, after) ? [words.sameVersion] : []),
  ];
  const classes = [...CHANGE_CLASSES].reverse().filter((one) => changes.some((change) => change.class === one));
  return [
    head(words.from, before),
    head(words.to, after),
    ...warnings.map((one) => `  ${one}`),
    ...classes.flatMap((one) => {
      const lines = changes.filter((change) => change.class === one);
      return ["", `${words.classes[one]}${fill(words.count, { count: lines.length })}`, ...changeLines(lines, locale)];
    }),
    ...(changes.length === 0 ? ["", words.none] : []),
    "",
  ].join("\n");
}

/** Whether two definitions call themselves the same and are not, the roster left aside. */
export function sameVersionOf(before: Catalogue, after: Catalogue): boolean {
  return before.form.id === after.form.id && before.form.version === after.form.version && before.code !== after.code;
}

/** What a change is about. */
export function aboutOf({ code, ref, line, name = "" }: DefinitionChange): string {
  if (line) return [line.school, line.programme].filter(Boolean).join(" ");
  return [code ?? ref ?? "", name].filter(Boolean).join(" ");
}

function changeLines(changes: readonly DefinitionChange[], locale: Locale): string[] {
  const { kinds } = bookWords[locale.tag].difference;
  const width = Math.max(...changes.map(({ kind }) => columnsOf(kinds[kind])));
  return changes.map((change) => {
    const about = plain(aboutOf(change));
    const kind = padded(kinds[change.kind], width);
    return `  ${kind}  ${about}${about === "" ? "" : "  "}${plain(sayChange(change, locale.tag))}`;
  });
}
