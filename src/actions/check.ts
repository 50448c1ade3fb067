import {
  canonicalJson,
  countFindings,
  forSchool,
  holdsBack,
  ofOwnSheets,
  ok,
  sealCode,
  sealedItems,
  sealState,
  withGiven,
  type Catalogue,
  type Finding,
  type FindingCounts,
  type Grid,
  type Previous,
  type Refusal,
  type Result,
  type SealedItem,
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

/** A form, read and judged, and how it stands to its seal. */
export interface Judged {
  readonly form: ReadForm;
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
  readonly status: CheckStatus;
  readonly seal: SealState;
}

export interface Checked extends Judged {
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

/**
 * SHA-256 of the canonical contents under a seal, as people see it.
 * @param items what a seal of this version covers
 */
export async function codeOf(
  submission: Submission,
  seal: SealHead,
  sha256: Sha256 = webSha256,
  items: readonly SealedItem[] = sealedItems(submission, seal.version),
): Promise<string> {
  return sealCode(await sha256(new TextEncoder().encode(canonicalJson(submission, seal, items))));
}

/** How a form stands to its seal, and the code that its contents give; none where it carries no seal. */
interface Compared {
  readonly seal: SealState;
  readonly code?: string;
}

/** Compares a form with its seal by its own sheets: what came in from other forms is found, and changes nothing of this one. */
async function compareWithSeal(submission: Submission, sha256: Sha256 | undefined): Promise<Compared> {
  const { seal } = submission;
  if (!seal) return { seal: { state: "none" } };
  const compared = async (contents: Submission): Promise<Compared> => {
    const items = sealedItems(contents, seal.version);
    const code = await codeOf(contents, seal, sha256, items);
    return { seal: sealState(contents, seal, items, code), code };
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
export async function check(workbook: Workbook, catalogue: Catalogue, options: CheckOptions): Promise<Result<Checked, Refusal>> {
  const judged = await judgeWorkbook(workbook, catalogue, options);
  if (!judged.ok) return judged;
  const { code, ...rest } = judged.value;
  return ok({ ...rest, code: code ?? (await codeOf(ofOwnSheets(rest.form.submission), NEW_SEAL, options.sha256)) });
}

/**
 * The same, for a report: thousands of forms are judged without anybody asking for their codes.
 * @returns no code where the form carries no seal
 * @throws RuleBug where a rule itself fails
 */
export async function judgeWorkbook(
  workbook: Workbook,
  catalogue: Catalogue,
  options: CheckOptions,
): Promise<Result<Judged & Partial<Checked>, Refusal>> {
  const grid = await workbook.read();
  return grid.ok ? judgeForm(grid.value, catalogue, options) : grid;
}

/** As `judgeWorkbook`, of a grid that was read already. @throws RuleBug where a rule itself fails */
export async function judgeForm(
  grid: Grid,
  catalogue: Catalogue,
  { previous, locale, sealing, sha256 }: CheckOptions,
): Promise<Result<Judged & Partial<Checked>, Refusal>> {
  const asRead = readForm(grid, catalogue, { locale });
  if (!asRead.ok) return asRead;
  const submission = previous ? withGiven(asRead.value.submission, previous(asRead.value.submission)) : asRead.value.submission;
  const form = { ...asRead.value, submission };
  // The engine hashes while the rules are judged.
  const compared = compareWithSeal(submission, sha256);
  const findings = judge({ submission, form: catalogue.form, roster: catalogue.roster, sealing }, catalogue.ruleset);
  return ok({
    form,
    findings,
    counts: countFindings(findings),
    status: statusOf(findings),
    ...(await compared),
  });
}
