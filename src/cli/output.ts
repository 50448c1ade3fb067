import * as fs from "node:fs";
import type { CommandLineLocale } from "../locales/command-line";
import { identityOf } from "./disk";
import { cannotWrite, WrongUse } from "./wrong-use";

/**
 * Checks some output names before any work is done.
 * @throws WrongUse where one is a folder, two are the same file, one is an input, or one exists (the last two unless `force`)
 */
export function claim(outputs: readonly string[], inputs: readonly string[], force: boolean, locale: CommandLineLocale): void {
  const taken = new Set<string>();
  const given = new Set(inputs.map(identityOf));
  for (const path of outputs) {
    const there = standsAt(path, locale);
    if (there?.isDirectory()) throw new WrongUse("outputIsFolder", { path });
    const identity = identityOf(path);
    if (taken.has(identity)) throw new WrongUse("outputTwice", { path });
    taken.add(identity);
    if (given.has(identity) && !force) throw new WrongUse("outputIsInput", { path });
    // Renaming over a device would replace it: `--out /dev/null` must never do that.
    if (there && !there.isFile()) throw new WrongUse("cannotWrite", { path, why: locale.commands.disk.notFile });
    if (there && !force) throw new WrongUse("exists", { path });
  }
}

function standsAt(path: string, locale: CommandLineLocale): fs.Stats | undefined {
  try {
    return fs.lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw cannotWrite(path, error, locale);
  }
}

/** The names in a folder, sorted; none where there is no such folder. @throws WrongUse where the system does not let us see */
export function namesIn(folder: string, locale: CommandLineLocale): string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw cannotWrite(folder, error, locale);
  }
}
