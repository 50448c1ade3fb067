import { memoized, type Finding, type LineValue } from "../../domain";
import type { JudgedFile, JudgedLine } from "./judged";

/** Values kept at a time: what differs from file to file is without end, and not worth keeping. */
const MOST_KEPT = 5_000;

/**
 * Keeps once what thousands of files say alike. Files that come from workers, or out of a text, share nothing by themselves: a hundred
 * and fifty findings of a form that nobody filled in would be held as often as there are such forms.
 */
export class Shared {
  private readonly known = new Map<string, unknown>();
  private readonly texts = new Map<string, string>();

  /** The same file, its findings and blank cells shared with those before it. */
  file(file: JudgedFile): JudgedFile {
    const { outcome } = file;
    if (outcome.kind !== "form") return file;
    const findings = outcome.findings.map((finding) => this.finding(finding));
    const ids = outcome.ids.map((id) => this.id(id));
    return { ...file, outcome: { ...outcome, findings, ids, lines: outcome.lines.map((line) => this.line(line)) } };
  }

  /** Findings of a line differ in the last two parts of their names: what stands before is held once. Engines join long texts by reference. */
  private id(id: string): string {
    const cut = id.lastIndexOf("|", id.lastIndexOf("|") - 1) + 1;
    return this.text(id.slice(0, cut)) + this.text(id.slice(cut));
  }

  /** Whole where another says the same, else in those of its parts that others have, too. */
  private finding(finding: Finding): Finding {
    return this.once(finding, () => ({
      ...finding,
      rule: this.text(finding.rule),
      ref: this.text(finding.ref),
      message: this.text(finding.message),
      at: this.once({ ...finding.at, sheet: this.text(finding.at.sheet) }),
      related: this.once(finding.related),
      ...(finding.programme === undefined ? {} : { programme: this.text(finding.programme) }),
    }));
  }

  private line(line: JudgedLine): JudgedLine {
    const values = Object.entries(line.values).map(([code, value]) => [code, blank(value) ? this.once(value) : value]);
    return { ...line, values: Object.fromEntries(values) as JudgedLine["values"] };
  }

  private text(text: string): string {
    return memoized(this.texts, MOST_KEPT, text, () => text);
  }

  private once<T>(value: T, make: () => T = () => value): T {
    return memoized(this.known as Map<string, T>, MOST_KEPT, JSON.stringify(value), make);
  }
}

function blank({ value, shown, comparison }: LineValue): boolean {
  return value === undefined && shown === undefined && comparison === undefined;
}
