import { refsOf, refsOfRelation, type Condition, type Expression, type Ref, type Relation, type RelationOptions } from "./tree";

/** The row where a condition of a relation without a shape of its own is shown: 落在, else the first indicator of this report that it names. */
export function rowOf(relation: Relation, condition: Condition, { at }: Pick<RelationOptions, "at">): string {
  const refs = [...refsOf(condition), ...refsOfRelation(relation)];
  return at ?? (refs.find(({ basis }) => basis === "current") ?? refs[0]!).code;
}

/** How a condition that fails is said where its relation has no shape of its own: what is compared decides what can be told of it. */
export type GeneralMessage = "beside" | "compared" | "strict" | "fails";

/** @param row where it is shown */
export function generalMessage({ when }: Relation, condition: Condition, row: string): GeneralMessage {
  if (condition.kind !== "compare") return "fails";
  const { left, op, right } = condition;
  const isPlain = (side: Expression): side is Ref => side.kind === "ref" && side.basis === "current";
  if (!when && isPlain(left) && isPlain(right) && left.code !== right.code && [left.code, right.code].includes(row)) return "beside";
  // Two sides that must not meet may be apart by nothing.
  return op === "<" || op === ">" || op === "<>" ? "strict" : "compared";
}

/** Characters of a relation that a brief sentence quotes. */
const BRIEF = 40;

/** A relation as a brief sentence quotes it. */
export function shortText({ text }: Relation): string {
  const characters = [...text];
  return characters.length > BRIEF ? `${characters.slice(0, BRIEF - 1).join("")}…` : text;
}
