import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { copyNames, hasBytes, type JudgedFile } from "../actions/consolidate";
import { plain } from "../actions/report";
import type { Consolidation } from "../domain";
import { fill } from "../locales";
import type { Context } from "./context";
import { readFile } from "./disk";
import { namesIn } from "./output";

/** A file that came within a mail or an archive: where its copy goes, so that links to it lead somewhere. */
export interface EnclosedCopy {
  /** Index in `Consolidation.files`. */
  readonly file: number;
  readonly path: readonly string[];
  readonly copy: string;
}

const keyOf = (path: readonly string[]): string => JSON.stringify(path);

/** Names the copies of enclosed files. @param judged all that was read, refused files among it */
export function planCopies(consolidation: Consolidation, folder: string, judged: readonly JudgedFile[]): EnclosedCopy[] {
  const there = new Set(judged.filter(hasBytes).map(({ arrival }) => keyOf(arrival.path)));
  const wanted = (path: readonly string[]): boolean => path.length > 1 && there.has(keyOf(path));
  return copyNames(consolidation, wanted).map(({ file, path, name }) => ({ file, path, copy: join(folder, name) }));
}

/**
 * Writes the copies: opens each mail and archive once more, so that their bytes need not be kept all the while.
 * @param judged what was read of each file the first time
 * @returns those written; a file that is no longer there, or no longer what was read, has none, which is told
 */
export async function copyEnclosed(
  copies: readonly EnclosedCopy[],
  folder: string,
  judged: readonly JudgedFile[],
  context: Context,
): Promise<EnclosedCopy[]> {
  if (copies.length === 0) return [];
  const { terminal, transaction } = context;
  transaction.makeFolder(folder);
  const digests = new Map(judged.map(({ arrival, digest }) => [keyOf(arrival.path), digest]));
  const left = new Map(copies.map((copy) => [keyOf(copy.path), copy]));
  for (const outer of new Set(copies.map(({ path }) => path[0]!))) {
    for await (const { path, bytes } of filesIn(outer, context)) {
      const key = keyOf(path);
      const copy = left.get(key);
      if (!copy) continue;
      // What nobody looked into has no digest.
      const digest = digests.get(key);
      if (digest !== "" && digest !== createHash("sha256").update(bytes).digest("hex")) continue;
      await transaction.write(copy.copy, bytes);
      left.delete(key);
    }
  }
  for (const { path } of left.values())
    terminal.complain(plain(fill(terminal.locale.commands.usage.notCopied, { path: path.join(" › ") })));
  return copies.filter(({ path }) => !left.has(keyOf(path)));
}

/** That files lie where the copies go which are none of them; empty where there are none. Asked before they are made. */
export function sayCopiesLeft(copies: readonly EnclosedCopy[], folder: string, { terminal: { locale } }: Context): string {
  const current = new Set(copies.map(({ copy }) => basename(copy)));
  const left = namesIn(folder, locale).filter((name) => !current.has(name));
  return left.length === 0 ? "" : plain(fill(locale.commands.done.copiesLeft, { path: folder, count: left.length, name: left[0]! }));
}

async function* filesIn(
  outer: string,
  { adapter, terminal }: Context,
): AsyncGenerator<{ readonly path: readonly string[]; readonly bytes: Uint8Array }> {
  const file = readFile(outer, adapter.largestParcel, terminal.locale);
  if (!file.ok) return;
  for await (const piece of adapter.openParcel(outer, file.value.bytes)) {
    const { path, bytes } = { bytes: undefined, ...piece };
    if (bytes) yield { path, bytes };
  }
}
