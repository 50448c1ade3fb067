import {
  canonicalJson,
  countFindings,
  forSchool,
  holdsBack,
  ofOwnSheets,
  ok,
  sealCode,
  sealState,
  withGiven,
  type Catalogue,
  type Finding,
  type FindingCounts,
  type Previous,
  type Refusal,
  type Result,
  type SealHead,
  type SealState,
  type Submission,
} from "../domain";
import type { Locale } from "../locales";
import { judge } from "../rules";
import { NEW_SEAL, readForm, type ReadForm } from "../sheets";
import type { Workbook } from "../workbook/port";
import { webSha256, type Sha256 } from "./hash";

/** Nothing to say · all queries explained · something still to correct or explain. */
export type CheckStatus = "clean" | "explained" | "blocked";

export interface Checked {
  readonly form: ReadForm;
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
  readonly status: CheckStatus;
  readonly seal: SealState;
  /** The code that the contents give now, under the seal they carry or a new one. */
  readonly code: string;
}

export interface CheckOptions {
  /** What a reviewer's earlier files say about the school and period of a form. It changes nothing that the school is told. */
  readonly previous?: (submission: Submission) => readonly Previous[];
  /** The language of validations that a fix would restore. */
  readonly locale: Locale;
  /** Judged to be sealed, which asks for more than filling in does. */
  readonly sealing?: boolean;
  /** The one of browsers where absent. */
  readonly sha256?: Sha256;
}

/** SHA-256 of the canonical contents under a seal, as people see it. */
export async function codeOf({ submission }: Pick<ReadForm, "submission">, seal: SealHead, sha256: Sha256 = webSha256): Promise<string> {
  return sealCode(await sha256(new TextEncoder().encode(canonicalJson(submission, seal))));
}

/**
 * Compares a form with its seal by its own sheets: what came in from other forms is found, and changes nothing of this one.
 * @returns how it stands to its seal, and the code that its contents give
 */
async function sealOf(submission: Submission, sha256: Sha256 | undefined): Promise<Pick<Checked, "seal" | "code">> {
  const compared = async (contents: Submission): Promise<Pick<Checked, "seal" | "code">> => {
    const code = await codeOf({ submission: contents }, contents.seal ?? NEW_SEAL, sha256);
    return { seal: sealState(contents, code), code };
  };
  const ownSheets = ofOwnSheets(submission);
  const own = await compared(ownSheets);
  if (own.seal.state !== "changed" || ownSheets === submission) return own;
  // Workbooks of two schools could be sealed once, with the sheets of both.
  const all = await compared(submission);
  return all.seal.state === "sealed" ? all : own;
}

export function statusOf(findings: readonly Finding[]): CheckStatus {
  if (findings.some(holdsBack)) return "blocked";
  return findings.some((finding) => finding.state === "explained" && forSchool(finding)) ? "explained" : "clean";
}

/**
 * Reads a form without judging it.
 * @returns what it says and where; or why the workbook cannot be taken
 */
export async function read(
  workbook: Workbook,
  catalogue: Catalogue,
  { locale }: Pick<CheckOptions, "locale">,
): Promise<Result<ReadForm, Refusal>> {
  const grid = await workbook.read();
  return grid.ok ? readForm(grid.value, catalogue, { locale }) : grid;
}

/**
 * Checks a form: reads it, applies the ruleset, compares it with its seal.
 * @returns all findings in the order of the contract; or why the workbook cannot be taken
 * @throws RuleBug where a rule itself fails
 */
export async function check(
  workbook: Workbook,
  catalogue: Catalogue,
  { previous, locale, sealing, sha256 }: CheckOptions,
): Promise<Result<Checked, Refusal>> {
  const asRead = await read(workbook, catalogue, { locale });
  if (!asRead.ok) return asRead;
  const submission = previous ? withGiven(asRead.value.submission, previous(asRead.value.submission)) : asRead.value.submission;
  const form = { ...asRead.value, submission };
  // The engine hashes while the rules are judged.
  const hashed = sealOf(submission, sha256);
  const findings = judge({ submission, form: catalogue.form, roster: catalogue.roster, sealing }, catalogue.ruleset);
  return ok({
    form,
    findings,
    counts: countFindings(findings),
    status: statusOf(findings),
    ...(await hashed),
  });
}
