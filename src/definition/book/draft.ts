import type { CellRef } from "../../domain";
import type { Path } from "../mistake";
import { partAt } from "./column";
import type { BookFacts, BookFault, BookMistakeCode } from "./mistake";
import { SHEETS } from "./names";

/** Something that the reader of the workbook has to say, at its cell. */
export type Told = { [C in BookMistakeCode]: { readonly at: CellRef; readonly code: C; readonly facts: BookFacts<C> } }[BookMistakeCode];

type Part = Record<string | number, unknown>;

/** The JSON of a definition while it is read, and beside it which cell each part of it came from. */
export class Draft {
  readonly json: Part = { form: {}, roster: {}, ruleset: {} };
  readonly told: Told[] = [];
  /** 计量单位 that the author says are right. */
  readonly units: string[] = [];
  private readonly places = new Map<string, CellRef>();
  private readonly faulty = new Set<string>();

  /** Says that something is wrong, or was done. @param path what is not to be accused once more */
  tell<C extends BookMistakeCode>(code: C, at: CellRef, facts: BookFacts<C>, path?: Path): void {
    this.told.push({ code, at, facts } as unknown as Told);
    if (path) this.faulty.add(keyOf(path));
  }

  /** Whether something was told. */
  has(code: BookMistakeCode): boolean {
    return this.told.some((one) => one.code === code);
  }

  /** Says what a codec found wrong. */
  tellFault({ code, facts }: BookFault, at: CellRef, path?: Path): void {
    this.tell(code, at, facts as unknown as BookFacts<BookMistakeCode>, path);
  }

  /** Notes which cell a part of the definition is read from, whether or not something stands there. */
  place(path: Path, at: CellRef): void {
    this.places.set(keyOf(path), at);
  }

  /** Sets a part of the definition. Its keys are the program's own, never a stranger's. */
  put(path: Path, value: unknown): void {
    let part = this.json;
    path.slice(0, -1).forEach((key, index) => {
      part[key] ??= typeof path[index + 1] === "number" ? [] : {};
      part = part[key] as Part;
    });
    part[path[path.length - 1]!] = value;
  }

  /**
   * Puts others in the place of the members of a list: they stand where those stood that they came of, and what was told of those holds for
   * them too.
   * @param of for each of them the index of the member that it came of
   */
  replace(path: Path, members: readonly unknown[], of: readonly number[]): void {
    const prefix = `${keyOf(path)}\n`;
    const moved = <T>(known: Iterable<[string, T]>): [string, T][] => {
      const its = [...known]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => [key.slice(prefix.length).split("\n"), value] as const);
      return of.flatMap((index, now) =>
        its.flatMap(([[at, ...rest], value]): [string, T][] => (at === String(index) ? [[prefix + [now, ...rest].join("\n"), value]] : [])),
      );
    };
    const places = moved(this.places);
    const faulty = moved([...this.faulty].map((key): [string, true] => [key, true]));
    for (const key of [...this.places.keys()]) if (key.startsWith(prefix)) this.places.delete(key);
    for (const key of [...this.faulty]) if (key.startsWith(prefix)) this.faulty.delete(key);
    for (const [key, at] of places) this.places.set(key, at);
    for (const [key] of faulty) this.faulty.add(key);
    this.put(path, members);
  }

  /** A part of the definition as far as it is read. */
  get(path: Path): unknown {
    return partAt(this.json, path);
  }

  /** The cell that a part of the definition came from, or the part that it belongs to. */
  placeOf(path: Path): CellRef {
    for (let length = path.length; length > 0; length--) {
      const at = this.places.get(keyOf(path.slice(0, length)));
      if (at) return at;
    }
    return { sheet: SHEETS.basics, row: 0, column: 0 };
  }

  /** Whether a part of the definition, or one that it belongs to, was told about by the reader. */
  isTold(path: Path): boolean {
    return path.some((_, index) => this.faulty.has(keyOf(path.slice(0, index + 1))));
  }

  /** Takes note that a part is faulty, and was told about. */
  fault(path: Path): void {
    this.faulty.add(keyOf(path));
  }
}

function keyOf(path: Path): string {
  return path.join("\n");
}
