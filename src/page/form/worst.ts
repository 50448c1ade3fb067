import { kindOf, type Finding } from "../../domain";
import { KINDS } from "../../ui/kinds";

/** The finding that weighs most. */
export function worstOf(findings: readonly Finding[]): Finding | undefined {
  return [...findings].sort((a, b) => KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b)))[0];
}
