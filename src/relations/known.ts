import type { Form } from "../domain";
import { parseRelation } from "./parse";
import { shapeOf, type Shape } from "./shape";
import type { Relation, RelationOptions } from "./tree";

/** A relation as it is judged and printed. */
export interface KnownRelation {
  readonly relation: Relation;
  readonly shape: Shape;
}

const known = new WeakMap<Form, Map<RelationOptions, KnownRelation>>();

/**
 * The relation of a setting, for a form. Each is read once for each form.
 * @throws Error where it cannot be read: definitions are looked through before they are used, so that this is a bug of the data
 */
export function knownRelation(options: RelationOptions, form: Form): KnownRelation {
  const texts = known.get(form) ?? new Map<RelationOptions, KnownRelation>();
  known.set(form, texts);
  const before = texts.get(options);
  if (before) return before;
  const parsed = parseRelation(options.relation, form);
  if (!parsed.ok) throw new Error(`The relation “${options.relation}” cannot be read: ${parsed.error.code}`);
  const one = { relation: parsed.value, shape: shapeOf(parsed.value, options) };
  texts.set(options, one);
  return one;
}
