import type { Consolidation } from "../../domain";

/** How the files and the schools of a roster came off, in numbers. */
export interface Outline {
  readonly files: number;
  readonly used: number;
  readonly superseded: number;
  readonly refused: number;
  readonly roster: number;
  /** Of the roster, in time or late. */
  readonly received: number;
  readonly late: number;
  /** Of the roster: nothing came, or nothing that counts. */
  readonly missing: number;
}

export function outline({ files, schools }: Consolidation): Outline {
  const of = (kind: string): number => files.filter(({ fate }) => fate.kind === kind).length;
  const roster = schools.filter(({ onRoster }) => onRoster);
  const standing = (...states: string[]): number => roster.filter(({ state }) => states.includes(state)).length;
  return {
    files: files.length,
    used: of("used"),
    superseded: of("superseded"),
    refused: of("refused"),
    roster: roster.length,
    received: standing("received", "late"),
    late: standing("late"),
    missing: standing("missing", "refused"),
  };
}
