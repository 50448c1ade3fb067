import { blocks, type Finding, type FindingCounts } from "./finding";
import type { Refusal } from "./refusal";
import type { ReportingPeriod } from "./period";

/** How a file came to the reviewer. */
export interface Arrival {
  /** Names from the outermost container to the file itself: `["收件.zip", "来信.eml", "统计表.xlsx"]`. */
  readonly path: readonly string[];
  /** When it came, as an ISO instant in UTC: of the mail, else of the archive's entry, else of the file on the disk. */
  readonly received?: string;
  /** `received` is the date of a mail: only that proves when a file came, the others only order what came. */
  readonly mailed?: true;
  /** Of the mail it came in: the address that sent it, the name beside the address, and the subject. */
  readonly mail?: { readonly address?: string; readonly name?: string; readonly subject?: string };
}

/** Which of two came first, as `sort` wants it; undefined where nothing tells: a mail says when it was sent, a file when it was saved. */
export function timeOrder(a: Arrival, b: Arrival): number | undefined {
  if (a.received === undefined || b.received === undefined || a.mailed !== b.mailed) return undefined;
  return a.received < b.received ? -1 : Number(a.received > b.received);
}

/** One number of a programme report, with the cell it was read from. */
export interface LineValue {
  /** Row 0, column 0 is A1; the sheet is the line's. */
  readonly row: number;
  readonly column: number;
  /** Present only where the cell holds a number that the indicator can have: nothing else enters a total. */
  readonly value?: number;
  /** What stands in the cell where that is no such number: it is shown, never counted. Absent where the cell is blank. */
  readonly shown?: string | number;
  /** 对比数: the period before for a stock, the same half of the year before for a flow. */
  readonly comparison?: number;
}

/** What is kept of one programme report: a line of the roster, reported by a school. */
export interface ReportLine {
  /** Index in `Consolidation.files`. */
  readonly file: number;
  readonly school: string;
  readonly category: string;
  readonly cluster: string;
  readonly programme: string;
  readonly sheet: string;
  /** By indicator code; every code of the form is present. */
  readonly values: Readonly<Record<string, LineValue>>;
}

/** A text of a form and where it stands; row 0, column 0 is A1. */
export interface CellText {
  readonly row: number;
  readonly column: number;
  /** Trimmed; empty where the cell holds none. */
  readonly text: string;
}

/** A line with its words: what rules across schools compare, and what tells two files of a school apart. */
export interface LineWithTexts extends ReportLine {
  readonly head: { readonly category: CellText; readonly cluster: CellText; readonly programme: CellText };
  /** By text item id. */
  readonly texts: Readonly<Record<string, CellText>>;
}

export interface SealSummary {
  readonly state: "sealed" | "changed" | "none";
  readonly code?: string;
}

/** A value that differs between two files of one school and period. */
export interface CellDifference {
  readonly programme: string;
  /** Indicator code, or the id of a text or cover item. */
  readonly item: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: string | number;
  readonly after: string | number;
}

/** What changed from an earlier file of a school and period to the one that counts. */
export interface Difference {
  readonly cells: readonly CellDifference[];
  /** Open findings of the earlier file that are gone, that stand still, and that are new. */
  readonly fixed: number;
  readonly still: number;
  readonly added: number;
}

/** Why a sound form still does not count: it is for another period, says two things about whose it is, or came back as it was issued. */
export type Exclusion =
  | { readonly code: "another-period"; readonly period: string }
  | { readonly code: "identity-unclear"; readonly detail: string }
  | { readonly code: "blank-form" }
  | Refusal;

/** What becomes of a file. Each has exactly one fate: files read = used + superseded + refused. */
export type Fate =
  | { readonly kind: "used" }
  /**
   * Another file of the same school and period counts: it is sealed and this is not, or it is newer by 报出日期 or by the mails, or it is the
   * same to the byte; or nothing tells which was reported later: `fileTime` where the time of a file is later, `undecided` where not even that.
   * `perhapsCorrection`: it is not sealed and says something else, and nothing tells that it is older. The school is asked to seal it if it is one.
   */
  | {
      readonly kind: "superseded";
      readonly by: number;
      readonly why: "unsealed" | "older" | "same" | "fileTime" | "undecided";
      readonly perhapsCorrection?: true;
      readonly difference: Difference;
    }
  | { readonly kind: "refused"; readonly why: Exclusion };

/**
 * Whose a refused file is. `key` names the file where the reviewer says it. A school is matched only where all that tells of one tells of
 * the same one; where it is only near, or tells of two, the candidates are offered, the nearest first, and never taken.
 */
export type Claim = { readonly key: string } &
  /** `email`: what could be read of its 电子邮箱, where it is no form. */
  (
    | {
        readonly kind: "matched";
        readonly school: string;
        readonly by: "content" | "name" | "address" | "reviewer";
        readonly email?: string;
      }
    /** 待认领. */
    | { readonly kind: "unclaimed"; readonly candidates: readonly string[] }
    /** The reviewer says that no school sent it. */
    | { readonly kind: "nobody" }
  );

/** A file as it was read and judged again, as if nobody had. */
export interface FileRecord {
  readonly arrival: Arrival;
  readonly fate: Fate;
  /** Of refused files alone; absent for a reviewers' workbook, which no school sends. */
  readonly claim?: Claim;
  /** What the form says of itself; absent where it could not be read. */
  readonly form?: {
    readonly school: string;
    readonly period: string;
    /** 报出日期, `YYYY-MM-DD`, where it is a day. */
    readonly reported?: string;
    readonly seal: SealSummary;
    readonly counts: FindingCounts;
    readonly status: "clean" | "explained" | "blocked";
    /** 电子邮箱 of the cover: where a 核实单 goes; empty where it names none. */
    readonly email: string;
  };
}

/** Whether a file is not used for want of a seal, though it may be a correction of the one that is. */
export function isPerhapsCorrection({ fate }: FileRecord): boolean {
  return fate.kind === "superseded" && fate.perhapsCorrection === true;
}

/** Whether nothing but the time of a file, or not even that, tells that another of the same school was reported later. */
export function isUndecided(fate: Fate): boolean {
  return fate.kind === "superseded" && (fate.why === "fileTime" || fate.why === "undecided");
}

/** How a school stands: every school of the roster has one, and every other that sent something. */
export interface SchoolRecord {
  readonly school: string;
  readonly onRoster: boolean;
  /** For a name that the roster lacks: the one it may mean. Proposed, never guessed. */
  readonly meant?: string;
  /**
   * `late`: what counts was mailed, or reported, after the last day of the period. `refused`: only files that do not count came. `missing`:
   * nothing that matches it did.
   */
  readonly state: "received" | "late" | "refused" | "missing";
  /** Index of the file that counts. */
  readonly file?: number;
  /** Indices of its files that could not be read, but have its name in their own or came from its address: they are among `files`. */
  readonly unread?: readonly number[];
  /** Indices of files 待认领 that may be its own: the reviewer is asked, they are not among `files`. */
  readonly possible?: readonly number[];
  /** 电子邮箱 of its newest earlier form, where earlier forms were given. */
  readonly email?: string;
  /** The address that mailed its files, where nothing of anybody else came from there. */
  readonly sender?: string;
  /** Indices of all its files, in the order of `Consolidation.files`. */
  readonly files: readonly number[];
  /** Programme lines of the roster that its file does not report; all of them where no file counts. */
  readonly missingLines: readonly { readonly cluster: string; readonly programme: string }[];
}

/** A finding of a file that counts, with its weight for the whole. */
export interface RankedFinding {
  /** Stable name of the finding, from school, period, programme, rule, indicator: a 核实单 comes back with it. */
  readonly id: string;
  readonly file: number;
  readonly school: string;
  readonly finding: Finding;
  /**
   * Share of an indicator's anticipated total that hangs on it (selective editing): |y - ŷ| / Σŷ. y is what the total holds of the figure,
   * 0 for a blank or a text; ŷ is 应为, else 对比数, else the median of the other lines (of the category where it has 5, else of all);
   * Σŷ is without 应为. Of a relation between figures, the largest of theirs; of what accuses a sheet as a whole (it is a copy, it is hidden,
   * it counts twice), the largest y / Σŷ of its figures. Over 1 where more is at stake than all lines should
   * come to. Undefined where the finding is about no figure, was not checked, or nothing tells what a blank should hold.
   */
  readonly effect?: number;
  /**
   * 待核: codes of the figures of its line that are in doubt by it, since it is an error or a query, open and unexplained, and their effect
   * is `PENDING_EFFECT` or more. Absent where there are none, or no school is asked about it.
   */
  readonly pending?: readonly string[];
  /** 供审核人核实: the same of a finding for the reviewer alone. No school can settle it, so no total leaves its figures out. */
  readonly review?: readonly string[];
  /** 学校答复, from an answered 核实单: of several the one that came last. */
  readonly answer?: string;
}

/** Whether a school has answered a query, so that it waits for the reviewer alone. An error has to be corrected, whatever is answered. */
export function isAnswered({ finding, answer }: Pick<RankedFinding, "finding" | "answer">): boolean {
  return answer !== undefined && finding.severity === "query" && blocks(finding);
}

/** Share of an indicator's anticipated total from which on an open finding keeps its figure 待核. */
export const PENDING_EFFECT = 0.01;

/** Tells whether a figure of a line is of a kind. */
export type IsFigure = (line: Pick<ReportLine, "file" | "sheet">, code: string) => boolean;

/** Tells which figures are 待核: the one answer for totals, movements, charts and 明细. A blank and a text are figures, too. */
export function pendingFigures({ findings }: Pick<Consolidation, "findings">): IsFigure {
  return figuresOf(findings, "pending");
}

/** Tells which figures are for the reviewer to verify (供审核人核实), and not 待核 besides. */
export function reviewFigures(consolidation: Pick<Consolidation, "findings">, isPending?: IsFigure): IsFigure {
  const { findings } = consolidation;
  if (!findings.some(({ review }) => review)) return () => false;
  const [isReview, isPendingToo] = [figuresOf(findings, "review"), isPending ?? pendingFigures(consolidation)];
  return (line, code) => isReview(line, code) && !isPendingToo(line, code);
}

/** How many figures of some lines are of a kind. */
export function countFigures(lines: readonly ReportLine[], isOf: IsFigure): number {
  return lines.reduce((sum, line) => sum + Object.keys(line.values).filter((code) => isOf(line, code)).length, 0);
}

function figuresOf(findings: readonly RankedFinding[], kind: "pending" | "review"): IsFigure {
  // By file, then by sheet: it is asked for every figure of a country.
  const byFile = new Map<number, Map<string, Set<string>>>();
  for (const { file, finding, [kind]: codes } of findings) {
    if (!codes) continue;
    const bySheet = byFile.get(file) ?? new Map<string, Set<string>>();
    const ofSheet = bySheet.get(finding.at.sheet) ?? new Set<string>();
    for (const code of codes) ofSheet.add(code);
    byFile.set(file, bySheet.set(finding.at.sheet, ofSheet));
  }
  return ({ file, sheet }, code) => byFile.get(file)?.get(sheet)?.has(code) ?? false;
}

/** Findings that are one act on one sheet, the one with the largest effect first; or a finding alone. */
export type Act = readonly [RankedFinding, ...RankedFinding[]];

/**
 * The findings act by act, in the order of their first ones: what a reviewer goes through. What could not be checked on a sheet
 * (未审核) is one act as well: it follows from faults that have findings of their own.
 */
export function actsOf({ findings, acts }: Pick<Consolidation, "findings" | "acts">): Act[] {
  const refs = new Set(acts);
  const byKey = new Map<string, [RankedFinding, ...RankedFinding[]]>();
  const all: Act[] = [];
  for (const one of findings) {
    const { ref, at, severity, state, for: whom = "" } = one.finding;
    const act: [RankedFinding] = [one];
    if (!refs.has(ref) && state !== "notChecked") {
      all.push(act);
      continue;
    }
    const key = `${one.file}|${at.sheet}|${state === "notChecked" ? state : `${ref}|${severity}|${state}`}|${whom}`;
    const known = byKey.get(key);
    if (known) known.push(one);
    else {
      byKey.set(key, act);
      all.push(act);
    }
  }
  return all;
}

/** An answered 核实单 that came back. It is no form: it is listed apart from the files, and changes none of their numbers. */
export interface Reply {
  readonly arrival: Arrival;
  readonly school: string;
  readonly period: string;
  /** Answers to findings of this school that still stand, and the others: they are listed, and stand beside no finding. */
  readonly matched: number;
  readonly unmatched: number;
  readonly left: readonly LeftAnswer[];
}

/** An answer that stands beside no finding. */
export interface LeftAnswer {
  /** Of the question, as the 核实单 has it. */
  readonly id: string;
  readonly text: string;
  /**
   * `another-school`: the question was put to another school than the 核实单. `gone`: it was put to this one, and stands no longer. `changed`:
   * what is reported is no longer what the answer was given for. `no-reason`: it gives none, by the policy for explanations. `superseded`: a
   * later answer of the school counts.
   */
  readonly why: "another-school" | "another-period" | "gone" | "changed" | "no-reason" | "superseded";
}

/** What some lines add up to for one indicator, and what the comparable ones of them did before. */
export interface Sums {
  readonly total: number;
  /** Over the lines that have both numbers (可比口径): what they report now, what they reported then, how many they are, and how many report at all. */
  readonly comparable: number;
  readonly before: number | undefined;
  readonly matched: number;
  readonly lines: number;
}

/** A total of one cluster and indicator beside its earlier one. */
export interface Movement extends Sums {
  readonly category: string;
  readonly cluster: string;
  readonly indicator: string;
  /** 环比 for stocks, 同比 for flows. */
  readonly basis: "lastPeriod" | "sameHalf";
  /** Figures 待核, blanks and texts among them; and the sums without those. */
  readonly pending: number;
  readonly settled: Sums;
}

/** Why something in a container is no file of a person's. */
export type PassedOver =
  /** A folder of a zip, or a link to somewhere else. */
  | "folder"
  /** Left behind by the system or by a program: `__MACOSX`, `.DS_Store`, `Thumbs.db`, `desktop.ini`, `~$...`, `.~lock....#`. */
  | "system-file"
  /** A picture that a mail shows in its text. */
  | "inline-picture"
  /** A text that a mail shows and that has a name all the same. */
  | "mail-text"
  /** A signature, visiting card or meeting of a mail. */
  | "mail-accessory"
  /** A file in a cloud to which a mail only links. */
  | "cloud-link"
  /** A draft of a mail that nobody has sent, without a file: a reminder that this program wrote, say. */
  | "unsent-draft"
  /** The files that this program put beside a summary. */
  | "own-output"
  /** 随表附件: a scan, picture or letter that came with a form that counts. */
  | "enclosure"
  /** A 核实单 without any answer: one that was made here and lies among what came, or that went back as it was. */
  | "blank-notice";

/** By which definition files are consolidated. */
export interface ConsolidatedForm {
  readonly id: string;
  readonly version: number;
  /** 表式码. */
  readonly code: string;
  /** It is the one that the files carry: nobody compared it with the one that was issued. */
  readonly carried?: true;
  /** The version of the roster that was taken, where the files carry several. */
  readonly roster?: number;
}

/** All that a reviewer is told about one period, each number with its provenance. */
export interface Consolidation {
  readonly period: ReportingPeriod;
  readonly form: ConsolidatedForm;
  readonly ruleset: { readonly id: string; readonly version: number };
  /** Refs of the ruleset whose findings on one sheet are one act. */
  readonly acts: readonly string[];
  /** All files, in the order of their paths. */
  readonly files: readonly FileRecord[];
  /** The lines of the files that count: roster order, then name of the school, then sheet. */
  readonly lines: readonly ReportLine[];
  /** Roster order, then those not on the roster by name. */
  readonly schools: readonly SchoolRecord[];
  /** Of the files that count, and across schools (C03, X01, X02): largest effect first, then in the order of the contract. */
  readonly findings: readonly RankedFinding[];
  readonly movements: readonly Movement[];
  /** In the order of their paths. */
  readonly replies: readonly Reply[];
  /** Files that are no form and accuse nobody: lock files, pictures of a signature. `school`: whose counted form an enclosure came with. */
  readonly passedOver: readonly { readonly path: readonly string[]; readonly why: PassedOver; readonly school?: string }[];
}

/** The row of 明细: one school x programme x indicator. */
export interface DetailRow {
  readonly line: ReportLine;
  readonly indicator: string;
  readonly value: LineValue;
}

/** The rows of 明细 in their order, one at a time: hundreds of thousands of them are never a list. @param codes indicator codes in form order */
export function* detailRows(lines: readonly ReportLine[], codes: readonly string[]): Generator<DetailRow> {
  for (const line of lines) for (const indicator of codes) yield { line, indicator, value: line.values[indicator]! };
}

/** The name of a file within its containers, for people: `收件.zip › 来信.eml › 统计表.xlsx`. */
export function arrivalName({ path }: Arrival): string {
  return path.join(" › ");
}
