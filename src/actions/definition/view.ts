import { address, type Catalogue, type Result } from "../../domain";
import type { BookSeverity } from "../../definition/book";
import { fill, type Locale } from "../../locales";
import { bookWords, sayBookProblem } from "../../locales/mistakes";
import { relationReadings } from "./readings";
import { sayDefinitionRefusal, type CheckedDefinition, type DefinitionRefusal } from "./report";

/** What is shown of a definition, in words of one language. Plain data, so that a worker can hand it over. */
export interface DefinitionView {
  /** Why nothing could be read. */
  readonly refused?: string;
  /** Present where the definition can be used. */
  readonly catalogue?: Catalogue;
  /** It was read from a form that was issued. */
  readonly issued?: true;
  /** How many indicators, texts, relations and lines it has; and what follows from its problems. */
  readonly counts?: string;
  readonly problems: readonly {
    readonly at: string;
    readonly severity: BookSeverity;
    readonly level: string;
    readonly message: string;
    readonly cure: string;
  }[];
  readonly relations: readonly {
    readonly ref: string;
    readonly level: string;
    readonly title: string;
    readonly relation: string;
    readonly reading: string;
  }[];
}

/** A definition as it is shown. */
export function definitionView(checked: Result<CheckedDefinition, DefinitionRefusal>, locale: Locale): DefinitionView {
  if (!checked.ok) return { refused: sayDefinitionRefusal(checked.error, locale), problems: [], relations: [] };
  const { catalogue, issued, counts, problems } = checked.value;
  const words = bookWords[locale.tag];
  return {
    ...(catalogue ? { catalogue } : {}),
    ...(issued ? { issued } : {}),
    counts: fill(words.counts, counts),
    problems: problems.map((problem) => ({
      at: `${problem.at.sheet}!${address(problem.at)}`,
      severity: problem.severity,
      level: words.severity[problem.severity],
      ...sayBookProblem(problem, locale.tag),
    })),
    relations: catalogue
      ? relationReadings(catalogue, locale.ofForm(catalogue.form)).map(({ ref, severity, title, relation = "", reading }) => ({
          ...{ ref, title, relation, reading },
          level: severity,
        }))
      : [],
  };
}
