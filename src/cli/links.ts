import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { cellLink } from "../actions/consolidate";
import { address, type Consolidation } from "../domain";
import type { EnclosedCopy } from "./enclosed";

/**
 * Addresses of cells as seen from the folder of the summary, so that summary and files can be moved together.
 * @returns undefined for a file that nobody can open from there (another drive)
 */
export function cellLinks(
  { files }: Consolidation,
  out: string,
  copies: readonly EnclosedCopy[],
): (file: number, sheet: string, row: number, column: number) => string | undefined {
  const copied = new Map(copies.map(({ file, copy }) => [file, copy]));
  const home = resolve(dirname(out));
  const steps = files.map(({ arrival: { path } }, file) => {
    const from = relative(home, resolve(copied.get(file) ?? path[0]!));
    return isAbsolute(from) || (path.length > 1 && !copied.has(file)) ? undefined : from.split(sep);
  });
  return (file, sheet, row, column) => {
    const path = steps[file];
    return path && cellLink(path, sheet, address({ row, column }));
  };
}
