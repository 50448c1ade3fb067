import { address, type CellRef } from "../../domain";

/** The id of a cell's element. Names of sheets come out of files: only their code units may stand in an id. */
export function cellId(at: CellRef): string {
  return `cell-${[...at.sheet].map((char) => char.codePointAt(0)!.toString(36)).join("-")}-${address(at)}`;
}
