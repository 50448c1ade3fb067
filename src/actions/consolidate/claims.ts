import { byText, plainName, schools, type Catalogue, type Claim, type Fate, type Roster } from "../../domain";
import type { SchoolAddresses } from "./addresses";
import type { JudgedFile } from "./judged";
import { SchoolMentions, type Mention } from "./school-mentions";

/** Whose files are that could not be used, as the reviewer says: by `Claim.key`; an empty name says that no school sent it. */
export type ReviewerClaims = ReadonlyMap<string, string>;

/** The name of a file for the reviewer's own claims: path and contents, since two files of one path may come together. */
function claimKey({ arrival, digest }: Pick<JudgedFile, "arrival" | "digest">): string {
  return JSON.stringify([...arrival.path, digest]);
}

/** What one source tells of whose a file is, and which source it is. */
interface Evidence extends Mention {
  readonly by: "content" | "name" | "address";
}

/**
 * Says of each refused file whose it is, or whose it may be.
 * @param files without replies, in the order of `fates`
 * @param addresses those that schools gave before
 * @returns as many as files; undefined for those that count, and for a reviewers' workbook
 */
export function claims(
  files: readonly JudgedFile[],
  fates: readonly Fate[],
  { form, roster }: Pick<Catalogue, "form" | "roster">,
  addresses: SchoolAddresses,
  reviewer: ReviewerClaims,
): (Claim | undefined)[] {
  const known = knownSchools(files, roster, addresses);
  const shortNames = new Map(roster.entries.map(({ school, shortName }) => [school, shortName]));
  const mentions = new SchoolMentions(
    [...known].map((school) => ({ school, shortName: shortNames.get(school) })),
    [form.title, form.recipient.office],
  );
  const folders = commonFolders(files);
  return files.map((file, index) => {
    if (fates[index]!.kind !== "refused" || isOfDepartment(file)) return undefined;
    const claim = claimOf(file, ofContents(file, known, mentions), () => [
      ...textsOf(file, folders).map((text): Evidence => ({ by: "name", ...mentions.in(text) })),
      { by: "address", named: addresses.schoolsOf(file.arrival.mail?.address), near: [] },
    ]);
    const said = reviewer.get(claim.key);
    if (claim.kind === "matched" || said === undefined) return claim;
    return said === "" ? { key: claim.key, kind: "nobody" } : { key: claim.key, kind: "matched", school: said, by: "reviewer" };
  });
}

/** What a file says of itself in one voice is so; else all is asked that stands around it. */
function claimOf(file: JudgedFile, contents: Evidence, around: () => readonly Evidence[]): Claim {
  const [school, ...others] = contents.named;
  if (school !== undefined && others.length === 0) return { key: claimKey(file), kind: "matched", school, by: "content", ...emailOf(file) };
  return decided(claimKey(file), [contents, ...around()]);
}

function emailOf({ outcome }: JudgedFile): { readonly email?: string } {
  const email = outcome.kind === "refused" ? outcome.partial?.email : undefined;
  return email === undefined ? {} : { email };
}

/** A workbook that only the department makes, a summary or a 表式簿: no school sent it, and nobody is asked whose it is. */
function isOfDepartment({ outcome }: JudgedFile): boolean {
  if (outcome.kind !== "refused") return false;
  const { code, detail } = outcome.refusal;
  return code === "summary-changed" || code === "definition-book" || (code === "not-this-form" && detail === SUMMARY);
}

/** How a refusal says that the workbook is a reviewers' one. */
export const SUMMARY = "a summary";

/** Every school that a file can be of: those of the roster, and those that other files and earlier ones are of. */
function knownSchools(files: readonly JudgedFile[], roster: Roster, addresses: SchoolAddresses): Set<string> {
  const others = files.flatMap(({ outcome }) => (outcome.kind === "form" && outcome.unclear === undefined ? [outcome.record.school] : []));
  return new Set([...schools(roster), ...[...others, ...addresses.schools].sort(byText)]);
}

/** What a form says it is of, it is of; a workbook that only has a cover like ours is where it names a school that is known. */
function ofContents({ outcome }: JudgedFile, known: ReadonlySet<string>, mentions: SchoolMentions): Evidence {
  if (outcome.kind === "form") return { by: "content", named: outcome.says, near: [] };
  const { issued, covers = [] } = outcome.kind === "refused" && outcome.partial ? outcome.partial : {};
  const named: string[] = issued === undefined ? [] : [issued];
  const near: string[] = [];
  for (const cover of covers) {
    const listed = known.has(cover) ? cover : [...known].find((school) => plainName(school) === plainName(cover));
    const may = listed === undefined ? [...mentions.in(cover).named, ...mentions.in(cover).near] : [listed];
    // What stands beside the label may be a sentence about an empty cell.
    if (listed === undefined && issued === undefined) near.push(...may);
    else if (issued === undefined || !may.includes(issued)) named.push(...may);
  }
  return { by: "content", named: [...new Set(named)], near };
}

/**
 * A school is matched where all that names schools names it, and no other; of several that the contents name, what stands around may name
 * the one. What is only near asks; it also asks where it stands closer to the file than the first name, and tells of others.
 * @param evidence from the contents outwards
 */
function decided(key: string, evidence: readonly Evidence[]): Claim {
  const [first, ...further] = evidence.filter(({ named }) => named.length > 0);
  const doubts = evidence.slice(0, first ? evidence.indexOf(first) : 0).filter(({ near }) => near.length > 0);
  const left = further.reduce((schools, { named }) => schools.filter((school) => named.includes(school)), first?.named ?? []);
  const several = first !== undefined && first.named.length > 1 && first.by !== "content";
  const [school] = left;
  if (school !== undefined && left.length === 1 && !several && doubts.every(({ near }) => near.includes(school)))
    return { key, kind: "matched", school, by: first!.by === "content" ? further[0]!.by : first!.by };
  return { key, kind: "unclaimed", candidates: [...new Set(evidence.flatMap(({ named, near }) => [...named, ...near]))] };
}

/** Names of the file, then of what it lay in, from within; then what its mail says. */
function textsOf({ arrival: { path, mail } }: JudgedFile, folders: number): string[] {
  const steps = path.flatMap((step, index) => step.split(/[/\\]/).slice(index === 0 ? folders : 0)).reverse();
  const names = steps.map((step) => step.replace(/\.[A-Za-z]{2,5}$/, ""));
  return [...names, mail?.subject, mail?.name].filter((text) => text !== undefined);
}

/** How many folders all files lie in: they are the reviewer's own, and tell nothing of one of the files. */
function commonFolders(files: readonly JudgedFile[]): number {
  const all = files.map(({ arrival }) => arrival.path[0]!.split(/[/\\]/).slice(0, -1));
  const [first = []] = all;
  const differs = first.findIndex((step, index) => all.some((folders) => folders[index] !== step));
  return differs < 0 ? first.length : differs;
}
