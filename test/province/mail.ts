const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;

/** A mail as a school's program sends it. Other programs' mails are judged in test/parcel; here it only carries files. */
export function mail(subject: string, date: string, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const parts = files.flatMap(({ name, bytes }) => [
    "--province",
    `Content-Type: application/octet-stream; name="${word(name)}"`,
    `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "Content-Transfer-Encoding: base64",
    "",
    base64(bytes),
  ]);
  const head = [
    `From: ${word("张三")} <zhangsan@example.edu.cn>`,
    "To: office@example.edu.cn",
    `Date: ${new Date(date).toUTCString().replace("GMT", "+0000")}`,
    `Subject: ${word(subject)}`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="province"',
    "",
    ...parts,
    "--province--",
    "",
  ];
  return new TextEncoder().encode(head.join("\r\n"));
}
