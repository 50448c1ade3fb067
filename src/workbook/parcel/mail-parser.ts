import PostalMime from "postal-mime";
import { beginsLikeFile } from "./kind";

/** A header with its parameters. */
interface Structured {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A part of a mail as postal-mime keeps it. Its types leave this out: the version is pinned, and test/parcel/leaves.test.ts fails where it changes. */
interface MailPart {
  readonly contentType: { readonly parsed: Structured; readonly multipart: string | false };
  readonly contentDisposition: { readonly parsed: Structured };
  readonly content: ArrayBuffer | null;
  readonly childNodes: readonly MailPart[];
}

const bytesOf = ({ content }: MailPart): Uint8Array => new Uint8Array(content ?? new ArrayBuffer(0));
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 0x20);

/** The parser, with judgements of its own about what a person attached: to postal-mime each text that is not marked is the mail's own. */
export class MailParser extends PostalMime {
  declare readonly root: MailPart;

  /** Whether a part is text that the mail shows. Programs also type files as text, with a name and without saying that they are attached. */
  isInlineTextNode(part: MailPart): boolean {
    const { contentType, contentDisposition } = part;
    if (!/^text\/(?:plain|html)$/.test(contentType.parsed.value) || contentDisposition.parsed.value === "attachment") return false;
    const named = contentDisposition.parsed.params["filename"] || contentType.parsed.params["name"];
    return !named && !beginsLikeFile(bytesOf(part));
  }

  /** How many containers of parts hold something and yet no part: their boundary is missing or another, so that nobody can tell what is in them. */
  get hollow(): number {
    const count = (part: MailPart): number => {
      const { childNodes: inner, contentType } = part;
      if (inner.length > 0) return inner.reduce((sum, child) => sum + count(child), 0);
      return contentType.multipart && !isBlank(bytesOf(part)) ? 1 : 0;
    };
    return count(this.root);
  }
}
