import { memoizedBy, type Form } from "../domain";
import { decimalsOf, type Decimals } from "./evaluate";
import { parseRelation } from "./parse";
import { rowOf } from "./row";
import { shapeOf, type Shape } from "./shape";
import { refsOfRelation, type Relation, type RelationOptions } from "./tree";

/** A relation as it is judged and printed. */
export interface KnownRelation {
  readonly relation: Relation;
  readonly shape: Shape;
  /** For each condition that must hold, the row where it is shown if the relation has no shape of its own. */
  readonly rows: readonly string[];
  /** The indicators of which it looks at earlier numbers. */
  readonly earlier: readonly string[];
  readonly decimals: Decimals;
}

const knownFor = memoizedBy((form: Form) => memoizedBy((options: RelationOptions) => readFor(form, options)));

/**
 * The relation of a setting, for a form. Each is read once for each form.
 * @throws Error where it cannot be read: definitions are looked through before they are used, so that this is a bug of the data
 */
export function knownRelation(options: RelationOptions, form: Form): KnownRelation {
  return knownFor(form)(options);
}

function readFor(form: Form, options: RelationOptions): KnownRelation {
  const parsed = parseRelation(options.relation, form);
  if (!parsed.ok) throw new Error(`The relation “${options.relation}” cannot be read: ${parsed.error.code}`);
  const relation = parsed.value;
  const earlier = refsOfRelation(relation).flatMap(({ basis, code }) => (basis === "current" ? [] : [code]));
  const rows = relation.then.map((condition) => rowOf(relation, condition, options));
  return { relation, shape: shapeOf(relation, form, options), rows, earlier, decimals: decimalsOf(form) };
}
