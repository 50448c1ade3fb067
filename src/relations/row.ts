import { refsOf, refsOfRelation, type Condition, type Relation, type RelationOptions } from "./tree";

/** The row where a condition of a relation without a shape of its own is shown: 落在, else the first indicator of this report that it names. */
export function rowOf(relation: Relation, condition: Condition, { at }: Pick<RelationOptions, "at">): string {
  const refs = [...refsOf(condition), ...refsOfRelation(relation)];
  return at ?? (refs.find(({ basis }) => basis === "current") ?? refs[0]!).code;
}

/** Characters of a relation that a brief sentence quotes. */
const BRIEF = 40;

/** A relation as a brief sentence quotes it. */
export function shortText({ text }: Relation): string {
  const characters = [...text];
  return characters.length > BRIEF ? `${characters.slice(0, BRIEF - 1).join("")}…` : text;
}
