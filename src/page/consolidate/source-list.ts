import { uniqueNames } from "../../domain";
import type { Copies, Overview } from "../work/review-job";
import type { Given } from "./sources";

/** What stands in a file as it came, judged. */
export interface Contents {
  /** What it was judged with: other earlier files, or another language, call for another judgement. */
  readonly key: string;
  readonly lines: readonly Blob[];
  /** The files in it, by their path. */
  readonly copies: ReadonlyMap<string, Blob>;
}

/** A file that was put in, and what it was judged to hold, once it was. */
export interface Source extends Given {
  contents?: Contents;
}

/** What a shelf holds: files, bytes, the first few names. */
export interface SourceTotals {
  readonly count: number;
  readonly bytes: number;
  readonly names: readonly string[];
}

const NAMES = 3;

/** The name of a file within its containers, as a key. */
export const pathKey = (path: readonly string[]): string => path.join("\n");

/** The same file put in twice is one. */
function sameness({ name, blob }: Given): string {
  return [name, blob?.size, blob?.lastModified].join("\n");
}

/** Files that were put in, each once, each under a name of its own. */
export class SourceList {
  sources: readonly Source[] = [];
  private known = new Set<string>();
  private unique = uniqueNames();

  put(given: readonly Given[]): void {
    const fresh = given.filter((one) => {
      const known = this.known.has(sameness(one));
      this.known.add(sameness(one));
      return !known;
    });
    this.sources = [...this.sources, ...fresh.map(({ name, blob }) => ({ name: this.unique(name), blob }))];
  }

  empty(): void {
    this.sources = [];
    this.known = new Set();
    this.unique = uniqueNames();
  }

  totals(): SourceTotals {
    return {
      count: this.sources.length,
      bytes: this.sources.reduce((sum, { blob }) => sum + (blob?.size ?? 0), 0),
      names: this.sources.slice(0, NAMES).map(({ name }) => name),
    };
  }

  /** All that was judged, as lines of JSON. */
  lines(): Blob {
    return new Blob(this.sources.flatMap(({ contents }) => contents?.lines ?? []));
  }

  /** The bytes of the files that came. */
  copies({ files }: Overview): Copies {
    const all = new Map(this.sources.flatMap(({ contents }) => [...(contents?.copies ?? [])]));
    const blobs = files.map(({ path }) => all.get(pathKey(path)));
    return { blob: new Blob(blobs.filter((blob) => blob !== undefined)), sizes: blobs.map((blob) => blob?.size) };
  }
}
