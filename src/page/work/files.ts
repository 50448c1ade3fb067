import type { FileSummary } from "./job";

/** A file on the page: what it is now, and what it was before each change. */
export interface PageFile {
  readonly id: number;
  readonly name: string;
  readonly blob: Blob;
  readonly past: readonly Blob[];
  readonly future: readonly Blob[];
  /** Changed since it was last downloaded. */
  readonly dirty: boolean;
  /** Undefined while it waits for its check. */
  readonly summary: FileSummary | undefined;
  /** The check came to no end. */
  readonly failed: "stopped" | "crashed" | undefined;
}

/** So many steps can be undone, and so many bytes of earlier versions are held. */
const MOST_STEPS = 100;
const MOST_BYTES = 64 << 20;

/** A file that was just chosen. */
export function newFile(id: number, name: string, blob: Blob, dirty = false): PageFile {
  return { id, name, blob, past: [], future: [], dirty, summary: undefined, failed: undefined };
}

/** The file after a change. */
export function changed(file: PageFile, blob: Blob): PageFile {
  return { ...file, blob, past: bounded([...file.past, file.blob]), future: [], dirty: true };
}

/** The file one step back; the same where there is none. */
export function undone(file: PageFile): PageFile {
  const blob = file.past.at(-1);
  return blob ? { ...file, blob, past: file.past.slice(0, -1), future: [file.blob, ...file.future], dirty: true } : file;
}

/** The file one undone step forward; the same where there is none. */
export function redone(file: PageFile): PageFile {
  const [blob, ...future] = file.future;
  return blob ? { ...file, blob, past: bounded([...file.past, file.blob]), future, dirty: true } : file;
}

function bounded(versions: readonly Blob[]): readonly Blob[] {
  const kept = versions.slice(-MOST_STEPS);
  let bytes = kept.reduce((sum, { size }) => sum + size, 0);
  let from = 0;
  while (bytes > MOST_BYTES && from < kept.length - 1) bytes -= kept[from++]!.size;
  return kept.slice(from);
}

/** How many files came off how. */
export function tallyOf(files: readonly PageFile[]): {
  readonly files: number;
  readonly passed: number;
  readonly blocked: number;
  readonly refused: number;
} {
  const tally = { files: files.length, passed: 0, blocked: 0, refused: 0 };
  for (const { summary, failed } of files) {
    if (failed) tally.refused++;
    else if (summary?.status === "blocked" || summary?.status === "refused") tally[summary.status]++;
    else if (summary) tally.passed++;
  }
  return tally;
}
