import { parsePeriod, periodLabel, plainName, textOf, type Anomaly } from "../domain";
import { defineRule, type Case, type Out, type Place } from "./define";

type Foreign = Extract<Anomaly, { kind: "foreign-sheet" }>;

const messages = {
  school: ["issued", "sheets", "other", "otherSheets"],
  period: ["issued", "sheets", "other", "otherSheets"],
  cover: ["cover", "other"],
} as const;

/** One workbook, one form: sheets of another school or period would be counted for this one. */
export const foreignSheet = defineRule({
  id: "foreign-sheet",
  severity: "fatal",
  messages,
  check(judged, _options: object, out) {
    const { submission } = judged;
    const foreign = submission.anomalies.filter((one): one is Foreign => one.kind === "foreign-sheet");
    const school = submission.issued.school || (textOf(submission.school) ?? "");
    for (const sheets of groups(foreign, ({ school: of }) => of)) report(judged, "school", sheets, school, sheets[0]!.school!, out);
    for (const sheets of groups(foreign, ({ period }) => period))
      report(judged, "period", sheets, labelOf(submission.issued.period), labelOf(sheets[0]!.period!), out);
    const cover = submission.school.at.sheet;
    for (const { at } of foreign.filter((one) => one.school === undefined && one.period === undefined))
      out.report("cover", { at: submission.school.at, related: [at], severity: "advisory" }, { cover, other: at.sheet });
  },
});

/** Those that say something, by what they say. */
function groups(foreign: readonly Foreign[], of: (one: Foreign) => string | undefined): Foreign[][] {
  const found = new Map<string, Foreign[]>();
  for (const one of foreign) {
    const said = of(one);
    if (said !== undefined) found.set(plainName(said), [...(found.get(plainName(said)) ?? []), one]);
  }
  return [...found.values()];
}

/** It stands on the cover, before all else. */
function report(
  { submission }: Case,
  message: "school" | "period",
  foreign: readonly Foreign[],
  issued: string,
  other: string,
  out: Out<typeof messages>,
): void {
  const cover = submission.school.at.sheet;
  const isOwn = !submission.anomalies.some(({ kind, at }) => kind === "foreign-sheet" && at.sheet === cover);
  const own = [...(isOwn ? [cover] : []), ...submission.programmes.map(({ sheet }) => sheet)];
  const place: Place = { at: submission.school.at, related: foreign.map(({ at }) => at), found: other, expected: issued };
  out.report(message, place, { issued, sheets: listed(own), other, otherSheets: listed(foreign.map(({ at }) => at.sheet)) });
}

function listed(sheets: readonly string[]): string {
  return sheets.length === 0 ? "—" : sheets.join("、");
}

function labelOf(period: string): string {
  const read = parsePeriod(period);
  return read ? periodLabel(read) : period;
}
