import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { summaryLinks, type SummaryOptions } from "../actions/consolidate";
import type { Consolidation } from "../domain";
import type { EnclosedCopy } from "./enclosed";

/**
 * Addresses of files and cells as seen from the folder of the summary, so that summary and files can be moved together.
 * There are none of a file that nobody can open from there (another drive).
 */
export function linksFrom({ files }: Consolidation, out: string, copies: readonly EnclosedCopy[]): SummaryOptions {
  const copied = new Map(copies.map(({ file, copy }) => [file, copy]));
  const home = resolve(dirname(out));
  const steps = files.map(({ arrival: { path } }, file) => {
    const from = relative(home, resolve(copied.get(file) ?? path[0]!));
    return isAbsolute(from) || (path.length > 1 && !copied.has(file)) ? undefined : from.split(sep);
  });
  return summaryLinks(
    (file) => steps[file],
    (file) => copied.has(file),
  );
}
