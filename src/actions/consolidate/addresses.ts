import { byText, mailAddress } from "../../domain";
import { byPath } from "./fates";
import type { JudgedFile } from "./judged";

/** Addresses (电子邮箱) that schools gave on the covers of their forms: by school, the newest first. Plain data. */
export type GivenAddresses = readonly (readonly [school: string, addresses: readonly string[]])[];

/** An address that more schools gave is nobody's own. */
const MOST_SCHOOLS = 6;

/** @param judged earlier files; a form that does not say clearly whose it is gives none */
export function givenAddresses(judged: readonly JudgedFile[]): GivenAddresses {
  const forms = judged.flatMap((file) => {
    const { outcome } = file;
    return outcome.kind === "form" && outcome.unclear === undefined ? [{ file, record: outcome.record }] : [];
  });
  forms.sort(
    (a, b) =>
      byText(b.record.period, a.record.period) || byText(b.record.reported ?? "", a.record.reported ?? "") || byPath(a.file, b.file),
  );
  const bySchool = new Map<string, Set<string>>();
  for (const { record } of forms) {
    const address = mailAddress(record.email);
    if (address !== undefined) bySchool.set(record.school, (bySchool.get(record.school) ?? new Set()).add(address));
  }
  return [...bySchool].map(([school, its]) => [school, [...its]]);
}

/** Who gave which address: to write to, and to know a sender by. */
export class SchoolAddresses {
  private readonly newest: ReadonlyMap<string, string>;
  private readonly owners = new Map<string, Set<string>>();

  /**
   * @param earlier from files of earlier periods: these are written to
   * @param now from the files that are being consolidated: a sender is known by these too
   */
  constructor(earlier: GivenAddresses, now: GivenAddresses) {
    this.newest = new Map(earlier.map(([school, [first]]) => [school, first!]));
    for (const [school, addresses] of [...earlier, ...now])
      for (const address of addresses) {
        const key = address.toLowerCase();
        this.owners.set(key, (this.owners.get(key) ?? new Set()).add(school));
      }
  }

  get schools(): Iterable<string> {
    return this.newest.keys();
  }

  /** The address of the school's newest earlier form. */
  of(school: string): string | undefined {
    return this.newest.get(school);
  }

  /** The schools that gave an address, however many. */
  ownersOf(address: string): string[] {
    return [...(this.owners.get(address.toLowerCase()) ?? [])];
  }

  /** The same; none where so many did that it tells nothing. */
  schoolsOf(address: string | undefined): string[] {
    const owners = this.ownersOf(address ?? "");
    return owners.length <= MOST_SCHOOLS ? owners : [];
  }
}
