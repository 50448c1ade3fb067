import type { Catalogue } from "../../domain";
import { CHANGE_CLASSES, definitionDifference, type DefinitionChange } from "../../definition/book";
import { fill, type Locale } from "../../locales";
import { bookWords, sayChange } from "../../locales/mistakes";
import { indented } from "../report/json";
import { columnsOf, padded, plain } from "../report/plain";

/** Two definitions, of which it is told what they say differently. */
export interface DifferenceReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly before: Catalogue;
  readonly after: Catalogue;
}

/** A change in words: what kind of change, of what, and what of it. */
export interface ChangeView {
  readonly kind: string;
  readonly about: string;
  readonly message: string;
}

/** Changes of one class. */
export interface ChangesView {
  /** What they amount to. */
  readonly said: string;
  readonly changes: readonly ChangeView[];
}

/** What two definitions say differently, in words; the weightiest first. Plain data, so that a worker can hand it over. */
export interface DifferenceView {
  readonly from: string;
  readonly to: string;
  /** What has to be seen to before anything is issued. */
  readonly warnings: readonly string[];
  /** That there is no difference. */
  readonly none?: string;
  readonly classes: readonly ChangesView[];
}

const identityOf = ({ form: { id, version }, code }: Catalogue) => ({ id, version, code });

/** The report for programs: the order of the fields is part of the contract. */
export function differenceJson({ tool, before, after }: DifferenceReport, locale: Locale): string {
  const { class: heaviest, changes } = definitionDifference(before, after);
  return `${indented(
    {
      tool,
      from: identityOf(before),
      to: identityOf(after),
      // Left out where nothing has changed.
      class: heaviest,
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
export function differenceText({ before, after }: Omit<DifferenceReport, "tool">, locale: Locale): string {
  const { from, to, warnings, none, classes } = differenceView(before, after, locale);
  return [
    plain(from),
    plain(to),
    ...warnings.map((one) => `  ${one}`),
    ...classes.flatMap(({ said, changes }) => ["", said, ...changeLines(changes)]),
    ...(none === undefined ? [] : ["", none]),
    "",
  ].join("\n");
}

/** What two definitions say differently, as it is shown. */
export function differenceView(before: Catalogue, after: Catalogue, locale: Locale): DifferenceView {
  const words = bookWords[locale.tag].difference;
  const { changes } = definitionDifference(before, after);
  const said = (template: string, of: Catalogue): string => fill(template, { ...identityOf(of), title: of.form.title });
  return {
    from: said(words.from, before),
    to: said(words.to, after),
    warnings: [
      ...(before.form.id === after.form.id ? [] : [words.otherForm]),
      ...(sameVersion(before, after) ? [words.sameVersion] : []),
      ...(before.form.id === after.form.id && before.form.version > after.form.version ? [words.backwards] : []),
    ],
    ...(changes.length === 0 ? { none: words.none } : {}),
    classes: [...CHANGE_CLASSES].reverse().flatMap((one): ChangesView[] => {
      const its = changes.filter((change) => change.class === one);
      if (its.length === 0) return [];
      return [
        { said: `${words.classes[one]}${fill(words.count, { count: its.length })}`, changes: its.map((its) => inWords(its, locale)) },
      ];
    }),
  };
}

/** Whether two definitions call themselves the same and are not, the roster left aside. */
function sameVersion(before: Catalogue, after: Catalogue): boolean {
  return before.form.id === after.form.id && before.form.version === after.form.version && before.code !== after.code;
}

function inWords(change: DefinitionChange, locale: Locale): ChangeView {
  const { code, ref, line, name = "" } = change;
  const about = line ? [line.school, line.programme] : [code ?? ref ?? "", name];
  return {
    kind: bookWords[locale.tag].difference.kinds[change.kind],
    about: about.filter(Boolean).join(" "),
    message: sayChange(change, locale.tag),
  };
}

function changeLines(changes: readonly ChangeView[]): string[] {
  const width = Math.max(...changes.map(({ kind }) => columnsOf(kind)));
  return changes.map(({ kind, about, message }) =>
    [`  ${padded(kind, width)}`, plain(about), plain(message)].filter((part) => part !== "").join("  "),
  );
}
