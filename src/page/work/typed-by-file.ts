import type { TypedTexts } from "../../ui/form/actions";

const KEY = "cluster-report-typed";

/**
 * Texts that were typed into the files of this tab and are not yet written. They stay while the tab is open, over a reload, too; where the
 * browser keeps nothing, until the page is left.
 */
export class TypedByFile {
  private readonly all = new Map<string, string>(storedTexts());

  /** What was typed into a file. */
  of(file: number): TypedTexts {
    const key = (place: string): string => `${file}\n${place}`;
    return {
      get: (place) => this.all.get(key(place)),
      set: (place, text) => {
        this.all.set(key(place), text);
        this.keep();
      },
      delete: (place) => {
        this.all.delete(key(place));
        this.keep();
      },
    };
  }

  /** Whether something was typed into a file. */
  has(file: number): boolean {
    return [...this.all.keys()].some((key) => key.startsWith(`${file}\n`));
  }

  /** Files that went took what was typed into them along. */
  keepOnly(files: readonly number[]): void {
    const there = new Set(files.map(String));
    for (const key of this.all.keys()) if (!there.has(key.split("\n", 1)[0]!)) this.all.delete(key);
    this.keep();
  }

  get any(): boolean {
    return this.all.size > 0;
  }

  private keep(): void {
    try {
      if (this.any) sessionStorage.setItem(KEY, JSON.stringify([...this.all]));
      else sessionStorage.removeItem(KEY);
    } catch {
      return;
    }
  }
}

function storedTexts(): [string, string][] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as [string, string][];
  } catch {
    return [];
  }
}
