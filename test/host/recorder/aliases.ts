/** Names that each Excel makes up for its objects, wherever they stand. */
const MADE_UP = /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i;
/** Where an answer tells others. */
const OWN_KEYS = new Set(["_ReferenceId", "Id", "worksheetId"]);

/** Whether a string is an alias of a name that some Excel made up. */
export function isAlias(value: unknown): value is string {
  return typeof value === "string" && /^\{name-\d+\}$/.test(value);
}

/** Puts aliases in place of names that an Excel made up, and of those that the open workbook brought along. */
export class Aliases {
  private readonly known = new Map<string, string>();

  /** @param own names of the workbook that is open and of its sheet, each with what is written instead */
  constructor(private readonly own: Readonly<Record<string, string>> = {}) {}

  /** A copy of an answer or an event; the names it tells are known from then on. */
  told<T>(value: T): T {
    this.learn(value);
    return this.replaced(value);
  }

  /** A copy of a request, with the names that are known. */
  asked<T>(value: T): T {
    return this.replaced(value);
  }

  private learn(value: unknown, key = ""): void {
    if (typeof value === "string") {
      if (value !== "" && (MADE_UP.test(value) || OWN_KEYS.has(key)) && !this.known.has(value))
        this.known.set(value, `{name-${this.known.size + 1}}`);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, one] of Object.entries(value)) this.learn(one, name);
    }
  }

  /** Contents of cells come in grids, and stay as they are. */
  private replaced<T>(value: T, inGrid = false): T {
    if (typeof value === "string") return (inGrid ? value : this.alias(value)) as T;
    if (Array.isArray(value)) return value.map((one: unknown) => this.replaced(one, inGrid || Array.isArray(one))) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.replaced<unknown>(one)])) as T;
  }

  private alias(text: string): string {
    const known = this.known.get(text) ?? this.own[text];
    if (known !== undefined) return known;
    const [, quoted, plain, place] = /^(?:'((?:[^']|'')+)'|([^'!]+))(![$A-Z0-9:]+)$/.exec(text) ?? [];
    const sheet = this.own[quoted?.replaceAll("''", "'") ?? plain ?? ""];
    return sheet === undefined ? text : sheet + place;
  }
}
