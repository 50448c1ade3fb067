import type { Claim, Fate, Refusal } from "../../domain";
import type { JudgedFile } from "./judged";

/** What people write and scan, by its ending; a workbook is none of these. */
const DOCUMENT = /\.(?:pdf|ofd|docx?|wps|rtf|txt|pptx?|jpe?g|png|bmp|gif|tiff?|heic|webp)$/i;
/** Why such a file cannot be taken. What is a spreadsheet all the same has reasons of its own. */
const NO_WORKBOOK: ReadonlySet<string> = new Set<Refusal["code"]>([
  "not-a-workbook",
  "packed",
  "encrypted",
  "damaged",
  "empty-file",
  "too-large",
  "parcel-too-large",
]);

/** A file that came: what became of it, and whose it is. */
interface Came {
  readonly path: readonly string[];
  /** Empty where nobody knows. */
  readonly school: string;
  readonly used: boolean;
  readonly document: boolean;
}

/**
 * 随表附件: documents that came with a form that counts, in its mail or archive or under the name of its school. They are no attempt to
 * report, and nobody is asked about them. A document alone is one.
 * @param replies 核实单 among what came
 * @returns by index of the file, the school whose form it came with
 */
export function enclosures(
  files: readonly JudgedFile[],
  fates: readonly Fate[],
  claims: readonly (Claim | undefined)[],
  replies: readonly JudgedFile[],
): Map<number, string> {
  const arrivals = [...files.map((file, index) => cameAs(file, fates[index]!, claims[index])), ...replies.map(cameReply)];
  const received = new Set(arrivals.filter(({ used }) => used).map(({ school }) => school));
  const around = schoolsAround(arrivals);
  const found = new Map<number, string>();
  files.forEach((_, index) => {
    const one = arrivals[index]!;
    const claim = claims[index];
    // What the reviewer has said of a file is theirs to take back.
    if (!one.document || claim?.kind === "nobody" || (claim?.kind === "matched" && claim.by === "reviewer")) return;
    const school = one.school || (schoolAround(one, around) ?? "");
    const elsewhere = claim?.kind === "unclaimed" && claim.candidates.length > 0 && !claim.candidates.includes(school);
    if (received.has(school) && !elsewhere) found.set(index, school);
  });
  return found;
}

function cameAs({ arrival: { path }, outcome }: JudgedFile, fate: Fate, claim: Claim | undefined): Came {
  const document = outcome.kind === "refused" && NO_WORKBOOK.has(outcome.refusal.code) && DOCUMENT.test(path.at(-1)!);
  const school = claim ? (claim.kind === "matched" ? claim.school : "") : outcome.kind === "form" ? outcome.record.school : "";
  return { path, school, used: fate.kind === "used", document };
}

function cameReply({ arrival: { path }, outcome }: JudgedFile): Came {
  return { path, school: outcome.kind === "reply" ? outcome.school : "", used: false, document: false };
}

/** The mails and archives that a file lies in, from within. */
function parcelsOf({ path }: Came): string[] {
  return path
    .slice(1)
    .map((_, depth) => JSON.stringify(path.slice(0, depth + 1)))
    .reverse();
}

/** Whose the files are that lie in each mail and archive, documents aside. */
function schoolsAround(arrivals: readonly Came[]): ReadonlyMap<string, ReadonlySet<string>> {
  const around = new Map<string, Set<string>>();
  for (const one of arrivals)
    if (!one.document) for (const parcel of parcelsOf(one)) around.set(parcel, (around.get(parcel) ?? new Set()).add(one.school));
  return around;
}

/** The school of all that lies in the same mail or archive; undefined where it is of several, or nobody knows. */
function schoolAround(one: Came, around: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const schools = parcelsOf(one).flatMap((parcel) => around.get(parcel) ?? [])[0];
  return schools?.size === 1 ? [...schools][0] : undefined;
}
