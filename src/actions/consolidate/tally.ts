import { countFigures, reviewFigures, type Consolidation, type Fate, type SchoolRecord } from "../../domain";

/** How the files and the schools of a consolidation came off. Of the schools, all but `others` are of the roster. */
export interface ConsolidationTally {
  readonly files: number;
  readonly used: number;
  readonly superseded: number;
  readonly refused: number;
  /** Those of `refused` of which nobody knows yet whose they are. */
  readonly unclaimed: number;
  readonly roster: number;
  /** In time or late. */
  readonly received: number;
  readonly late: number;
  /** From which no file counts. */
  readonly missing: number;
  /** Those of `missing` that sent files all the same. */
  readonly rejected: number;
  readonly others: number;
  /** Figures 待核. */
  readonly pending: number;
  /** Figures that are for the reviewer alone to verify. */
  readonly review: number;
}

/** Counts files by their fates, and schools by how they stand. */
export function consolidationTally(consolidation: Consolidation): ConsolidationTally {
  const { files, lines, schools, movements } = consolidation;
  const of = (kind: Fate["kind"]): number => files.filter(({ fate }) => fate.kind === kind).length;
  const roster = schools.filter(({ onRoster }) => onRoster);
  const standing = (...states: readonly SchoolRecord["state"][]): number => roster.filter(({ state }) => states.includes(state)).length;
  return {
    files: files.length,
    used: of("used"),
    superseded: of("superseded"),
    refused: of("refused"),
    unclaimed: files.filter(({ claim }) => claim?.kind === "unclaimed").length,
    roster: roster.length,
    received: standing("received", "late"),
    late: standing("late"),
    missing: standing("missing", "refused"),
    rejected: standing("refused"),
    others: schools.length - roster.length,
    pending: movements.reduce((sum, one) => sum + one.pending, 0),
    review: countFigures(lines, reviewFigures(consolidation)),
  };
}

/** How many 核实单 came back, and how many of their answers stand beside a finding. */
export function replyTally({ replies }: Consolidation): { readonly count: number; readonly matched: number; readonly unmatched: number } {
  const sum = (of: "matched" | "unmatched"): number => replies.reduce((total, reply) => total + reply[of], 0);
  return { count: replies.length, matched: sum("matched"), unmatched: sum("unmatched") };
}
