import { copyNames, letters, noNotices, notices, summaryBook, summaryLinks, type NamedCopy } from "../../actions/consolidate";
import { consolidationJson } from "../../actions/consolidate/json";
import { periodLabel, XLSX_TYPE, ZIP_TYPE, type Consolidation } from "../../domain";
import { fill, formFacts } from "../../locales";
import type { Copies, Download, DownloadKind } from "./review-job";
import type { JobContext } from "./job-context";

/** Rows or pieces between two signs of life. */
const SIGN_EVERY = 2_000;

interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes what is downloaded.
 * @param copies the bytes of all files; only asked for where they go along
 */
export async function makeDownload(
  consolidation: Consolidation,
  as: DownloadKind,
  copies: Copies | undefined,
  context: JobContext,
): Promise<Download> {
  const words = context.locale.page.consolidate;
  const stem = `${periodLabel(consolidation.period)}-${fill(words.fileName, formFacts(context.catalogue.form, context.locale))}`;
  switch (as) {
    case "xlsx":
      return { name: `${stem}.xlsx`, blob: new Blob([book(consolidation, [], "", context).slice()], { type: XLSX_TYPE }) };
    case "json":
      return { name: `${stem}.json`, blob: json(consolidation, context) };
    case "zip": {
      const folder = `${stem}${context.locale.commands.enclosedSuffix}`;
      const named = copyNames(consolidation, (_, file) => copies?.sizes[file] !== undefined);
      const summary = { name: `${stem}.xlsx`, bytes: book(consolidation, named, folder, context) };
      return { name: `${stem}.zip`, blob: await zipped(withCopies(summary, named, folder, copies!, context), context) };
    }
    case "notices": {
      const count = noNotices();
      const all = notices(consolidation, context.catalogue, context.locale, (plan) => context.write(plan));
      const blob = await zipped(withSigns(letters(all, count), context), context);
      return { name: `${periodLabel(consolidation.period)}-${context.locale.notice.zip.name}.zip`, blob, notices: count };
    }
  }
}

/** The summary; its links lead to copies where there are any, else to where the files lie beside it. */
function book(
  consolidation: Consolidation,
  copies: readonly NamedCopy[],
  folder: string,
  { catalogue, locale, write, step }: JobContext,
): Uint8Array {
  const copied = new Map(copies.map(({ file, name }) => [file, [folder, name]]));
  const steps = consolidation.files.map(({ arrival: { path } }, file) =>
    copies.length > 0 ? copied.get(file) : path.length === 1 ? path[0]!.split("/") : undefined,
  );
  let asked = 0;
  const pathOf = (file: number): readonly string[] | undefined => {
    if (++asked % SIGN_EVERY === 0) step({ done: asked });
    return steps[file];
  };
  return write(
    summaryBook(
      consolidation,
      catalogue,
      locale,
      summaryLinks(pathOf, (file) => copied.has(file)),
    ),
  );
}

function json(consolidation: Consolidation, { catalogue, locale, version, step }: JobContext): Blob {
  const blobs: Blob[] = [];
  let pieces: string[] = [];
  for (const piece of consolidationJson(consolidation, catalogue, { name: "cluster-report", version }, locale)) {
    pieces.push(piece);
    if (pieces.length < SIGN_EVERY) continue;
    step({ done: blobs.push(new Blob(pieces)) });
    pieces = [];
  }
  return new Blob([...blobs, ...pieces], { type: "application/json" });
}

async function* withCopies(
  summary: Packed,
  named: readonly NamedCopy[],
  folder: string,
  { blob, sizes }: Copies,
  { step }: JobContext,
): AsyncGenerator<Packed> {
  yield summary;
  const names = new Map(named.map(({ file, name }) => [file, name]));
  let from = 0;
  for (const [file, size = 0] of sizes.entries()) {
    const to = from + size;
    if (names.has(file)) yield { name: `${folder}/${names.get(file)}`, bytes: new Uint8Array(await blob.slice(from, to).arrayBuffer()) };
    from = to;
    step({ done: file });
  }
}

function* withSigns(files: Iterable<Packed>, { step }: JobContext): Generator<Packed> {
  let done = 0;
  for (const file of files) {
    yield file;
    step({ done: ++done });
  }
}

/** Packs files; what is packed leaves the worker's memory at once. */
async function zipped(files: Iterable<Packed> | AsyncIterable<Packed>, context: JobContext): Promise<Blob> {
  const blobs: Blob[] = [];
  for await (const piece of (await context.parcels()).pack(files)) blobs.push(new Blob([new Uint8Array(piece)]));
  return new Blob(blobs, { type: ZIP_TYPE });
}
