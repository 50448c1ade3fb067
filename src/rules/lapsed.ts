import { canonical, inputItems, type ProgrammeReport, type Submission } from "../domain";

/**
 * Tells of which rows the explanation was written for another value: unchanged since the last seal, though the value beside it changed.
 * What changed is found once, when first asked; without a seal there is nothing to find.
 */
export function lapsesOf(submission: Submission): (report: ProgrammeReport, row: string) => boolean {
  const sealed = submission.seal?.items;
  if (!sealed) return () => false;
  let changes: ReadonlySet<string> | undefined;
  return (report, row) => {
    changes ??= new Set(
      inputItems(submission)
        .filter(({ key, value }) => (sealed.get(key) ?? "") !== canonical(value))
        .map(({ key }) => key),
    );
    const of = String(submission.programmes.indexOf(report) + 1);
    const values = row === "line" ? ["category", "cluster", "programme"].map((name) => `${of}|head|${name}`) : [`${of}|value|${row}`];
    const explanation = `${of}|explanation|${row}`;
    const changed = changes;
    return (sealed.get(explanation) ?? "") !== "" && !changed.has(explanation) && values.some((key) => changed.has(key));
  };
}
