import type { Outgoing } from "../../actions/send";
import type { FileSummary } from "./job";
import type { StoredFile } from "./store";

/** A file on the page: what it is now, and what it was before each change. */
export interface PageFile {
  readonly id: number;
  readonly name: string;
  readonly blob: Blob;
  readonly past: readonly Blob[];
  readonly future: readonly Blob[];
  /** As it lies on the disk: as it came, or was last downloaded. Undefined where nobody knows any more. */
  readonly saved: Blob | undefined;
  /** How often it was kept with a change: who knows of more than the store knew less. */
  readonly revision: number;
  /** Undefined while it waits for its check. */
  readonly summary: FileSummary | undefined;
  /** The check came to no end. */
  readonly failed: "stopped" | "crashed" | undefined;
  /** What was last made of it for sending, and of which contents. */
  readonly sent: { readonly outgoing: Outgoing; readonly code: string } | undefined;
}

/** So many steps can be undone, and so many bytes of earlier versions are held. */
const MOST_STEPS = 100;
const MOST_BYTES = 64 << 20;

/** A file that was just chosen, or that was kept. */
export function newFile({ id, name, blob, dirty, revision = 0 }: StoredFile): PageFile {
  const nothing = { past: [], future: [], summary: undefined, failed: undefined, sent: undefined };
  return { id, name, blob, revision, saved: dirty ? undefined : blob, ...nothing };
}

/** The file as it is kept. */
export function storedOf(file: PageFile): StoredFile {
  const { id, name, blob, revision } = file;
  return { id, name, blob, revision, dirty: isUnsaved(file) };
}

/** Whether it was changed since it was last downloaded. */
export function isUnsaved({ blob, saved }: PageFile): boolean {
  return blob !== saved;
}

/** The file after a change. */
export function changed(file: PageFile, blob: Blob): PageFile {
  return { ...file, blob, past: bounded([...file.past, file.blob]), future: [] };
}

/** The file with a copy of its bytes in their place. */
export function copied(file: PageFile, blob: Blob): PageFile {
  return { ...file, blob, saved: isUnsaved(file) ? file.saved : blob };
}

/** The file as another tab has kept it meanwhile; what it was here can be come back to. */
export function overtaken(file: PageFile, { blob, dirty, revision = 0 }: StoredFile): PageFile {
  return { ...changed(file, blob), saved: dirty ? undefined : blob, revision };
}

/** The file one step back; the same where there is none. */
export function undone(file: PageFile): PageFile {
  const blob = file.past.at(-1);
  return blob ? { ...file, blob, past: file.past.slice(0, -1), future: [file.blob, ...file.future] } : file;
}

/** The file one undone step forward; the same where there is none. */
export function redone(file: PageFile): PageFile {
  const [blob, ...future] = file.future;
  return blob ? { ...file, blob, past: bounded([...file.past, file.blob]), future } : file;
}

function bounded(versions: readonly Blob[]): readonly Blob[] {
  const latest = versions.slice(-MOST_STEPS);
  let bytes = latest.reduce((sum, { size }) => sum + size, 0);
  let from = 0;
  while (bytes > MOST_BYTES && from < latest.length - 1) bytes -= latest[from++]!.size;
  return latest.slice(from);
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
