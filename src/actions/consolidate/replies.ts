import { byText, explanationFault, substance, type ExplanationPolicy, type LeftAnswer, type RankedFinding, type Reply } from "../../domain";
import type { NoticeAnswer } from "../../sheets/notice-sheet";
import { byPath } from "./fates";
import { isBlankNotice, type JudgedFile, type JudgedReply } from "./judged";

/** What an answer is held against: the findings that stand, by id; the period that is consolidated; when a text explains. */
interface Standing {
  readonly findings: ReadonlyMap<string, RankedFinding>;
  readonly period: string;
  readonly policy: ExplanationPolicy;
}

/**
 * Puts the answers of 核实单 beside their findings, by id: of several for one finding the one that came last counts. A 核实单 answers for
 * the school it was made for and no other, whatever ids stand in its rows, and for what was reported when it was made. It settles nothing
 * by itself, since it may as well admit the error: that is for the reviewer, or for a form that is sent again.
 * @param sorted all files in the order of their paths
 * @param policy when an answer to a query gives a reason: the same as for the explanations of the form
 */
export function matchReplies(
  sorted: readonly JudgedFile[],
  findings: readonly RankedFinding[],
  period: string,
  policy: ExplanationPolicy,
): { readonly replies: Reply[]; readonly answered: readonly RankedFinding[] } {
  const notices = sorted.flatMap((file) => {
    const { arrival, digest, outcome } = file;
    return outcome.kind === "reply" && !isBlankNotice(file) ? [{ arrival, digest, outcome }] : [];
  });
  // Hundreds of thousands of findings are looked up only for somebody who answered.
  if (notices.length === 0) return { replies: [], answered: findings };
  const standing = { findings: new Map(findings.map((one) => [one.id, one])), period, policy };
  const read = notices.map((file) => {
    const answers = file.outcome.answers.map((one) => ({ ...one, why: leftBecause(one, file.outcome, standing) }));
    return { ...file, answers };
  });
  const latest = new Map<string, string>();
  const inTime = [...read].sort((a, b) => byText(a.arrival.received ?? "", b.arrival.received ?? "") || byPath(a, b));
  for (const { answers } of inTime) for (const { id, text, why } of answers) if (why === undefined) latest.set(id, text);
  const replies = read.map(({ arrival, outcome, answers }): Reply => {
    const { school, period: of } = outcome;
    const left = answers.flatMap(({ id, text, why }): LeftAnswer[] => {
      const reason = why ?? (latest.get(id) === text ? undefined : "superseded");
      return reason === undefined ? [] : [{ id, text, why: reason }];
    });
    return { arrival, school, period: of, matched: answers.length - left.length, unmatched: left.length, left };
  });
  const answered = findings.map((one) => {
    const answer = latest.get(one.id);
    return answer === undefined ? one : { ...one, answer };
  });
  return { replies, answered };
}

/** Why an answer stands beside no finding, whatever others there are; undefined where it does. */
function leftBecause(
  { id, text, found }: NoticeAnswer,
  reply: JudgedReply,
  { findings, period, policy }: Standing,
): LeftAnswer["why"] | undefined {
  if (reply.period !== period) return "another-period";
  const one = findings.get(id);
  if (one?.school !== reply.school) return one !== undefined || !id.startsWith(`${reply.school}|`) ? "another-school" : "gone";
  const { severity, found: now } = one.finding;
  // A sheet that does not say what it asked about is matched by the id alone.
  if (found !== undefined && comparable(found) !== comparable(String(now ?? ""))) return "changed";
  // An error is not settled by a reason, so none is asked for.
  return severity === "query" && explanationFault(text, 1, policy) !== undefined ? "no-reason" : undefined;
}

/** What is reported, as two files can be compared: other programs write a number with 15 digits alone. */
function comparable(found: string): string {
  const number = Number(found);
  return found.trim() === "" || !Number.isFinite(number) ? substance(found) : String(Number(number.toPrecision(14)));
}
