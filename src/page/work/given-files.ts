import { uniqueNames } from "../../domain";
import type { PageFile } from "./files";
import type { NamedBlob } from "./job";

/**
 * Files as they were given: one that is there already, with the same name and bytes, is that one; any other has a name that is its own.
 * @returns of each file once what it is, in the order they were given
 */
export async function givenFiles(given: readonly NamedBlob[], there: readonly PageFile[]): Promise<readonly (PageFile | NamedBlob)[]> {
  const unique = uniqueNames();
  for (const { name } of there) unique(name);
  const files = new Set<PageFile | NamedBlob>();
  for (const one of given) {
    const same = await sameAs(one, [...there, ...files]);
    files.add(same ?? { name: unique(one.name), blob: one.blob });
  }
  return [...files];
}

async function sameAs<T extends NamedBlob>({ name, blob }: NamedBlob, files: readonly T[]): Promise<T | undefined> {
  for (const file of files) {
    const named = file.name === name || file.name.replace(/ \(\d+\)(?=\.[^.]*$|$)/, "") === name;
    if (named && file.blob.size === blob.size && (await sameBytes(file.blob, blob))) return file;
  }
  return undefined;
}

/** False where a file was moved, changed or locked since it was chosen: it is read, and refused, when it is checked. */
async function sameBytes(a: Blob, b: Blob): Promise<boolean> {
  try {
    const [left, right] = (await Promise.all([a.arrayBuffer(), b.arrayBuffer()])).map((bytes) => new Uint8Array(bytes));
    return left!.every((byte, index) => byte === right![index]);
  } catch {
    return false;
  }
}
