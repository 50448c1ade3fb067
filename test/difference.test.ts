import { difference } from "./difference";

test("two long texts that differ are told apart in one line", () => {
  const text = "甲乙丙\n".repeat(10_000);
  const other = `${text.slice(0, 20_000)}丁${text.slice(20_001)}`;
  expect(difference(text, text)).toBeUndefined();
  const said = difference(text, other)!;
  expect(said).toContain("at 20000 of 40000");
  expect(said).toContain("丁");
  expect(said.length).toBeLessThan(500);
  expect(difference(text, `${text}x`)).toContain("at 40000 of 40000");
});

test("so are the bytes of two files", () => {
  const bytes = new Uint8Array(1 << 20).fill(7);
  expect(difference(bytes, Buffer.from(bytes))).toBeUndefined();
  const other = bytes.slice();
  other[5] = 8;
  expect(difference(bytes, other)).toContain(`at 5 of ${1 << 20}`);
});
