import type { Finding } from "../../domain";
import { KINDS } from "../../taskpane/check/kinds";
import { kindOf } from "../../taskpane/state/rows";

/** The finding that weighs most. */
export function worstOf(findings: readonly Finding[]): Finding | undefined {
  return [...findings].sort((a, b) => KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b)))[0];
}
