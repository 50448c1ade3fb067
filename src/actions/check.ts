import {
  canonicalJson,
  countFindings,
  forSchool,
  holdsBack,
  ofOwnSheets,
  ok,
  refuse,
  shortCode,
  sealedItems,
  sealState,
  withGiven,
  type Catalogue,
  type Finding,
  type FindingCounts,
  type Form,
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
import { newSeal, readForm, type ReadForm } from "../sheets";
import type { Workbook } from "../workbook/port";
import { catalogueFor, otherForm } from "./carried";
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
  /** The definition that the file carries, where it was judged by that: by the one at hand otherwise. */
  readonly carried?: Catalogue;
}

export interface Checked extends Judged {
  /** The code that the contents give now, under the seal they carry or a new one. */
  readonly code: string;
}

export interface CheckOptions {
  /** What a reviewer's earlier files say about the school and period of a form. It changes nothing that the school is told. */
  readonly previous?: (submission: Submission, form: Form) => readonly Previous[];
  /** The language of validations that a fix would restore. */
  readonly locale: Locale;
  /** The definition at hand was asked for: a form of another one is refused. */
  readonly only?: boolean;
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
  return shortCode(await sha256(new TextEncoder().encode(canonicalJson(submission, seal, items))));
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
  const found = await gridAndCatalogue(workbook, catalogue);
  return found.ok ? readForm(found.value.grid, found.value.catalogue, { locale: locale.ofForm(found.value.catalogue.form) }) : found;
}

/** Reads a workbook, and finds what it is judged by. */
async function gridAndCatalogue(
  workbook: Workbook,
  own: Catalogue,
  sha256?: Sha256,
): Promise<Result<{ readonly grid: Grid; readonly catalogue: Catalogue }, Refusal>> {
  let grid = await workbook.read();
  if (!grid.ok) return grid;
  const catalogue = await catalogueFor(grid.value, own, sha256);
  if (!catalogue.ok) return catalogue;
  // A live Excel was asked for the sheets of the form that was there before.
  if (workbook.expectForm?.(catalogue.value.form)) grid = await workbook.read();
  return grid.ok ? ok({ grid: grid.value, catalogue: catalogue.value }) : grid;
}

/**
 * Checks a form: reads it, applies the ruleset, compares it with its seal. A form that the definition at hand is not of is judged by the
 * definition that it carries.
 * @param catalogue the definition at hand
 * @returns all findings in the order of the contract; or why the workbook cannot be taken
 * @throws RuleBug where a rule itself fails
 */
export async function check(workbook: Workbook, catalogue: Catalogue, options: CheckOptions): Promise<Result<Checked, Refusal>> {
  const judged = await judgeWorkbook(workbook, catalogue, options);
  if (!judged.ok) return judged;
  const { code, ...rest } = judged.value;
  const head = newSeal(rest.carried ?? catalogue);
  return ok({ ...rest, code: code ?? (await codeOf(ofOwnSheets(rest.form.submission), head, options.sha256)) });
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
  const found = await gridAndCatalogue(workbook, catalogue, options.sha256);
  if (found.ok && options.only && found.value.catalogue !== catalogue) return refuse(otherForm(found.value.catalogue.form, catalogue.form));
  return found.ok ? judgeBy(found.value.catalogue, found.value.grid, catalogue, options) : found;
}

/** As `judgeWorkbook`, of a grid that was read already. @throws RuleBug where a rule itself fails */
export async function judgeForm(grid: Grid, own: Catalogue, options: CheckOptions): Promise<Result<Judged & Partial<Checked>, Refusal>> {
  const catalogue = await catalogueFor(grid, own, options.sha256);
  return catalogue.ok ? judgeBy(catalogue.value, grid, own, options) : catalogue;
}

async function judgeBy(
  catalogue: Catalogue,
  grid: Grid,
  own: Catalogue,
  { previous, locale, sealing, sha256 }: CheckOptions,
): Promise<Result<Judged & Partial<Checked>, Refusal>> {
  const asRead = readForm(grid, catalogue, { locale: locale.ofForm(catalogue.form) });
  if (!asRead.ok) return asRead;
  const submission = previous
    ? withGiven(asRead.value.submission, previous(asRead.value.submission, catalogue.form))
    : asRead.value.submission;
  const form = { ...asRead.value, submission };
  // The engine hashes while the rules are judged.
  const compared = compareWithSeal(submission, sha256);
  const findings = judge({ submission, form: catalogue.form, roster: catalogue.roster, sealing }, catalogue.ruleset);
  return ok({
    form,
    findings,
    counts: countFindings(findings),
    status: statusOf(findings),
    ...(catalogue === own ? {} : { carried: catalogue }),
    ...(await compared),
  });
}
