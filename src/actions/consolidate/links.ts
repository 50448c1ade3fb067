import { address, isDocument } from "../../domain";
import { cellLink, fileLink, type SummaryOptions } from "./summary-book";

/**
 * The addresses of a summary: of each file, and of each cell in it.
 * @param pathOf the steps from the folder of the summary to a file, by its index; undefined where nobody can open it from there
 * @param isCopy whether that is a copy that was made beside the summary: its ending is known to be harmless
 */
export function summaryLinks(pathOf: (file: number) => readonly string[] | undefined, isCopy: (file: number) => boolean): SummaryOptions {
  return {
    link: (file, sheet, row, column) => {
      const path = pathOf(file);
      return path && cellLink(path, sheet, address({ row, column }));
    },
    // What could be a program is not opened with a click.
    fileLink: (file) => {
      const path = pathOf(file);
      return path && (isCopy(file) || isDocument(path.at(-1)!)) ? fileLink(path) : undefined;
    },
  };
}
