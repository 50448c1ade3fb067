import { byText, type LeftAnswer, type RankedFinding, type Reply } from "../../domain";
import { byPath } from "./fates";
import type { JudgedFile, JudgedReply } from "./judged";

/**
 * Puts the answers of 核实单 beside their findings, by id: of several for one finding the one that came last counts. A 核实单 answers for
 * the school it was made for and no other, whatever ids stand in its rows. It settles nothing by itself, since it may as well admit the
 * error: that is for the reviewer, or for a form that is sent again.
 * @param sorted all files in the order of their paths
 */
export function matchReplies(
  sorted: readonly JudgedFile[],
  findings: readonly RankedFinding[],
  period: string,
): { readonly replies: Reply[]; readonly answered: readonly RankedFinding[] } {
  const came = sorted.flatMap(({ arrival, digest, outcome }) => (outcome.kind === "reply" ? [{ arrival, digest, outcome }] : []));
  // Hundreds of thousands of findings are looked up only for somebody who answered.
  if (came.length === 0) return { replies: [], answered: findings };
  const owners = new Map(findings.map(({ id, school }) => [id, school]));
  const answers = new Map<string, string>();
  const inTime = [...came].sort((a, b) => byText(a.arrival.received ?? "", b.arrival.received ?? "") || byPath(a, b));
  for (const { outcome } of inTime)
    for (const { id, text } of outcome.answers) if (leftBecause(id, outcome, owners, period) === undefined) answers.set(id, text);
  const replies = came.map(({ arrival, outcome }): Reply => {
    const { school, period: of } = outcome;
    const left = outcome.answers.flatMap(({ id, text }): LeftAnswer[] => {
      const why = leftBecause(id, outcome, owners, period);
      return why === undefined ? [] : [{ id, text, why }];
    });
    return { arrival, school, period: of, matched: outcome.answers.length - left.length, unmatched: left.length, left };
  });
  const answered = findings.map((one) => {
    const answer = answers.get(one.id);
    return answer === undefined ? one : { ...one, answer };
  });
  return { replies, answered };
}

/** Why an answer stands beside no finding; undefined where it does. */
function leftBecause(id: string, reply: JudgedReply, owners: ReadonlyMap<string, string>, period: string): LeftAnswer["why"] | undefined {
  if (reply.period !== period) return "another-period";
  const owner = owners.get(id);
  if (owner === reply.school) return undefined;
  return owner !== undefined || !id.startsWith(`${reply.school}|`) ? "another-school" : "gone";
}
