/** A file that was put in, with the folders around it; no bytes where the browser would not hand it out. */
export interface Given {
  /** With its folders, by slashes. */
  readonly name: string;
  readonly blob: File | undefined;
}

/** Files as an input hands them out: with their folder where one was chosen. */
export function givenOf(files: Iterable<File> | null): Given[] {
  return [...(files ?? [])].map((blob) => ({ name: blob.webkitRelativePath || blob.name, blob }));
}

/** What was dropped or pasted. Its items are gone once the event is over: this must be called within it. */
export function entriesOf({ items, files }: DataTransfer): readonly (FileSystemEntry | Given)[] {
  const entries = [...items].flatMap((item): (FileSystemEntry | Given)[] => {
    if (item.kind !== "file") return [];
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    return entry ? [entry] : file ? [{ name: file.name, blob: file }] : [];
  });
  return entries.length > 0 ? entries : givenOf(files);
}

/** All files in what was dropped, folder by folder. A folder or file that cannot be read is one without bytes. */
export async function* filesIn(entries: readonly (FileSystemEntry | Given)[]): AsyncGenerator<Given> {
  for (const entry of entries) {
    if (!("isFile" in entry)) {
      yield entry;
      continue;
    }
    const name = entry.fullPath.replace(/^\//, "");
    try {
      if (entry.isDirectory) yield* filesIn(await childrenOf(entry as FileSystemDirectoryEntry));
      else {
        const blob = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
        yield { name, blob };
      }
    } catch {
      yield { name, blob: undefined };
    }
  }
}

/** A reader hands out a hundred at a time, and none when there are no more. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
