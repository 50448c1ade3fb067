import type { PassedOver } from "../../domain/consolidation";
import type { Refusal } from "../../domain/refusal";
import type { Limits } from "../xlsx/limits";

/** What the mail around a file says of it; of several mails around it, the innermost: that is the one the school wrote. */
export interface MailFacts {
  /** When it was sent, ISO 8601 in UTC; undefined where the mail says none, or names no time zone. */
  readonly date: string | undefined;
  /** As people read it: `张三 <zhangsan@example.edu.cn>`. */
  readonly from: string | undefined;
  readonly subject: string | undefined;
}

/** One thing that came out of a parcel. Everything in it becomes exactly one of these: nothing is dropped unseen. */
export type ParcelPiece = {
  /** Where it lies, outermost first: `["收件.zip", "3月.eml", "附件.xlsx"]`. */
  readonly path: readonly string[];
  readonly mail: MailFacts | undefined;
  /** When it came, ISO 8601 in UTC: of the mail around it, else of the zip's entry; undefined where neither says. */
  readonly received: string | undefined;
} & (
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  /** `bytes`: of what was not opened, where it could be taken out of what lies around it. */
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly bytes?: Uint8Array }
  | { readonly kind: "passed-over"; readonly reason: PassedOver }
);

/** What a parcel may cost at most. All bytes are real ones, after inflating or decoding. */
export interface ParcelLimits {
  /** Bytes of a zip as it arrives. */
  readonly zip: number;
  /** Bytes of a mail, and of one entry of a zip. Larger than a form may be: a mail may carry several, and base64 takes a third more. */
  readonly item: number;
  /** Bytes of all entries together, those of zips within included. */
  readonly total: number;
  /** Entries of one zip. */
  readonly entries: number;
  /** Pieces of the whole parcel. */
  readonly pieces: number;
  /** Zips within each other. */
  readonly zips: number;
  /** Mails within each other. */
  readonly mails: number;
  /** Lines of a mail; 20 MB in base64 have 370,000. */
  readonly lines: number;
  /** Those of them that are no base64: the parser spends far more on such a line than its bytes. */
  readonly texts: number;
  /** Lines of a mail that begin like a boundary: each may open a part. */
  readonly boundaries: number;
  /** Bytes of all headers of a mail. */
  readonly headers: number;
  /** Parts of a mail within parts. */
  readonly depth: number;
}

export const PARCEL_LIMITS: ParcelLimits = {
  zip: 256 << 20,
  item: 32 << 20,
  total: 512 << 20,
  entries: 10_000,
  pieces: 20_000,
  zips: 2,
  mails: 4,
  lines: 400_000,
  texts: 100_000,
  boundaries: 2_000,
  headers: 512 << 10,
  depth: 32,
};

/** Limits under which a zip directory is read: sizes are judged entry by entry, so that one huge file does not cost the others. */
export function directoryLimits({ entries }: ParcelLimits): Partial<Limits> {
  return { entries, declared: Infinity };
}
