import {
  beijingClock,
  parsePeriod,
  possibleDay,
  type Arrival,
  type Exclusion,
  type FileRecord,
  type Form,
  type ReportingPeriod,
} from "../../domain";
import { fill, sayRefusal, type Locale } from "../../locales";

/** A period in the reader's language. */
export function periodName({ year, half }: ReportingPeriod, locale: Locale): string {
  return fill(locale.commands.report.period[half - 1]!, { year });
}

/** The same of an id such as `2026-S1`, which a file may have wrong. */
export function periodOf(id: string, locale: Locale): string {
  const period = parsePeriod(id);
  return period ? periodName(period, locale) : id;
}

/** Why a file does not count. */
export function sayExclusion(why: Exclusion, locale: Locale): string {
  const words = locale.summary.arrivals;
  if (why.code === "another-period") return fill(words.anotherPeriod, { period: periodOf(why.period, locale) });
  if (why.code === "blank-form") return words.blankForm;
  if (why.code === "identity-unclear") return fill(words.identityUnclear, { detail: why.detail });
  return sayRefusal(why, locale);
}

/** Why a file does not count; empty for one that does. */
export function sayFate(fate: FileRecord["fate"], locale: Locale): string {
  return fate.kind === "refused" ? sayExclusion(fate.why, locale) : saySuperseded(fate, locale);
}

/** The school of a file; where nobody knows it, that it is asked for. */
export function ownerOf(claim: FileRecord["claim"], form: FileRecord["form"], { summary: { claims } }: Locale): string | undefined {
  if (!claim) return form?.school;
  return claim.kind === "matched" ? claim.school : claims[claim.kind];
}

/** How it was found out whose a refused file is, or whose it may be; empty where the file says so itself. */
export function sayClaim(claim: FileRecord["claim"], locale: Locale): string {
  const words = locale.summary.claims;
  if (claim?.kind === "matched") return claim.by === "content" ? "" : words.by[claim.by];
  if (claim?.kind !== "unclaimed" || claim.candidates.length === 0) return "";
  return fill(words.candidates, { schools: claim.candidates.join(locale.commands.report.comma) });
}

/** An instant as the clock of the department shows it: `2026-12-28 10:30`. */
export function beijingTime(instant: string | undefined): string {
  const time = instant === undefined ? NaN : Date.parse(instant);
  return Number.isNaN(time) ? "" : beijingClock(new Date(time)).slice(0, 16).replace("T", " ");
}

/** When something came: of a mail, when it was sent. The time of a file says when it was saved, by whomever. */
export function sayReceived({ received, mailed }: Arrival, { summary }: Locale): string {
  const time = beijingTime(received);
  return mailed || time === "" ? time : fill(summary.fileTime, { time });
}

/** Why a file does not count beside another of its school; empty where it does, or is refused. */
function saySuperseded(fate: FileRecord["fate"], { summary: { arrivals } }: Locale): string {
  if (fate.kind !== "superseded") return "";
  return fate.perhapsCorrection ? arrivals.perhapsCorrection : arrivals.why[fate.why];
}

/** How many differences are told one by one, and how much of a text. */
const NAMED = { differences: 8, letters: 16 };

/** What changed from a superseded file to the one that counts: the first few cells, and how many more. */
export function sayDifference(fate: FileRecord["fate"], form: Form, locale: Locale): string {
  if (fate.kind !== "superseded") return "";
  const labels = new Map([
    ...[...form.texts, ...form.cover].map(({ id, label }) => [id, label] as const),
    ...form.indicators.map(({ code, name }) => [code, `${code} ${name}`] as const),
  ]);
  const words = locale.summary.arrivals;
  const short = (value: string | number): string => {
    const letters = [...String(value)];
    if (letters.length === 0) return locale.commands.report.blank;
    return letters.length > NAMED.letters ? `${letters.slice(0, NAMED.letters).join("")}…` : letters.join("");
  };
  const { cells } = fate.difference;
  const parts = cells.slice(0, NAMED.differences).map(({ programme, item, before, after }) =>
    fill(words.change, {
      item: `${programme}${programme && " "}${labels.get(item) ?? item}`,
      before: short(before),
      after: short(after),
    }),
  );
  if (cells.length > parts.length) parts.push(fill(words.more, { count: cells.length - parts.length }));
  return parts.join("\n");
}

/** The files by which others are superseded are told by their number in 来件, from 1 on. */
export function supersededBy(fate: FileRecord["fate"]): number | undefined {
  return fate.kind === "superseded" ? fate.by + 1 : undefined;
}

/** That 报出日期 cannot be true, so that something else tells when the file was reported; empty where it can. */
export function sayDay({ arrival, form }: FileRecord, words: Locale["summary"]): string {
  const { reported, period } = form ?? { period: "" };
  return reported === undefined || possibleDay(reported, period, arrival) === reported
    ? ""
    : fill(words.reporting.notPossible, { day: reported });
}
