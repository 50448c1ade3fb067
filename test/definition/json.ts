import type { Path } from "../../src/definition";
import { catalogue } from "../../src/forms";

/** JSON that a test may change. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a planted fault may be anything
export type Json = any;

/** Annex 2 as the JSON of a stranger. */
export function annex2(): Json {
  const { form, roster, ruleset } = catalogue;
  return JSON.parse(JSON.stringify({ form, roster, ruleset }));
}

/** The keys of a path as it is written in the tables: `form.indicators[3].unit`. */
export function keysOf(path: string): Path {
  return [...path.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, name]) => quoted ?? name ?? Number(index));
}

/** Sets what stands at a path; takes it away where there is no value. */
export function plant(json: Json, path: string, ...value: unknown[]): Json {
  const keys = keysOf(path);
  const last = keys[keys.length - 1]!;
  const parent = keys.slice(0, -1).reduce((at: Json, key) => at[key], json);
  if (value.length > 0) Object.defineProperty(parent, last, { value: value[0], enumerable: true, configurable: true, writable: true });
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return json;
}
