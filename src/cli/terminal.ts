import * as fs from "node:fs";
import type { CommandLineLocale } from "../locales/command-line";
import { sayDisk } from "./disk";
import { WrongUse } from "./wrong-use";

/** The two streams: results go to stdout, everything else to stderr. */
export interface Terminal {
  readonly locale: CommandLineLocale;
  /** Whether colours are welcome on stdout. */
  readonly colour: boolean;
  /** Writes a result. Once the reader has gone away the rest is dropped, and the exit status stays right. @throws WrongUse where the system refuses */
  result(text: string): Promise<void>;
  /** One line that matters, whoever reads it. */
  complain(line: string): void;
  /** One line for a person who watches; nothing where stderr is not a terminal. */
  note(line: string): void;
  /** A bar for a person who watches; nothing where stderr is not a terminal, or where results scroll by on it. */
  progress(label: string, total: number, quiet: boolean): { step(done: number): void; end(): void };
}

const BAR = 24;
/** Shorter work needs no bar. */
const LEAST = 5;

/** A terminal on the streams of this process. */
export function openTerminal(locale: CommandLineLocale): Terminal {
  const { stdout, stderr, env } = process;
  // What fails is told to whoever wrote.
  stdout.on("error", () => undefined);
  // Nobody is left to be told.
  stderr.on("error", () => undefined);
  const write = writerOf(stdout);
  const say = (text: string): void => {
    try {
      stderr.write(text);
    } catch {
      return;
    }
  };
  let gone = false;
  return {
    locale,
    colour: Boolean(stdout.isTTY) && !env["NO_COLOR"] && env["TERM"] !== "dumb",
    async result(text) {
      if (gone || text === "") return;
      try {
        await write(text);
      } catch (error) {
        gone = true;
        if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw new WrongUse("resultsCut", { why: sayDisk(error, locale, true) });
      }
    },
    complain: (line) => say(`${line}\n`),
    note: (line) => void (stderr.isTTY && say(`${line}\n`)),
    progress(label, total, quiet) {
      const shown = Boolean(stderr.isTTY) && !quiet && total >= LEAST;
      return {
        step(done) {
          const full = Math.round((BAR * done) / total);
          if (shown) say(`\r${label} ${"█".repeat(full)}${"░".repeat(BAR - full)} ${done}/${total}`);
        },
        end: () => void (shown && say("\r\u001b[K")),
      };
    },
  };
}

/** The stream itself would drop, unsaid, what a nearly full disk does not take of a piece. */
function writerOf(stdout: NodeJS.WriteStream & { readonly fd: 1 }): (text: string) => Promise<void> {
  const stream = (text: string): Promise<void> =>
    new Promise((done, fail) => stdout.write(text, (error) => (error ? fail(error) : done())));
  return stdout.isTTY || !isFileOrDevice(stdout.fd) ? stream : async (text) => writeAll(stdout.fd, Buffer.from(text, "utf8"));
}

function isFileOrDevice(fd: number): boolean {
  try {
    const status = fs.fstatSync(fd);
    return status.isFile() || status.isCharacterDevice();
  } catch {
    return false;
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += fs.writeSync(fd, bytes, at);
}
