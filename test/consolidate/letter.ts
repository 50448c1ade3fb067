/** A mail draft as its receiver reads it. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** Reads a draft of ours: what stands in its head, and its text. */
export function letterIn(eml: Uint8Array): Letter {
  const [head = "", , text = ""] = Buffer.from(eml).toString("utf8").split("\r\n\r\n");
  const field = (name: string): string => new RegExp(`^${name}:((?:.*\r\n )*.*)$`, "m").exec(head)?.[1] ?? "";
  const words = [...field("Subject").matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)].map(([, word]) => Buffer.from(word!, "base64"));
  return {
    to: field("To").trim(),
    subject: words.length > 0 ? Buffer.concat(words).toString("utf8") : field("Subject").trim(),
    body: Buffer.from(text, "base64").toString("utf8").replace(/\r\n/g, "\n"),
  };
}
