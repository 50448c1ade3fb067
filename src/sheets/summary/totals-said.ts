import { quoted } from "../formula-text";
import { PENDING, REVIEW, sentence, type Living, type Said } from "./formulas";
import { ARRIVALS, columnRange, REPORTING, SUMMARY_SHEETS } from "./places";
import type { SummaryContext } from "./summary-context";

/** How many figures are 待核, or that none is; and how many are for the reviewer alone to verify. */
export function pendingSaid(context: SummaryContext): Said {
  const { detail, tally, words } = context;
  const count = { formula: detail.count(PENDING), value: tally.items() };
  const pending = sayIf(count, sentence(words.totals.pending, { count }), words.totals.nonePending);
  const theirs = { formula: detail.count(REVIEW), value: context.reviewItems };
  const review = sayIf(theirs, sentence(words.totals.review, { count: theirs }), "");
  return { formula: `${pending.formula}&${review.formula}`, value: `${pending.value}${review.value}` };
}

/** A sentence where there is something to count, another where there is nothing. */
function sayIf(count: Living, { formula, value }: Said, none: string): Said {
  return { formula: `IF(${count.formula}=0,${quoted(none)},${formula})`, value: count.value === 0 ? none : value };
}

export function schoolsSaid({ consolidation: { schools, files }, words }: SummaryContext): Said {
  const range = (column: number): string => columnRange(SUMMARY_SHEETS.reporting, column, REPORTING.first, schools.length);
  const [on, state] = [range(REPORTING.onRoster), range(REPORTING.state)];
  const count = (is: "received" | "late" | "missing" | "refused"): { formula: string; value: number } => ({
    formula: `COUNTIFS(${on},"${words.yes}",${state},"${words.schoolState[is]}")`,
    value: schools.filter((school) => school.onRoster && school.state === is).length,
  });
  const [received, late] = [count("received"), count("late")];
  const arrived = (column: number): string => columnRange(SUMMARY_SHEETS.arrivals, column, ARRIVALS.first, files.length);
  return sentence(words.totals.schools, {
    received: { formula: `(${received.formula}+${late.formula})`, value: received.value + late.value },
    late,
    missing: count("missing"),
    refused: count("refused"),
    roster: { formula: `COUNTIF(${on},"${words.yes}")`, value: schools.filter(({ onRoster }) => onRoster).length },
    others: { formula: `COUNTIF(${on},"${words.no}")`, value: schools.filter(({ onRoster }) => !onRoster).length },
    sealed: {
      formula: `COUNTIFS(${arrived(ARRIVALS.fate)},"${words.fate.used}",${arrived(ARRIVALS.seal)},"${words.seal.sealed}")`,
      value: files.filter(({ fate, form }) => fate.kind === "used" && form?.seal.state === "sealed").length,
    },
  });
}

/** Files read = used + superseded + refused, counted by formulas over 来件. */
export function proofSaid({ consolidation: { files }, words }: SummaryContext): Said {
  const range = (column: number): string => columnRange(SUMMARY_SHEETS.arrivals, column, ARRIVALS.first, files.length);
  const count = (kind: "used" | "superseded" | "refused"): { formula: string; value: number } => ({
    formula: `COUNTIF(${range(ARRIVALS.fate)},"${words.fate[kind]}")`,
    value: files.filter(({ fate }) => fate.kind === kind).length,
  });
  const [used, superseded, refused] = [count("used"), count("superseded"), count("refused")];
  const read = { formula: `COUNT(${range(ARRIVALS.number)})`, value: files.length };
  const verdict = `IF(${read.formula}=${[used, superseded, refused].map(({ formula }) => formula).join("+")},"${words.same}","${words.different}")`;
  return sentence(words.totals.proof, { read, used, superseded, refused, verdict: { formula: verdict, value: words.same } });
}
