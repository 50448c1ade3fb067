import {
  address,
  detailRows,
  pendingFigures,
  periodId,
  type Catalogue,
  type Claim,
  type Consolidation,
  type Exclusion,
  type FileRecord,
  type Form,
  type RankedFinding,
  type Ruleset,
} from "../../domain";
import type { Locale } from "../../locales";
import { findingJson, indented } from "../report/json";
import { sayExclusion } from "../../sheets/summary";

/** One row of 明细 for programs: JSON and Parquet name their columns alike. */
export interface DetailRecord {
  readonly school: string;
  readonly category: string;
  readonly cluster: string;
  readonly programme: string;
  readonly indicator: string;
  /** Present only where the cell holds a number that the indicator can have. */
  readonly value?: number | undefined;
  /** What stands in the cell where it holds none; absent where it is blank. */
  readonly shown?: string | number | undefined;
  readonly comparison?: number | undefined;
  /** Names from the outermost container to the file. */
  readonly file: readonly string[];
  readonly sheet: string;
  readonly cell: string;
  readonly seal: string;
  /** 待核; absent where it is not. */
  readonly pending?: true | undefined;
}

/** The rows of 明细 in their order, one at a time. The order of the fields is part of the contract. */
export function* detailRecords(consolidation: Consolidation, form: Form): Generator<DetailRecord> {
  const { files, lines } = consolidation;
  const codes = form.indicators.map(({ code }) => code);
  const isPending = pendingFigures(consolidation);
  for (const { line, indicator, value: at } of detailRows(lines, codes)) {
    const { school, category, cluster, programme, sheet, file } = line;
    const { value, shown, comparison } = at;
    const { arrival, form: read } = files[file]!;
    const seal = read!.seal.state;
    const where = { file: arrival.path, sheet, cell: address(at), seal };
    const pending = isPending(line, indicator) || undefined;
    yield { school, category, cluster, programme, indicator, value, shown, comparison, ...where, pending };
  }
}

/** What a program needs to know of itself. */
export interface JsonHead {
  readonly name: string;
  readonly version: string;
}

/** A consolidation for programs, piece by piece. The order of the fields is part of the contract. */
export function* consolidationJson(
  consolidation: Consolidation,
  { form, ruleset: judgedBy }: Catalogue,
  tool: JsonHead,
  locale: Locale,
): Generator<string> {
  const { period, ruleset, files, schools, findings, movements, replies, passedOver } = consolidation;
  const head = { name: tool.name, version: tool.version, form: consolidation.form, ruleset };
  yield `{\n  "tool": ${indented(head, 2)},\n  "period": ${JSON.stringify(periodId(period))}`;
  yield* list(
    "files",
    files.map((file) => fileJson(file, locale)),
  );
  yield* list(
    "schools",
    schools.map(({ school, onRoster, meant, state, file, unread, possible, files: its, missingLines }) => ({
      school,
      onRoster,
      meant,
      state,
      file,
      unread,
      possible,
      files: its,
      missingLines,
    })),
  );
  yield* list("details", detailRecords(consolidation, form));
  yield* list(
    "findings",
    findings.map((one) => rankedJson(one, locale, judgedBy)),
  );
  yield* list(
    "movements",
    movements.map(({ category, cluster, indicator, basis, total, comparable, before, matched, lines, pending, settled }) => ({
      category,
      cluster,
      indicator,
      basis,
      total,
      comparable,
      before,
      matched,
      lines,
      pending,
      settled,
    })),
  );
  yield* list(
    "replies",
    replies.map(({ arrival, school, period: of, matched, unmatched, left }) => ({
      path: arrival.path,
      school,
      period: of,
      matched,
      unmatched,
      left,
    })),
  );
  yield* list("passedOver", passedOver);
  yield "\n}\n";
}

function* list(name: string, items: Iterable<object>): Generator<string> {
  yield `,\n  ${JSON.stringify(name)}: [`;
  let first = true;
  for (const item of items) {
    yield `${first ? "" : ","}\n    ${JSON.stringify(item)}`;
    first = false;
  }
  yield first ? "]" : "\n  ]";
}

function fileJson({ arrival, fate, claim, form }: FileRecord, locale: Locale): object {
  const how =
    fate.kind === "superseded"
      ? { by: fate.by, why: fate.why, perhapsCorrection: fate.perhapsCorrection, difference: fate.difference }
      : fate.kind === "refused"
        ? { refusal: exclusionJson(fate.why, locale), claim: claim && claimJson(claim) }
        : {};
  const of = form
    ? {
        school: form.school,
        period: form.period,
        reported: form.reported,
        seal: form.seal,
        counts: form.counts,
        status: form.status,
      }
    : {};
  return { path: arrival.path, received: arrival.received, mailed: arrival.mailed, fate: fate.kind, ...how, ...of };
}

function claimJson(claim: Claim): object {
  if (claim.kind === "matched") return { state: claim.kind, school: claim.school, by: claim.by };
  return claim.kind === "unclaimed" ? { state: claim.kind, candidates: claim.candidates } : { state: claim.kind };
}

function exclusionJson(why: Exclusion, locale: Locale): object {
  return { code: why.code, message: sayExclusion(why, locale) };
}

function rankedJson(
  { id, file, school, effect, pending, review, answer, finding }: RankedFinding,
  locale: Locale,
  ruleset: Ruleset,
): object {
  return { id, file, school, effect, answer, ...findingJson(finding, locale, ruleset), pending, review };
}
