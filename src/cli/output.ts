import * as fs from "node:fs";
import { dirname, join } from "node:path";
import type { Locale } from "../locales";
import { identityOf, sayDisk } from "./disk";
import { WrongUse } from "./wrong-use";

/** A file being written: under a temporary name beside its place until it is whole. */
export interface Output {
  write(data: string | Uint8Array): void;
  /** Gives it its name. @throws WrongUse where something has taken the name, or the system refuses */
  commit(): void;
}

/** Temporary files that exist right now. */
const pending = new Set<string>();
let made = 0;

/** Removes what was begun and not finished: for the end of the program, however it comes. */
export function dropPending(): void {
  for (const path of pending) fs.rmSync(path, { force: true });
  pending.clear();
}

/**
 * Checks some output names before any work is done.
 * @throws WrongUse where two are the same file, one is an input, or one exists (the last two unless `force`)
 */
export function claim(outputs: readonly string[], inputs: readonly string[], force: boolean, locale: Locale): void {
  const taken = new Set<string>();
  const given = new Set(inputs.map(identityOf));
  for (const path of outputs) {
    const identity = identityOf(path);
    if (taken.has(identity)) throw new WrongUse("outputTwice", { path });
    taken.add(identity);
    if (given.has(identity) && !force) throw new WrongUse("outputIsInput", { path });
    const there = attempt(path, locale, () => fs.lstatSync(path, { throwIfNoEntry: false }));
    // Renaming over a device would replace it: `--out /dev/null` must never do that.
    if (there && !there.isFile())
      throw new WrongUse("cannotWrite", { path, why: there.isDirectory() ? locale.commands.disk.folder : locale.commands.disk.notFile });
    if (there && !force) throw new WrongUse("exists", { path });
  }
}

/** Does something with a place to write to. @throws WrongUse where the system refuses */
function attempt<T>(path: string, locale: Locale, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse("cannotWrite", { path, why: sayDisk(error, locale, true) });
  }
}

/** Begins a file. @throws WrongUse where its folder is missing or not writable */
export function openOutput(path: string, force: boolean, locale: Locale): Output {
  const temporary = join(dirname(path), `.cluster-report-${process.pid}-${++made}.tmp`);
  const trying = <T>(step: () => T): T => attempt(path, locale, step);
  const file = trying(() => fs.openSync(temporary, "wx", 0o666));
  pending.add(temporary);
  return {
    write: (data) =>
      trying(() => {
        const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
        for (let at = 0; at < bytes.length;) at += fs.writeSync(file, bytes, at);
      }),
    commit: () =>
      trying(() => {
        fs.fsyncSync(file);
        fs.closeSync(file);
        name(temporary, path, force);
        pending.delete(temporary);
      }),
  };
}

/** Writes a whole file. @throws WrongUse where that cannot be done */
export function writeFile(path: string, data: string | Uint8Array, force: boolean, locale: Locale): void {
  const output = openOutput(path, force, locale);
  output.write(data);
  output.commit();
}

/** Gives a finished file its name; without `force` only where nothing has it, in one step, so that no file can slip in between. */
function name(temporary: string, path: string, force: boolean): void {
  if (force) return fs.renameSync(temporary, path);
  try {
    fs.linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw new WrongUse("exists", { path });
    // FAT and some network drives have no links.
    if (fs.existsSync(path)) throw new WrongUse("exists", { path });
    return fs.renameSync(temporary, path);
  }
  fs.rmSync(temporary);
}

/** The last folder of a path is made where it is missing; no more than that, since a slip of the pen should not plant trees. */
export function makeFolder(folder: string, locale: Locale): void {
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === "EEXIST";
    if (there && fs.statSync(folder).isDirectory()) return;
    throw new WrongUse("cannotWrite", { path: folder, why: there ? locale.commands.disk.notFolder : sayDisk(error, locale, true) });
  }
}
