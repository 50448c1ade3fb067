/** One line of a bench: what was compared, what came out, the limit (empty for a mere fact), and whether it was kept. */
export type Row = readonly [what: string, measured: string, limit: string, kept: boolean];

export function ratio(value: number): string {
  return `${value.toFixed(2)}×`;
}

/** Prints the lines as a table. @returns the exit status: 0 where every limit was kept */
export function print(rows: readonly Row[]): 0 | 1 {
  console.log("| what | measured | limit | |\n|---|---|---|---|");
  for (const [what, measured, limit, kept] of rows)
    console.log(`| ${what} | ${measured} | ${limit} | ${limit === "" ? "" : kept ? "kept" : "MISSED"} |`);
  return rows.every(([, , , kept]) => kept) ? 0 : 1;
}

/** The deflated parts of a package, by its central directory. */
export function partsOf(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const parts: Uint8Array[] = [];
  for (let at = view.getUint32(end + 16, true), n = view.getUint16(end + 10, true); n > 0; n--) {
    const [size, name, extra, comment, local] = [20, 28, 30, 32, 42].map((offset, i) =>
      i === 0 || i === 4 ? view.getUint32(at + offset, true) : view.getUint16(at + offset, true),
    ) as [number, number, number, number, number];
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (view.getUint16(at + 10, true) === 8) parts.push(bytes.subarray(start, start + size));
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** The value in the middle: a run that the machine was slow in does not count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
