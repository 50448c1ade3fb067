import { readXlsx } from "../../src/workbook/xlsx";
import { ReaderProcess } from "./child";
import { hostileFiles } from "./hostile-files";

/** What any file may cost: CPU seconds and megabytes of the whole process. */
const SECONDS = 2;
const MEGABYTES = 300;
/** Cheap ones need no process of their own to show what they are refused as. */
const LARGE = 2_000_000;

describe.each(["zlib", "fflate"] as const)("hostile files with %s", (engine) => {
  let reader: ReaderProcess;
  beforeAll(() => (reader = new ReaderProcess()));
  afterAll(() => reader.close());

  test.each(hostileFiles)(
    "%s: %s, within 2 s and 300 MB",
    (_, expected, make) => {
      const { outcome, detail, cpu, megabytes } = reader.read(make(), engine);
      expect({ outcome, detail }).toEqual({ outcome: expected, detail: expect.not.stringContaining("unforeseen") as string });
      if (process.env.XLSX_COSTS) console.log(`${_}: ${cpu.toFixed(2)} s, ${megabytes.toFixed(0)} MB, ${detail}`);
      expect(cpu).toBeLessThan(SECONDS);
      expect(megabytes).toBeLessThan(MEGABYTES);
    },
    90_000,
  );
});

test("a refusal says for engineers what it met", () => {
  for (const [, expected, make] of hostileFiles) {
    const bytes = make();
    if (expected === "grid" || bytes.length > LARGE) continue;
    const result = readXlsx(bytes);
    expect(result).toEqual({ ok: false, error: { code: expected, detail: expect.stringMatching(/./) as string } });
  }
}, 60_000);
