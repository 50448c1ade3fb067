import type { Consolidation } from "../../domain";
import { judgeFile, type JudgeFileOptions } from "./judge-file";
import { Shared } from "./shared";
import { refusedFile, type JudgedFile } from "./judged";
import { unpack, type Aside, type Piece } from "./unpack";

/** A file that a person picked. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  /** When it was last changed, as an ISO instant. */
  readonly changed: string;
  /** Its bytes; throws a `DOMException` where it was moved or locked since it was picked. */
  bytes(): Promise<Uint8Array>;
}

export interface GatherOptions extends JudgeFileOptions {
  /** What a file as it came holds: itself, or what lies in it. */
  readonly openParcel: (name: string, bytes: Uint8Array) => AsyncIterable<Piece>;
  /** Bytes of the largest form, and of the largest archive or mail, worth reading. */
  readonly largestFile: number;
  readonly largestParcel: number;
}

/** What came of some files, ready to be consolidated. */
export interface Gathered {
  readonly judged: readonly JudgedFile[];
  readonly passedOver: Consolidation["passedOver"];
}

/**
 * Opens picked files and judges what is in them, one after the other: memory holds one of them at a time.
 * @param step is told after each file how many are done
 */
export async function gather(
  files: readonly PickedFile[],
  options: GatherOptions,
  step: (done: number) => void = () => undefined,
): Promise<Gathered> {
  const aside: Aside = { refused: [], passedOver: [] };
  const judged: JudgedFile[] = [];
  const shared = new Shared();
  let done = 0;
  for (const file of files) {
    const bytes = await bytesOf(file, options);
    if ("outcome" in bytes) aside.refused.push(bytes);
    else
      for await (const one of unpack(options.openParcel(file.name, bytes), file.changed, aside))
        judged.push(shared.file(await judgeFile(one, options)));
    step(++done);
  }
  return { judged: [...judged, ...aside.refused], passedOver: aside.passedOver };
}

async function bytesOf(file: PickedFile, { largestFile, largestParcel }: GatherOptions): Promise<Uint8Array | JudgedFile> {
  const arrival = { path: [file.name] };
  if (file.size > (/\.(zip|eml)$/i.test(file.name) ? largestParcel : largestFile))
    return refusedFile(arrival, { code: "too-large", detail: "file" });
  try {
    return await file.bytes();
  } catch (error) {
    if (error instanceof DOMException) return refusedFile(arrival, { code: "unreadable", detail: error.name });
    throw error;
  }
}
