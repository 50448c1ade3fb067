import type { Grid, GridSheet, SheetState } from "../../domain/grid";
import type { Refusal } from "../../domain/refusal";
import { ok, refuse, type Result } from "../../domain/result";
import { inflateWithFflate, type InflateRaw } from "./inflate";
import { Meter, type Limits } from "./limits";
import { Package } from "./package";
import { readSheet } from "./read-sheet";
import { readStrings } from "./read-strings";
import { readNumberKinds } from "./read-styles";
import { Refused, tooLarge } from "./refused";
import { sniff } from "./sniff";
import { readWorkbookPart } from "./workbook-part";

export interface ReadOptions {
  /** The inflate engine; fflate where absent. */
  readonly inflate?: InflateRaw;
  /** Limits other than the usual ones. */
  readonly limits?: Partial<Limits>;
  /** Which sheets to read; the others are absent from the grid, and cost nothing. All where absent. */
  readonly sheets?: (name: string, state: SheetState) => boolean;
}

/**
 * Reads an .xlsx file (ECMA-376, transitional or strict): all of it or nothing. Never throws, whatever the bytes.
 * Dates are serials in the 1900 system, also from a file in the 1904 system; shared formulas are spelled out.
 * @param bytes the file
 * @returns the grid, or why the file cannot be taken: `empty-file`, `not-a-workbook`, `opendocument`, `encrypted`, `legacy-format`,
 *   `macro-enabled`, `too-large` or `damaged`
 */
export function readXlsx(bytes: Uint8Array, options: ReadOptions = {}): Result<Grid, Refusal> {
  return guarded(() => readGrid(openPackage(bytes, options), options));
}

/** Turns what a parser found wrong into a refusal. What it did not foresee is damage too: a reader of foreign bytes never throws. */
export function guarded<T>(read: () => T): Result<T, Refusal> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    return refuse({ code: "damaged", detail: `unforeseen: ${String(error)}` });
  }
}

/** Opens a file as a package. @throws Refused where it is none, or over the limit of a file */
export function openPackage(bytes: Uint8Array, options: Pick<ReadOptions, "inflate" | "limits">): Package {
  const meter = new Meter(options.limits);
  const strange = sniff(bytes);
  if (strange) throw new Refused(strange);
  if (bytes.length > meter.limits.file) tooLarge(`a file of ${bytes.length} bytes`);
  return new Package(bytes, options.inflate ?? inflateWithFflate, meter);
}

function readGrid(pack: Package, options: ReadOptions): Grid {
  const book = readWorkbookPart(pack);
  const wanted = book.sheets.filter(({ name, state }) => options.sheets?.(name, state) ?? true);
  let shared: readonly string[] | undefined;
  const strings = (): readonly string[] => (shared ??= book.strings === undefined ? [] : readStrings(pack.scan(book.strings)));
  // A file that is read whole is read whole, its shared strings included.
  if (!options.sheets) strings();
  const context = {
    strings,
    kinds: book.styles === undefined ? [] : readNumberKinds(pack.scan(book.styles)),
    date1904: book.date1904,
  };
  const sheets = wanted.map(({ name, state, path }): GridSheet => {
    if (path !== undefined) return readSheet(pack.scan(path), name, state, context, pack.meter);
    return { name, state, cells: new Map(), merges: [], validations: [], protected: false };
  });
  return { sheets, names: book.names };
}
