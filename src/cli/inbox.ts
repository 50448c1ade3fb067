import { byText } from "../domain";
import * as fs from "node:fs";
import { join, sep } from "node:path";
import { refusedFile, type Collection, type Source } from "../actions/consolidate";
import { ok } from "../domain";
import { locales } from "../locales";
import type { Context } from "./context";
import { identityOf, readFile, sayDisk } from "./disk";

/** A file on the disk: a form, or a parcel of several. */
export interface OnDisk extends Source {
  /** What tells it from every other file. */
  readonly identity: string;
}

/** Names as arrivals tell them: the same on every system. */
const slashed = (path: string): string => path.split(sep).join("/");

/**
 * The files that some paths name: folders with all that is in them, each file once, in an order that neither the shell nor the machine decides.
 * @param without our own outputs: a summary within the folder it summarises is no arrival
 * @param into what the system does not let us see, and what no person meant to send
 */
export function filesUnder(paths: readonly string[], without: readonly string[], into: Collection, context: Context): OnDisk[] {
  const seen = new Set(without.map(identityOf));
  const found: OnDisk[] = [];
  const enter = (path: string, identity: string, named: boolean): void => {
    if (!fs.statSync(path, { throwIfNoEntry: false })?.isDirectory()) return void found.push(onDisk(path, identity, context));
    // A link to a folder may lead back to where we came from: those within folders are not followed.
    if (!named && fs.lstatSync(path).isSymbolicLink()) return void into.passedOver.push({ path: [slashed(path)], why: "folder" });
    if (!named && besideSummary(path)) return void into.passedOver.push({ path: [slashed(path)], why: "own-output" });
    for (const name of fs.readdirSync(path).sort(byText)) visit(join(path, name), false);
  };
  /** What the system does not let us see costs itself, not what lies beside it. */
  const visit = (path: string, named: boolean): void => {
    const identity = identityOf(path);
    if (seen.has(identity)) return;
    seen.add(identity);
    const why = named ? undefined : context.adapter.passedOver(path.split(sep).at(-1)!);
    if (why !== undefined) return void into.passedOver.push({ path: [slashed(path)], why });
    try {
      enter(path, identity, named);
    } catch (error) {
      const detail = sayDisk(error, context.terminal.locale, false);
      into.refuse(refusedFile({ path: [slashed(path)] }, { code: "unreadable", detail }));
    }
  };
  for (const path of [...paths].sort(byText)) visit(path, true);
  return found;
}

/** Whether nothing has a name that somebody typed. What the system does not let us see may be there. */
export function isNowhere(path: string): boolean {
  try {
    fs.lstatSync(path);
    return false;
  } catch (error) {
    return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
  }
}

/** Whether a folder is one that an earlier run made beside its summary: what it holds came before, and counts as it came then. */
function besideSummary(folder: string): boolean {
  const suffix = locales.map(({ commands }) => commands.enclosedSuffix).find((one) => folder.endsWith(one));
  return suffix !== undefined && fs.existsSync(`${folder.slice(0, -suffix.length)}.xlsx`);
}

function onDisk(path: string, identity: string, { terminal }: Context): OnDisk {
  return {
    identity,
    name: slashed(path),
    async read(most) {
      const file = readFile(path, most, terminal.locale);
      return file.ok ? ok({ bytes: file.value.bytes, changed: file.value.modified.toISOString() }) : file;
    },
  };
}
