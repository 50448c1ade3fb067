import { randomUUID } from "node:crypto";
import * as fs from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { fill } from "../locales";
import type { CommandLineLocale } from "../locales/command-line";
import { plain } from "../actions/report";
import { sayDisk, syncFolder } from "./disk";
import { StagedFile } from "./staged-file";
import type { Terminal } from "./terminal";
import { cannotWrite, WrongUse } from "./wrong-use";

/** Takes back one step, about a path. */
interface Undo {
  readonly path: string;
  /** Where what stood there is kept meanwhile. */
  readonly backup?: string;
  readonly step: () => void;
}

/** What ends a program from outside and lets it tidy up. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The files of one run, which come into being together: each is written under a temporary name beside its place, and only when all are
 * whole do they get their names. Should anything fail before that is done, or a signal end the program, then what was there is there again
 * and nothing else. Signals are caught only while there is something to take back: at all other times they end the program at once,
 * whatever it is busy with.
 */
export class FileTransaction {
  private readonly staged: { readonly path: string; readonly temporary: string }[] = [];
  /** Folders whose entries change. */
  private readonly folders = new Set<string>();
  /** What takes back the names given so far, and the path each is about. */
  private readonly undo: Undo[] = [];
  private readonly temporaries = new Set<string>();
  private readonly madeFolders: string[] = [];
  private watching = false;
  /** What the system is about to make: it cannot be taken back before it is there. */
  private making: Promise<unknown> = Promise.resolve();

  /** @param force whether a file that is there may be replaced */
  constructor(
    private readonly force: boolean,
    private readonly terminal: Terminal,
  ) {}

  /** Begins a file. @throws WrongUse where its folder is missing or not writable */
  async open(path: string): Promise<StagedFile> {
    const { locale } = this.terminal;
    const temporary = this.temporaryBeside(path);
    try {
      const opening = open(temporary, "wx");
      this.making = opening.catch(() => undefined);
      const file = new StagedFile(path, await opening, locale);
      this.staged.push({ path, temporary });
      this.folders.add(dirname(path));
      return file;
    } catch (error) {
      throw cannotWrite(path, error, locale);
    }
  }

  /** Writes a whole file. @param data all of it, or its pieces @throws WrongUse where that cannot be done */
  async write(path: string, data: string | Uint8Array | readonly Uint8Array[]): Promise<void> {
    const file = await this.open(path);
    for (const piece of Array.isArray(data) ? data : [data]) await file.write(piece);
    await file.close();
  }

  /** The last folder of a path is made where it is missing; no more than that, since a slip of the pen should not plant trees. @throws WrongUse */
  makeFolder(folder: string): void {
    const { locale } = this.terminal;
    try {
      this.watch();
      fs.mkdirSync(folder);
      this.madeFolders.push(folder);
      this.folders.add(dirname(folder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw cannotWrite(folder, error, locale);
      if (!isFolder(folder, locale)) throw new WrongUse("cannotWrite", { path: folder, why: locale.commands.disk.notFolder });
    }
  }

  /** Gives all files their names. @throws WrongUse where something has taken one, or the system refuses: then none of them has its name */
  async commit(): Promise<void> {
    for (const { path, temporary } of this.staged) {
      try {
        this.name(temporary, path);
      } catch (error) {
        throw cannotWrite(path, error, this.terminal.locale);
      }
      await turn();
    }
    for (const folder of this.folders)
      await syncFolder(folder).catch((error: unknown) => Promise.reject(cannotWrite(folder, error, this.terminal.locale)));
    this.undo.length = 0;
    this.madeFolders.length = 0;
    this.takeBack();
    // A signal that came meanwhile is heard before nobody listens any more: the first turn may end the round of the loop in which it came.
    await turn();
    await turn();
    this.unwatch();
  }

  /** Takes back what was not committed; tells what could not be. */
  rollBack(): void {
    this.takeBack();
    this.unwatch();
  }

  /** Takes names back, last first; then what stood under temporary names goes, then the folders that are empty again. */
  private takeBack(): void {
    this.takeBackAll(this.undo.splice(0).reverse());
    const files = [...this.temporaries].map((path): Undo => ({ path, step: () => fs.rmSync(path, { force: true }) }));
    const folders = this.madeFolders.splice(0).map((path): Undo => ({ path, step: () => removeEmpty(path) }));
    this.staged.length = 0;
    this.temporaries.clear();
    this.takeBackAll([...files, ...folders.reverse()]);
  }

  /** Tells what could not be taken back. What stood there is then nowhere but where it was kept: that stays. */
  private takeBackAll(steps: readonly Undo[]): void {
    const { leftBehind, keptBehind } = this.terminal.locale.commands.usage;
    for (const { path, backup, step } of steps)
      try {
        step();
      } catch (error) {
        const why = sayDisk(error, this.terminal.locale, false);
        if (backup !== undefined) this.temporaries.delete(backup);
        this.terminal.complain(plain(backup === undefined ? fill(leftBehind, { path, why }) : fill(keptBehind, { path, why, backup })));
      }
  }

  /** A name that nothing has: the number of a process would come again, in a container at every start. */
  private temporaryBeside(path: string): string {
    this.watch();
    const temporary = join(dirname(path), `.cluster-report-${randomUUID()}.tmp`);
    this.temporaries.add(temporary);
    return temporary;
  }

  /** Gives a finished file its name; without `force` only where nothing has it, in one step, so that no file can slip in between. */
  private name(temporary: string, path: string): void {
    if (this.force) return this.replace(temporary, path);
    try {
      fs.linkSync(temporary, path);
    } catch (error) {
      // FAT and some network drives have no links.
      if ((error as NodeJS.ErrnoException).code === "EEXIST" || fs.existsSync(path)) throw new WrongUse("exists", { path });
      fs.renameSync(temporary, path);
    }
    this.undo.push({ path, step: () => fs.rmSync(path, { force: true }) });
  }

  /** What it replaces is kept under a second name until all is done. */
  private replace(temporary: string, path: string): void {
    const backup = this.temporaryBeside(path);
    const was = keep(path, backup);
    fs.renameSync(temporary, path);
    this.undo.push(
      was ? { path, backup, step: () => fs.renameSync(backup, path) } : { path, step: () => fs.rmSync(path, { force: true }) },
    );
  }

  private readonly tidy = (): void => this.rollBack();
  private readonly die = (signal: NodeJS.Signals): void => {
    void this.making.then(() => {
      this.rollBack();
      process.kill(process.pid, signal);
    });
  };

  private watch(): void {
    if (this.watching) return;
    this.watching = true;
    process.on("exit", this.tidy);
    for (const signal of SIGNALS) process.on(signal, this.die);
  }

  private unwatch(): void {
    this.watching = false;
    process.off("exit", this.tidy);
    for (const signal of SIGNALS) process.off(signal, this.die);
  }
}

/** Gives a file a second name, or a copy where there are no links. @returns false where there is no such file */
function keep(path: string, backup: string): boolean {
  if (!fs.lstatSync(path, { throwIfNoEntry: false })) return false;
  try {
    fs.linkSync(path, backup);
  } catch {
    fs.copyFileSync(path, backup);
  }
  return true;
}

/** @throws WrongUse where the system does not tell */
function isFolder(path: string, locale: CommandLineLocale): boolean {
  try {
    return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch (error) {
    throw cannotWrite(path, error, locale);
  }
}

/** A folder in which somebody else has put something meanwhile stays. */
function removeEmpty(folder: string): void {
  if (fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
}
