import * as v from "valibot";
import { MISTAKES, mistake, shown, type Mistake, type MistakeCode, type MistakeFacts } from "./mistake";

/** The shape of a piece of JSON that is read as a `T`. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** The shapes of all keys of a type, those that may be absent among them: a key that is forgotten here does not compile. */
export type Entries<T> = { readonly [K in keyof Required<T>]: Schema<T[K]> };

/** Makes the compiler prove that what a schema says is wrong has its sentence. */
const code = (of: MistakeCode): MistakeCode => of;

/** Keys that valibot passes over in silence, since they would reach into every object. */
const PASSED_OVER = ["__proto__", "prototype", "constructor"];

/** An object with these keys and no others. */
export function object<T extends object>(entries: Entries<T>): Schema<T> {
  return v.pipe(
    v.custom<object>((value) => typeof value === "object" && value !== null && !Array.isArray(value), code("not-object")),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const input = dataset.value as Readonly<Record<string, unknown>>;
      for (const key of PASSED_OVER.filter((one) => Object.hasOwn(input, one)))
        addIssue({ message: code("unknown-key"), path: [{ type: "object", origin: "key", input, key, value: input[key] }] });
    }),
    v.objectWithRest(entries, v.never(code("unknown-key"))),
  ) as unknown as Schema<T>;
}

/** A list. One that is too long is not looked into: a stranger's may have no end. */
export function list<T>(item: Schema<T>, least: number, most: number): Schema<T[]> {
  return v.pipe(
    v.custom<unknown[]>(Array.isArray, code("not-list")),
    v.minLength(least, code("too-few")),
    v.maxLength(most, code("too-many")),
    v.array(item),
  );
}

/** What no cell of a workbook holds: control characters, line breaks among them, and half surrogates. */
const FORBIDDEN = /[\p{Cc}\p{Cs}]/u;

/** A text of at most so many characters on one line, of which some are seen. */
export function text(most: number): Schema<string> {
  return v.pipe(
    v.string(code("not-text")),
    v.check((value) => value.trim() !== "", code("blank")),
    v.check((value) => value === value.trim(), code("outer-spaces")),
    v.check((value) => !FORBIDDEN.test(value), code("forbidden-character")),
    v.maxLength(most, code("too-long")),
  );
}

/** A text that may be empty: a slot of the form that is not printed then. */
export function slot(most: number): Schema<string> {
  return v.pipe(
    v.string(code("not-text")),
    v.check((value) => !FORBIDDEN.test(value), code("forbidden-character")),
    v.maxLength(most, code("too-long")),
  );
}

/** A text with one more demand. */
export function where(schema: Schema<string>, holds: (value: string) => boolean, otherwise: MistakeCode): Schema<string> {
  return v.pipe(schema, v.check(holds, code(otherwise)));
}

/** A number from `least` to `most`. */
export function number(least: number, most: number): Schema<number> {
  return v.pipe(v.number(code("not-number")), v.minValue(least, code("too-small")), v.maxValue(most, code("too-large")));
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): Schema<number> {
  return v.pipe(number(least, most), v.integer(code("not-whole")));
}

export const flag: Schema<boolean> = v.boolean(code("not-boolean"));

/** One of a few values. */
export function oneOf<const T extends string | number | boolean>(...choices: readonly T[]): Schema<T> {
  return v.pipe(
    v.unknown(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!(choices as readonly unknown[]).includes(dataset.value)) addIssue({ message: code("not-one-of"), expected: choices.join("、") });
    }),
  ) as Schema<T>;
}

/** What may be absent. */
export function optional<T>(schema: Schema<T>): Schema<T | undefined> {
  return v.optional(schema);
}

/** A shape that what is read itself decides on. */
export function dependent<T>(choose: (value: unknown) => Schema<T>): Schema<T> {
  return v.lazy(choose);
}

/** Anything: what it should be is unknown, and something else says why. */
export const anything: Schema<never> = v.any() as Schema<never>;

/** A text of sentences with places for facts, `{name}`. @param facts the names that may stand in it */
export function sentence(most: number, facts: readonly string[]): Schema<string> {
  return v.pipe(
    text(most),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const strange = [...dataset.value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).filter((name) => !facts.includes(name));
      // A sentence that names a fact it does not get would fail when it is to be said.
      for (const name of new Set(strange)) addIssue({ message: code("no-such-fact"), input: name, expected: facts.join("、") });
    }),
  );
}

/** Reads a piece of JSON: what it is, or all that is wrong with its shape. */
export function read<T>(schema: Schema<T>, json: unknown): { readonly value: T } | { readonly mistakes: readonly Mistake[] } {
  const result = v.safeParse(schema, json, { abortPipeEarly: true });
  return result.success ? { value: result.output } : { mistakes: result.issues.map(mistakeOf) };
}

function mistakeOf({ path, message, input, requirement, expected }: v.BaseIssue<unknown>): Mistake {
  const at = (path ?? []).map(({ key }) => key as string | number);
  // JSON knows no such value: a key is not there.
  if (input === undefined) return mistake(at, "missing", {});
  const of = message as MistakeCode;
  const facts: Readonly<Record<string, unknown>> = {
    found: shown(input),
    count: (input as Partial<ArrayLike<unknown>> | null)?.length,
    least: requirement,
    most: requirement,
    choices: expected,
  };
  return mistake(at, of, Object.fromEntries(MISTAKES[of].map((name) => [name, facts[name]])) as MistakeFacts<MistakeCode>);
}
