/** What travels over the wire, and host objects among arguments. */
export type Wire = unknown;

export interface Scalar {
  readonly get: () => Wire;
  readonly set?: (value: Wire) => void;
}

/** One object of Excel's model as the client sees it. Names are those of the wire: PascalCase. What is not named here does not exist. */
export interface HostObject {
  readonly type: string;
  /** What the client may ask for it by later. */
  readonly identity?: () => Readonly<Record<string, Wire>>;
  readonly scalars?: Readonly<Record<string, Scalar>>;
  readonly links?: Readonly<Record<string, () => HostObject>>;
  readonly methods?: Readonly<Record<string, (...args: Wire[]) => Wire | Promise<Wire>>>;
  /** Of a collection. */
  readonly items?: () => readonly HostObject[];
  /** Behind an argument: what the object stands for. */
  readonly stands?: unknown;
}

/** What `...OrNullObject` gives where there is nothing. */
export const NULL_OBJECT: HostObject = { type: "NullObject" };

/** A value that only reads. */
export function reads(get: () => Wire): Scalar {
  return { get };
}

/** A property of a plain object, both ways. */
export function holds<T extends object, K extends keyof T>(
  owner: T,
  key: K,
  after: () => void = () => undefined,
  check: (value: Wire) => void = () => undefined,
): Scalar {
  return {
    get: () => owner[key],
    set: (value) => {
      check(value);
      owner[key] = value as T[K];
      after();
    },
  };
}

export function isHostObject(value: unknown): value is HostObject {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    ("scalars" in value || "methods" in value || "items" in value || value === NULL_OBJECT)
  );
}
