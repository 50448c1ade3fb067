import { ok, refuse, type Arrival, type Consolidation, type PassedOver, type Refusal, type Result } from "../../domain";
import type { ArrivedFile } from "./judge-file";
import { refusedFile, type JudgedFile } from "./judged";

/** A file as it lies somewhere: on a disk, picked, or dropped. */
export interface Source {
  /** With its folders, by slashes. */
  readonly name: string;
  /**
   * @param most bytes that are worth reading
   * @returns its bytes, and when it was last changed, as an ISO instant; or why they cannot be had
   */
  read(most: number): Promise<Result<{ readonly bytes: Uint8Array; readonly changed: string }, Refusal>>;
}

/** A file that a browser holds. */
export function blobSource(name: string, blob: Blob & { readonly lastModified: number }): Source {
  return {
    name,
    async read(most) {
      if (blob.size > most) return refuse({ code: "too-large", detail: `a file of ${blob.size} bytes` });
      try {
        return ok({ bytes: new Uint8Array(await blob.arrayBuffer()), changed: new Date(blob.lastModified).toISOString() });
      } catch (error) {
        // It was moved, changed or locked since it was chosen.
        if (error instanceof DOMException) return refuse({ code: "unreadable", detail: error.name });
        throw error;
      }
    },
  };
}

/** How files are read as they come; only the doors know which libraries do it. */
export interface Reading {
  /** What a file as it came holds: itself, or what lies in it. */
  readonly openParcel: (name: string, bytes: Uint8Array) => AsyncIterable<Piece>;
  /** Why a file is none that a person meant to send; asked before it is read: a lock cannot be, while its program runs. */
  readonly passedOver?: (name: string) => PassedOver | undefined;
  /** Bytes of the largest form, and of the largest archive or mail, worth reading. */
  readonly largestFile: number;
  readonly largestParcel: number;
}

/** What was found in a file as it came. */
export type Found =
  | ({ readonly kind: "file" } & ArrivedFile)
  /** `bytes` are those of what was refused unopened within a parcel: it goes along with the other files. */
  | { readonly kind: "refused"; readonly file: JudgedFile; readonly bytes?: Uint8Array }
  | { readonly kind: "passed-over"; readonly item: Consolidation["passedOver"][number] };

/** All that a file as it came holds, one thing at a time: what can be judged, what cannot, and what no person meant to send. Nothing is lost. */
export async function* foundIn(source: Source, { openParcel, passedOver, largestFile, largestParcel }: Reading): AsyncGenerator<Found> {
  const { name } = source;
  const why = passedOver?.(name);
  if (why !== undefined) return yield { kind: "passed-over", item: { path: [name], why } };
  const read = await source.read(/\.(zip|eml)$/i.test(name) ? largestParcel : largestFile);
  if (!read.ok) return yield { kind: "refused", file: refusedFile({ path: [name] }, read.error) };
  for await (const piece of openParcel(name, read.value.bytes)) {
    const arrival = arrivalOf(piece, read.value.changed);
    if (piece.kind === "file") yield { kind: "file", arrival, bytes: piece.bytes };
    else if (piece.kind === "refused") yield refusedPiece(piece.refusal, arrival, piece.bytes);
    else if (piece.reason !== "folder") yield { kind: "passed-over", item: { path: piece.path, why: piece.reason } };
  }
}

function refusedPiece(refusal: Refusal, arrival: Arrival, bytes: Uint8Array | undefined): Found {
  const file = refusedFile(arrival, refusal, bytes !== undefined);
  return { kind: "refused", file, ...(bytes !== undefined && arrival.path.length > 1 ? { bytes } : {}) };
}

/** One thing that came out of a file as it came, as the room of parcels tells it. */
export type Piece = {
  readonly path: readonly string[];
  readonly mail: { readonly date: string | undefined; readonly from: string | undefined; readonly subject: string | undefined } | undefined;
  readonly received: string | undefined;
} & (
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly bytes?: Uint8Array }
  | { readonly kind: "passed-over"; readonly reason: PassedOver }
);

/**
 * How a piece came.
 * @param changed when the file itself was last changed, as an ISO instant: it says when a file came that lay in no mail or archive
 */
function arrivalOf({ path, received, mail }: Piece, changed: string | undefined): Arrival {
  const when = received ?? changed;
  return {
    path,
    ...(when === undefined ? {} : { received: when, ...(mail?.date === undefined ? {} : { mailed: true }) }),
    ...(mail ? { mail: senderOf(mail) } : {}),
  };
}

/** `张三 <zhangsan@example.edu.cn>`, or the address alone. */
function senderOf({ from = "", subject }: NonNullable<Piece["mail"]>): NonNullable<Arrival["mail"]> {
  const [, name = "", address = name] = /^(.*?)(?:<([^<>]*)>)?$/s.exec(from) ?? [];
  return {
    ...(address.includes("@") ? { address: address.trim() } : {}),
    ...(name.trim() === "" || name === address ? {} : { name: name.trim() }),
    ...(subject === undefined ? {} : { subject }),
  };
}
