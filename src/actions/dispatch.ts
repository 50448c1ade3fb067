import { mailAddress, textOf, XLSX_TYPE, type Form } from "../domain";
import { fill, formFacts, type Locale } from "../locales";
import { base64, encodedWords, parameter, percentEncoded } from "./mail-words";
import { sayPeriod } from "./report/reporter";
import { programmeName } from "./report/words";
import type { Sealed } from "./seal";

/** A mail that a person will look over and send. */
export interface Mail {
  /** One valid address; what is none is left for the person to fill in. */
  readonly to: string;
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly body: string;
  readonly attachment?: { readonly name: string; readonly bytes: Uint8Array };
}

/**
 * A mail draft as an .eml file (RFC 5322, MIME). `X-Unsent: 1` makes Outlook open it for sending instead of reading.
 * Neither Date nor Message-ID, which the program that sends it adds: the same mail gives the same bytes.
 */
export function mailDraft({ to, subject, body, attachment }: Mail): Uint8Array {
  const text = base64(new TextEncoder().encode(body.replace(/\r\n?|\n/g, "\r\n")));
  const file = attachment ? base64(attachment.bytes) : "";
  // `=` and `_` next to each other never stand in base64, so no line of a part can be taken for the boundary.
  const boundary = `=_cluster-report_${fingerprint([to, subject, attachment?.name ?? "", text, file])}`;
  const lines = [
    "X-Unsent: 1",
    `To: ${mailAddress(to) ?? ""}`,
    `Subject: ${encodedWords(subject)}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    text,
    ...(attachment ? attachmentLines(attachment.name, file, boundary) : []),
    `--${boundary}--`,
    "",
  ];
  return new TextEncoder().encode(lines.join("\r\n"));
}

function attachmentLines(name: string, file: string, boundary: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: ${XLSX_TYPE}`,
    "Content-Transfer-Encoding: base64",
    "Content-Disposition: attachment;",
    // The full name first: a program that knows RFC 2231 and takes the first of the two gets it, one that does not passes over it.
    ` filename*=UTF-8''${percentEncoded(name)};`,
    ` filename="${parameter(name)}"`,
    "",
    file,
  ];
}

/** 64 bits of FNV-1a over some texts: enough to tell drafts apart, and nothing secret hangs on it. */
function fingerprint(texts: readonly string[]): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (const text of texts)
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x85ebca6b);
    }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}

/**
 * The mail that carries a sealed form to the office that collects it.
 * @param bytes of the form; without them the mail has no attachment
 */
export function dispatchMail({ code, fileName, checked }: Sealed, bytes: Uint8Array | undefined, form: Form, locale: Locale): Mail {
  const words = locale.commands.mail;
  const { submission } = checked.form;
  const facts = {
    ...formFacts(form, locale),
    office: form.recipient.office,
    school: submission.issued.school,
    period: sayPeriod(submission.issued.period, locale),
    programmes: submission.programmes.map(programmeName).join(locale.commands.report.comma),
    code,
    file: fileName,
  };
  const contacts = form.cover
    .map(({ id, label }) => ({ label, value: textOf(submission.cover[id]) ?? "" }))
    .filter(({ value }) => value !== "")
    .map((item) => fill(words.item, item));
  return {
    to: form.recipient.email,
    subject: fill(words.subject, facts),
    body: [...words.body.map((line) => fill(line, facts)), "", words.contact, ...contacts, ""].join("\n"),
    ...(bytes ? { attachment: { name: fileName, bytes } } : {}),
  };
}
