import {
  arrivalOf,
  consolidate,
  Shared,
  earlierFiles,
  earlierValues,
  givenAddresses,
  judgeFile,
  refusedFile,
  type EarlierValues,
  type JudgedFile,
} from "../../actions/consolidate";
import type { Arrival, Consolidation, Refusal } from "../../domain";
import { delivered } from "./deliver";
import type { ReviewJobs } from "./job";
import { fromJsonLines, jsonLine } from "./json-lines";
import type { ArrivedBlob, EarlierBlob, Judged, JudgedPiece, Piece } from "./review-job";
import type { JobContext } from "./job-context";
import { told } from "./told";

/** A line of what was judged. */
type Line = { readonly judged: JudgedFile } | { readonly passedOver: Consolidation["passedOver"][number] };

/** What this worker was given or made last, by its number: the same is asked for many times. */
const last: {
  earlier?: { readonly id: number; readonly values: EarlierValues };
  made?: { readonly id: number; readonly of: Consolidation };
} = {};

/** How each kind of work for 汇总 is done. */
export const REVIEW: {
  readonly [K in keyof ReviewJobs]: (ask: ReviewJobs[K]["ask"], context: JobContext) => Promise<ReviewJobs[K]["give"]>;
} = {
  async arrive(ask, context) {
    let done = 0;
    for await (const piece of piecesOf(ask, ask.earlier, context)) context.step(++done, undefined, piece);
    return undefined;
  },
  async judge({ arrival, blob, earlier }, context) {
    return judgedPiece(await judgeFile({ arrival, bytes: await bytesOf(blob) }, await optionsOf(earlier, context)));
  },
  async compare({ lines, period }, { catalogue, locale }) {
    const { judged } = await read(lines);
    const { lines: found, remarks } = earlierFiles(judged, period, catalogue.form, locale);
    const { schools, ...rest } = earlierValues(found, period);
    const earlier = new Blob([JSON.stringify({ ...rest, schools: [...schools] })]);
    return { earlier, addresses: givenAddresses(judged), remarks };
  },
  consolidate: async (ask, context) => told(await consolidationOf(ask, context), context.catalogue.ruleset, context.locale),
  deliver: async ({ judged, as, copies }, context) => delivered(await consolidationOf(judged, context), as, copies, context),
};

async function* piecesOf(
  { name, blob, changed }: ArrivedBlob,
  earlier: EarlierBlob | undefined,
  context: JobContext,
): AsyncGenerator<Piece> {
  const { openParcel, passedOver, PARCEL_LIMITS } = await context.parcels();
  // Asked before it is read: a lock cannot be, while its program runs.
  const why = passedOver(name);
  if (why !== undefined) return yield passedOverPiece([name], why);
  const refused = (refusal: Refusal, arrival: Arrival = { path: [name] }, inside?: Uint8Array): Piece => ({
    ...judgedPiece(refusedFile(arrival, refusal, inside !== undefined)),
    ...(inside ? { bytes: new Blob([new Uint8Array(inside)]) } : {}),
  });
  const limit = /\.(zip|eml)$/i.test(name) ? PARCEL_LIMITS.zip : context.largestFile;
  if (blob.size > limit) return yield refused({ code: "too-large", detail: `a file of ${blob.size} bytes` });
  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(blob);
  } catch (error) {
    // It was moved, changed or locked since it was chosen.
    if (error instanceof DOMException) return yield refused({ code: "unreadable", detail: error.name });
    throw error;
  }
  for await (const piece of openParcel(name, bytes)) {
    const arrival = arrivalOf(piece, changed);
    if (piece.kind === "refused") yield refused(piece.refusal, arrival, piece.path.length > 1 ? piece.bytes : undefined);
    else if (piece.kind === "passed-over") {
      if (piece.reason !== "folder") yield passedOverPiece(piece.path, piece.reason);
    } else if (piece.path.length > 1) yield { kind: "inside", arrival, blob: new Blob([new Uint8Array(piece.bytes)]) };
    else yield judgedPiece(await judgeFile({ arrival, bytes: piece.bytes }, await optionsOf(earlier, context)));
  }
}

function judgedPiece(judged: JudgedFile): JudgedPiece {
  return { kind: "judged", path: judged.arrival.path, line: jsonLine({ judged } satisfies Line) };
}

function passedOverPiece(path: readonly string[], why: Consolidation["passedOver"][number]["why"]): Piece {
  return { kind: "passed-over", line: jsonLine({ passedOver: { path, why } } satisfies Line) };
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

async function optionsOf(
  given: EarlierBlob | undefined,
  { catalogue, open, locale }: JobContext,
): Promise<Parameters<typeof judgeFile>[1]> {
  if (!given) return { open, catalogue, locale };
  if (last.earlier?.id !== given.id) {
    type Written = Omit<EarlierValues, "schools"> & { readonly schools: readonly (readonly [string, never])[] };
    const { schools, ...rest } = JSON.parse(await given.blob.text()) as Written;
    last.earlier = { id: given.id, values: { ...rest, schools: new Map(schools) } };
  }
  return { open, catalogue, locale, earlier: last.earlier.values };
}

async function read(lines: Blob): Promise<{ readonly judged: JudgedFile[]; readonly passedOver: Consolidation["passedOver"][number][] }> {
  const found = { judged: [] as JudgedFile[], passedOver: [] as Consolidation["passedOver"][number][] };
  const shared = new Shared();
  for await (const line of fromJsonLines<Line>(lines))
    if ("judged" in line) found.judged.push(shared.file(line.judged));
    else found.passedOver.push(line.passedOver);
  return found;
}

async function consolidationOf({ id, lines, period, addresses, claims }: Judged, { catalogue }: JobContext): Promise<Consolidation> {
  if (last.made?.id !== id) {
    const { judged, passedOver } = await read(lines);
    last.made = { id, of: consolidate(judged, { period, catalogue, passedOver, addresses, claims }) };
  }
  return last.made.of;
}
