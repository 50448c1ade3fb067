import { uniqueNames, type Consolidation } from "../../domain";
import { safeName } from "../issue";

/** A file that counts, and the name of its copy beside the summary, so that links to its cells lead somewhere. */
export interface NamedCopy {
  /** Index in `Consolidation.files`. */
  readonly file: number;
  readonly path: readonly string[];
  readonly name: string;
}

/**
 * Names the copies of files that count: by school and their own names, in the order of the files.
 * @param wanted whether a file that came by this path is copied
 */
export function copyNames({ files }: Consolidation, wanted: (path: readonly string[]) => boolean): NamedCopy[] {
  const unique = uniqueNames();
  return files.flatMap(({ arrival: { path }, fate, form }, file) => {
    if (!wanted(path) || fate.kind !== "used" || !form) return [];
    const own = safeName(
      path
        .at(-1)!
        .split(/[/\\]/)
        .at(-1)!
        .replace(/\.[^.]*$/, ""),
    );
    const school = safeName(form.school);
    return [{ file, path, name: unique(`${own.startsWith(school) ? own : `${school}-${own}`}.xlsx`) }];
  });
}
