import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { cellLink, fileLink, type SummaryOptions } from "../actions/consolidate";
import { address, isDocument, type Consolidation } from "../domain";
import type { EnclosedCopy } from "./enclosed";

/**
 * Addresses of files and cells as seen from the folder of the summary, so that summary and files can be moved together.
 * @returns undefined for a file that nobody can open from there (another drive), and one that could be a program
 */
export function linksFrom({ files }: Consolidation, out: string, copies: readonly EnclosedCopy[]): SummaryOptions {
  const copied = new Map(copies.map(({ file, copy }) => [file, copy]));
  const home = resolve(dirname(out));
  const steps = files.map(({ arrival: { path } }, file) => {
    const from = relative(home, resolve(copied.get(file) ?? path[0]!));
    return isAbsolute(from) || (path.length > 1 && !copied.has(file)) ? undefined : from.split(sep);
  });
  return {
    link: (file, sheet, row, column) => {
      const path = steps[file];
      return path && cellLink(path, sheet, address({ row, column }));
    },
    fileLink: (file) => {
      const path = steps[file];
      return path && (copied.has(file) || isDocument(path.at(-1)!)) ? fileLink(path) : undefined;
    },
  };
}
