import { join } from "node:path";
import { openParcel, type OpenParcelOptions, type ParcelPiece } from "../../src/workbook/parcel";
import { python } from "../foreign/programs";

/** All that is in a parcel. */
export async function piecesOf(name: string, bytes: Uint8Array, options?: OpenParcelOptions): Promise<ParcelPiece[]> {
  const pieces: ParcelPiece[] = [];
  for await (const piece of openParcel(name, bytes, options)) pieces.push(piece);
  return pieces;
}

/** Each piece in a line: its way, and what became of it. */
export function told(pieces: readonly ParcelPiece[]): string[] {
  return pieces.map((piece) => {
    const path = piece.path.join(" > ");
    switch (piece.kind) {
      case "file":
        return `${path}: ${Buffer.from(piece.bytes).toString("latin1").slice(0, 12).trimEnd()}`;
      case "refused":
        return `${path}: refused ${piece.refusal.code}`;
      case "passed-over":
        return `${path}: ${piece.reason}`;
    }
  });
}

/** A mail to be written by Python's email package; see mails.py. */
export interface MailOrder {
  readonly kind: "modern" | "older" | "bare";
  readonly files: readonly (readonly [name: string, content: Uint8Array | string])[];
  readonly subject?: string;
  readonly sender?: string;
  readonly date?: string;
  readonly charset?: string;
  readonly cte?: "base64" | "quoted-printable";
  readonly type?: readonly [string, string];
  readonly utf8?: boolean;
  readonly picture?: boolean;
  readonly signature?: boolean;
  readonly inner?: MailOrder;
}

/** Mails by another program, all in one run of it. */
export function foreignMails(orders: readonly MailOrder[]): Uint8Array[] {
  const plain = ({ files, inner, ...order }: MailOrder): unknown => ({
    ...order,
    files: files.map(([name, content]) => [name, Buffer.from(content as string).toString("base64")]),
    ...(inner ? { inner: plain(inner) } : {}),
  });
  const written = python([join(__dirname, "mails.py")], JSON.stringify(orders.map(plain)));
  return (JSON.parse(written) as string[]).map((mail) => new Uint8Array(Buffer.from(mail, "base64")));
}
