import { blocks, sameCell, type CellRef, type Finding } from "../../domain";

/** Whether something that blocks stands at a cell. */
export function isBad(findings: readonly Finding[], cell: CellRef): boolean {
  return findings.some((finding) => blocks(finding) && sameCell(finding.at, cell));
}
