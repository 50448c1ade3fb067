import { fileName, MAX_NAME, safeEnding, safeName, uniqueNames, type Consolidation } from "../../domain";

/** A file that came, and the name of its copy beside the summary, so that links to it lead somewhere. */
export interface NamedCopy {
  /** Index in `Consolidation.files`. */
  readonly file: number;
  readonly path: readonly string[];
  readonly name: string;
}

/**
 * Names the copies of files: by school, where it is known, and their own names, in the order of the files. Those that count come first,
 * so that they have the plainest names.
 * @param wanted whether a file that came by this path is copied
 */
export function copyNames({ files }: Consolidation, wanted: (path: readonly string[], file: number) => boolean): NamedCopy[] {
  const unique = uniqueNames(MAX_NAME);
  const named = files.flatMap(({ arrival: { path }, fate, claim, form }, file) => {
    if (!wanted(path, file)) return [];
    const last = path.at(-1)!.split(/[/\\]/).at(-1)!;
    const own = last.replace(/\.[^.]*$/, "");
    const school = (fate.kind === "refused" ? claim?.kind === "matched" && claim.school : form?.school) || "";
    const pieces = school === "" || safeName(own).startsWith(safeName(school)) ? [own] : [school, own];
    return [{ file, path, counts: fate.kind === "used", name: fileName(pieces, form ? ".xlsx" : safeEnding(last)) }];
  });
  const first = [...named.filter(({ counts }) => counts), ...named.filter(({ counts }) => !counts)];
  return first.map(({ file, path, name }) => ({ file, path, name: unique(name) })).sort((a, b) => a.file - b.file);
}
