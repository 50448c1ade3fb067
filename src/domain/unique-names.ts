/**
 * Gives names to files of one folder: one that is taken, in whatever case, gets a number before its ending.
 * @returns a function to be asked file by file, in an order that is always the same
 */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const dot = name.lastIndexOf(".");
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let unique = name;
    for (let count = 2; taken.has(key(unique)); count++) unique = `${stem} (${count})${ending}`;
    taken.add(key(unique));
    return unique;
  };
}

/** Windows and macOS tell names apart neither by case nor by how a letter is composed. */
function key(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
