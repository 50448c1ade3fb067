import type { ReportContext } from "../actions/report";
import { refuse, type Catalogue, type Refusal, type Result } from "../domain";
import type { FileWorkbook } from "../workbook/port";
import type { Adapter } from "./adapter";
import type { Args } from "./args";
import { readFile } from "./disk";
import type { Terminal } from "./terminal";
import type { FileTransaction } from "./transaction";
import { VERSION } from "./version";

/** What every command is given. */
export interface Context {
  /** The form this program is for, with all that judges it. */
  readonly catalogue: Catalogue;
  /** The one that the program is built with; `catalogue` is another where `--form` gave it. */
  readonly builtIn: Catalogue;
  /** The 表式簿 that was given: it is no arrival, even where it lies among them. */
  readonly notArrived: readonly string[];
  readonly args: Args;
  readonly terminal: Terminal;
  readonly adapter: Adapter;
  /** All that the command writes. */
  readonly transaction: FileTransaction;
}

/** A command: does its work, tells its exit status. */
export type Command = (context: Context) => Promise<0 | 1 | 2>;

/** What a report needs to know of this program. */
export function reportContext({ terminal: { locale, colour }, catalogue, builtIn }: Context): ReportContext {
  const from = catalogue === builtIn ? "built-in" : "given";
  return { ...catalogue, tool: { name: "cluster-report", version: VERSION }, from, locale, colour };
}

/** The same with a definition in the place of the one at hand. */
export function withCatalogue(context: Context, catalogue: Catalogue): Context {
  const { terminal } = context;
  return { ...context, catalogue, terminal: { ...terminal, locale: terminal.locale.ofForm(catalogue.form) } };
}

/** Opens a file as a workbook; or says why it cannot be read at all. */
export function openWorkbook(path: string, { adapter, terminal }: Context): Result<FileWorkbook, Refusal> {
  const bytes = readFile(path, adapter.largestFile, terminal.locale);
  return bytes.ok ? { ok: true, value: adapter.open(bytes.value.bytes) } : refuse(bytes.error);
}
