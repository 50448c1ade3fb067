import { mailAddress, type FileRecord, type Reply } from "../../domain";
import type { SchoolAddresses } from "./addresses";
import { schoolOfFile } from "./file-records";

/** From where something was mailed, and whose it is. */
interface Mailed {
  readonly address: string;
  /** Empty where nobody knows. */
  readonly school: string;
}

/**
 * The addresses that schools mailed their files from. Whoever brings files of several schools, or of nobody knows which, may be an office
 * that forwards them; an address that another school gave is that school's.
 * @param office the department's own address
 * @returns by school; of several addresses that of the file that counts
 */
export function ownSenders(
  files: readonly FileRecord[],
  replies: readonly Reply[],
  addresses: SchoolAddresses,
  office: string,
): Map<string, string> {
  const mails = mailed(files, replies);
  const schoolsOf = new Map<string, Set<string>>();
  for (const { address, school } of mails) {
    const key = address.toLowerCase();
    schoolsOf.set(key, (schoolsOf.get(key) ?? new Set(addresses.ownersOf(key))).add(school));
  }
  const own = new Map<string, string>();
  for (const { address, school } of mails) {
    const doubtful = schoolsOf.get(address.toLowerCase())!.size > 1 || address.toLowerCase() === office.toLowerCase();
    if (!doubtful && school !== "" && !own.has(school)) own.set(school, address);
  }
  return own;
}

/** What came by mail, files that count first. What no school sent, as the reviewer says, tells nothing. */
function mailed(files: readonly FileRecord[], replies: readonly Reply[]): Mailed[] {
  const [used, others] = [files.filter(({ fate }) => fate.kind === "used"), files.filter(({ fate }) => fate.kind !== "used")];
  const all = [
    ...[...used, ...others]
      .filter(({ claim }) => claim?.kind !== "nobody")
      .map((file) => ({ arrival: file.arrival, school: schoolOfFile(file) })),
    ...replies,
  ];
  return all.flatMap(({ arrival, school }) => {
    const address = mailAddress(arrival.mail?.address ?? "");
    return address === undefined ? [] : [{ address, school }];
  });
}
