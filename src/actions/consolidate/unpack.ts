import type { Arrival, Consolidation, PassedOver, Refusal } from "../../domain";
import type { ArrivedFile } from "./judge-file";
import { refusedFile, type JudgedFile } from "./judged";

/** What was found beside the files that can be judged, filled as they are gone through. */
export interface Aside {
  readonly refused: JudgedFile[];
  readonly passedOver: Consolidation["passedOver"][number][];
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
export function arrivalOf({ path, received, mail }: Piece, changed: string | undefined): Arrival {
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

/**
 * The files of a parcel that can be judged, one at a time; everything else in it is put aside, and nothing is lost.
 * @param changed as `arrivalOf`
 */
export async function* unpack(pieces: AsyncIterable<Piece>, changed: string | undefined, aside: Aside): AsyncGenerator<ArrivedFile> {
  for await (const piece of pieces) {
    const arrival = arrivalOf(piece, changed);
    if (piece.kind === "file") yield { arrival, bytes: piece.bytes };
    else if (piece.kind === "refused") aside.refused.push(refusedFile(arrival, piece.refusal, piece.bytes !== undefined));
    else if (piece.reason !== "folder") aside.passedOver.push({ path: piece.path, why: piece.reason });
  }
}
