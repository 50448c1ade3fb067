import { createHash } from "node:crypto";
import fc from "fast-check";
import { mail } from "../province/mail";
import { makeZip } from "../xlsx/zip-maker";
import type { FilledForm, Forms } from "./forms";
import { hostileName, hostileText } from "./texts";

/** What somebody sends: a form, something else, or a zip or mail of such things. */
export type Sent =
  | ({ readonly kind: "form" } & FilledForm)
  | { readonly kind: "junk"; readonly bytes: Uint8Array }
  | { readonly kind: "zip"; readonly within: readonly Named[] }
  | { readonly kind: "mail"; readonly subject: string; readonly within: readonly Named[] };
export interface Named {
  readonly name: string;
  readonly sent: Sent;
}

const junk: fc.Arbitrary<Sent> = fc.record({ kind: fc.constant("junk"), bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) });

function named(sent: fc.Arbitrary<Sent>, ending: string): fc.Arbitrary<Named> {
  return fc.record({ name: hostileName.map((name) => name + ending), sent });
}

function nested(leaf: fc.Arbitrary<Sent>, depth: number): fc.Arbitrary<Named> {
  const bare = named(leaf, "");
  if (depth === 0) return bare;
  const within = fc.uniqueArray(nested(leaf, depth - 1), {
    minLength: 1,
    maxLength: 3,
    selector: ({ name }) => name.normalize("NFC").toLowerCase(),
  });
  return fc.oneof(
    bare,
    named(
      within.map((all): Sent => ({ kind: "zip", within: all })),
      ".zip",
    ),
    named(fc.record({ kind: fc.constant("mail"), subject: hostileText, within }), ".eml"),
  );
}

/** What a reviewer may find in the inbox, of forms of one kind. */
export function inboxOf({ hostile }: Forms): fc.Arbitrary<Named[]> {
  const form = hostile.map((one): Sent => ({ kind: "form", ...one }));
  const leaf = fc.oneof({ weight: 3, arbitrary: form }, { weight: 1, arbitrary: junk });
  return fc.uniqueArray(nested(leaf, 3), { minLength: 1, maxLength: 4, selector: ({ name }) => name });
}

export async function bytesOf(sent: Sent, forms: Forms): Promise<Uint8Array> {
  if (sent.kind === "form") return forms.bytesOf(sent);
  if (sent.kind === "junk") return sent.bytes;
  const within = await Promise.all(sent.within.map(async (one) => ({ name: one.name, bytes: await bytesOf(one.sent, forms) })));
  if (sent.kind === "mail") return mail(sent.subject, "2026-12-21T09:00:00Z", within);
  // A name takes at most 65,535 bytes of a zip.
  return makeZip(within.map(({ name, bytes }) => ({ name: name.slice(-20_000), content: bytes, method: 0 })));
}

/** SHA-256 of every form in it, wherever it lies. */
export async function digestsOf(sent: Sent, forms: Forms): Promise<string[]> {
  if (sent.kind === "form")
    return [
      createHash("sha256")
        .update(await bytesOf(sent, forms))
        .digest("hex"),
    ];
  return sent.kind === "junk" ? [] : (await Promise.all(sent.within.map((one) => digestsOf(one.sent, forms)))).flat();
}

/** How many files it comes to. */
export function leavesOf(sent: Sent): number {
  return "within" in sent ? sent.within.reduce((sum, one) => sum + leavesOf(one.sent), 0) : 1;
}
