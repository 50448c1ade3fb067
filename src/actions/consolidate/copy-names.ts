import { fileName, MAX_NAME, safeName, uniqueNames, type Consolidation } from "../../domain";

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
  const unique = uniqueNames(MAX_NAME);
  return files.flatMap(({ arrival: { path }, fate, form }, file) => {
    if (!wanted(path) || fate.kind !== "used" || !form) return [];
    const last = path.at(-1)!.split(/[/\\]/).at(-1)!;
    const own = last.replace(/\.[^.]*$/, "");
    const told = safeName(own).startsWith(safeName(form.school));
    return [{ file, path, name: unique(fileName(told ? [own] : [form.school, own], ".xlsx")) }];
  });
}
