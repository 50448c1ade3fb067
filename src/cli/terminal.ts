import type { Locale } from "../locales";

/** The two streams: results go to stdout, everything else to stderr. */
export interface Terminal {
  readonly locale: Locale;
  /** Whether colours are welcome on stdout. */
  readonly colour: boolean;
  /** Writes a result. Once the reader has gone away the rest is dropped, and the exit status stays right. */
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
export function openTerminal(locale: Locale): Terminal {
  const { stdout, stderr, env } = process;
  let gone = false;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    gone = true;
  });
  // Nobody is left to be told.
  stderr.on("error", () => undefined);
  return {
    locale,
    colour: Boolean(stdout.isTTY) && !env["NO_COLOR"] && env["TERM"] !== "dumb",
    result: (text) => (gone || text === "" ? Promise.resolve() : new Promise((done) => stdout.write(text, () => done()))),
    complain: (line) => void stderr.write(`${line}\n`),
    note: (line) => void (stderr.isTTY && stderr.write(`${line}\n`)),
    progress(label, total, quiet) {
      const shown = Boolean(stderr.isTTY) && !quiet && total >= LEAST;
      return {
        step(done) {
          const full = Math.round((BAR * done) / total);
          if (shown) stderr.write(`\r${label} ${"█".repeat(full)}${"░".repeat(BAR - full)} ${done}/${total}`);
        },
        end: () => void (shown && stderr.write("\r\u001b[K")),
      };
    },
  };
}
