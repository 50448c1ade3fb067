/// <reference types="office-js" />
import { ok, refuse, type Result } from "../../domain";
import type { LiveTrouble } from "../port";

/** Bytes a slice: the most that Office hands out at once. */
const SLICE = 4_194_304;

type Asked<T> = (callback: (result: Office.AsyncResult<T>) => void) => void;

/** A call of the common API as a promise; undefined where it failed. */
function asked<T>(ask: Asked<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    try {
      ask((result) => resolve(result.status === Office.AsyncResultStatus.Succeeded ? result.value : undefined));
    } catch {
      // Excel on the web throws for a file type it does not know, instead of calling back.
      resolve(undefined);
    }
  });
}

/** The file as it would be saved now, or `no-bytes` where this Excel does not hand it out. */
export async function fileBytes(): Promise<Result<Uint8Array, LiveTrouble>> {
  const file = await asked<Office.File>((callback) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, callback),
  );
  if (!file) return refuse({ kind: "no-bytes" });
  try {
    const bytes = new Uint8Array(file.size);
    let filled = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await asked<Office.Slice>((callback) => file.getSliceAsync(index, callback));
      if (!slice) return refuse({ kind: "no-bytes" });
      const data = new Uint8Array(slice.data as ArrayLike<number>);
      bytes.set(data, filled);
      filled += data.length;
    }
    return filled === bytes.length ? ok(bytes) : refuse({ kind: "no-bytes" });
  } finally {
    // Office keeps at most two files open.
    await asked((callback) => file.closeAsync(callback));
  }
}

/** Bytes as base64, in steps that no engine's argument limit minds. */
export function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}
