import type { Path } from "./mistake";

/** A place in JSON of which nothing is known. What is asked of it that is not there is told by the schema; here it is just absent. */
export class Place {
  constructor(
    readonly value: unknown,
    readonly path: Path = [],
  ) {}

  /** What stands under some keys, one within the other. */
  at(...keys: readonly (string | number)[]): Place {
    return keys.reduce<Place>(({ value, path }, key) => {
      const has = typeof value === "object" && value !== null && Object.hasOwn(value, key);
      return new Place(has ? (value as Readonly<Record<string | number, unknown>>)[key] : undefined, [...path, key]);
    }, this);
  }

  /** The members of a list; none where it is no list, or one longer than `most`, which nobody looks into. */
  list(most: number): Place[] {
    if (!Array.isArray(this.value) || this.value.length > most) return [];
    return this.value.map((value: unknown, index) => new Place(value, [...this.path, index]));
  }

  get text(): string | undefined {
    return typeof this.value === "string" ? this.value : undefined;
  }
}

/** A text that was found, and where. */
export interface Found {
  readonly text: string;
  readonly path: Path;
}

/** The texts among some places. */
export function texts(places: readonly Place[]): Found[] {
  return places.flatMap(({ text, path }) => (text === undefined ? [] : [{ text, path }]));
}
