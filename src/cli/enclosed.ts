import { join } from "node:path";
import { copyNames } from "../actions/consolidate";
import type { Consolidation } from "../domain";
import type { Context } from "./context";
import { readFile } from "./disk";
import { makeFolder, writeFile } from "./output";
import { WrongUse } from "./wrong-use";

/** A file that counts and came within a mail or an archive: where its copy goes, so that links to its cells lead somewhere. */
export interface EnclosedCopy {
  /** Index in `Consolidation.files`. */
  readonly file: number;
  readonly path: readonly string[];
  readonly copy: string;
}

/** Names the copies of enclosed files. */
export function planCopies(consolidation: Consolidation, folder: string): EnclosedCopy[] {
  return copyNames(consolidation, (path) => path.length > 1).map(({ file, path, name }) => ({ file, path, copy: join(folder, name) }));
}

/** Writes the copies: opens each mail and archive once more, so that their bytes need not be kept all the while. */
export async function copyEnclosed(copies: readonly EnclosedCopy[], folder: string, context: Context): Promise<void> {
  if (copies.length === 0) return;
  const { adapter, terminal, args } = context;
  makeFolder(folder, terminal.locale);
  const byOuter = new Map<string, EnclosedCopy[]>();
  for (const copy of copies) byOuter.set(copy.path[0]!, [...(byOuter.get(copy.path[0]!) ?? []), copy]);
  for (const [outer, its] of byOuter) {
    const left = new Map(its.map((copy) => [JSON.stringify(copy.path), copy]));
    const bytes = readFile(outer, adapter.largestParcel, terminal.locale);
    if (!bytes.ok) throw new WrongUse("changedMeanwhile", { path: outer });
    for await (const piece of adapter.openParcel(outer, bytes.value)) {
      const key = JSON.stringify(piece.path);
      const wanted = piece.kind === "file" ? left.get(key) : undefined;
      if (!wanted || piece.kind !== "file") continue;
      writeFile(wanted.copy, piece.bytes, args.flags.has("force"), terminal.locale);
      left.delete(key);
    }
    if (left.size > 0) throw new WrongUse("changedMeanwhile", { path: outer });
  }
}
