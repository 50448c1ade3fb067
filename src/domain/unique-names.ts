import { fitName } from "./file-names";

/**
 * Gives names to files of one folder: one that is taken, in whatever case, gets a number before its ending.
 * @param most bytes of a name; what is longer is shortened. Without end where absent
 * @returns a function to be asked file by file, in an order that is always the same
 */
export function uniqueNames(most = Infinity): (name: string) => string {
  const taken = new Set<string>();
  /** The next number to try: a zip may have thousands of one name. */
  const next = new Map<string, number>();
  return (name) => {
    const first = fitName(name, "", most);
    let unique = first;
    let count = next.get(key(first)) ?? 2;
    while (taken.has(key(unique))) unique = fitName(name, ` (${count++})`, most);
    next.set(key(first), count);
    taken.add(key(unique));
    return unique;
  };
}

/** Windows and macOS tell names apart neither by case nor by how a letter is composed. */
function key(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
