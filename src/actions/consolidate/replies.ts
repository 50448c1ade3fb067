import { explanationFault, type ExplanationPolicy, type RankedFinding, type Reply } from "../../domain";
import { byPath, byText } from "./fates";
import type { JudgedFile } from "./judged";

/**
 * Puts the answers of 核实单 beside their findings, by id: of several for one finding the one that came last counts.
 * @param sorted all files in the order of their paths
 * @param policy which answers explain a query, as they would in the form
 */
export function matchReplies(
  sorted: readonly JudgedFile[],
  findings: readonly RankedFinding[],
  period: string,
  policy: ExplanationPolicy,
): { readonly replies: Reply[]; readonly answered: RankedFinding[] } {
  const known = new Set(findings.map(({ id }) => id));
  const came = sorted.flatMap(({ arrival, digest, outcome }) => (outcome.kind === "reply" ? [{ arrival, digest, outcome }] : []));
  const answers = new Map<string, string>();
  const inTime = [...came].sort((a, b) => byText(a.arrival.received ?? "", b.arrival.received ?? "") || byPath(a, b));
  for (const { outcome } of inTime) if (outcome.period === period) for (const { id, text } of outcome.answers) answers.set(id, text);
  const replies = came.map(({ arrival, outcome }): Reply => {
    const matched = outcome.period === period ? outcome.answers.filter(({ id }) => known.has(id)).length : 0;
    return { arrival, school: outcome.school, period: outcome.period, matched, unmatched: outcome.answers.length - matched };
  });
  const answered = findings.map((one) => {
    const answer = answers.get(one.id);
    return answer === undefined ? one : { ...(explains(one, answer, policy) ? settled(one) : one), answer };
  });
  return { replies, answered };
}

/** An answer explains a query; an error stays until the form that is sent again has it right. */
function explains({ finding }: RankedFinding, answer: string, policy: ExplanationPolicy): boolean {
  return finding.severity === "query" && explanationFault(answer, 1, policy) === undefined;
}

function settled({ pending: _, ...one }: RankedFinding): RankedFinding {
  return one;
}
