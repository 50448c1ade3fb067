import { uniqueNames } from "../../domain";
import type { PageFile } from "./files";
import type { NamedBlob } from "./job";

/**
 * Files as they were given: one that is there already, with the same name and bytes, is that one; any other has a name that is its own.
 * @returns of each file once what it is, in the order they were given
 */
export async function givenFiles(given: readonly NamedBlob[], there: readonly PageFile[]): Promise<readonly (PageFile | NamedBlob)[]> {
  const unique = uniqueNames();
  const known = new Map<string, (PageFile | NamedBlob)[]>();
  const know = (file: PageFile | NamedBlob): void => {
    for (const key of new Set([keyOf(file), keyOf({ name: plain(file.name), blob: file.blob })]))
      known.set(key, [...(known.get(key) ?? []), file]);
  };
  for (const file of there) {
    unique(file.name);
    know(file);
  }
  const files = new Set<PageFile | NamedBlob>();
  for (const one of given) {
    const alike = await sameAs(one, known.get(keyOf(one)) ?? []);
    const file = alike ?? { name: unique(one.name), blob: one.blob };
    if (!alike) know(file);
    files.add(file);
  }
  return [...files];
}

/** What files have in common that may be the same: thousands are looked up, not compared with each other. */
function keyOf({ name, blob }: NamedBlob): string {
  return `${name}\n${blob.size}`;
}

/** A name as it was given, without the number that made it its own. */
function plain(name: string): string {
  return name.replace(/ \(\d+\)(?=\.[^.]*$|$)/, "");
}

async function sameAs<T extends NamedBlob>({ blob }: NamedBlob, files: readonly T[]): Promise<T | undefined> {
  for (const file of files) if (await sameBytes(file.blob, blob)) return file;
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
