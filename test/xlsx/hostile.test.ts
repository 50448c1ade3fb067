import { ENGINES, ReaderProcess } from "./child";
import { hostileFiles } from "./hostile-files";

/** What any file may cost: CPU seconds and megabytes of the whole process. */
const SECONDS = 2;
const MEGABYTES = 300;

let reader: ReaderProcess;
beforeAll(() => (reader = new ReaderProcess()));
afterAll(() => reader.close());

test.each(hostileFiles)(
  "%s: %s, within 2 s and 300 MB, with zlib and with fflate",
  (name, expected, make) => {
    reader.give(make());
    for (const engine of ENGINES) {
      const { outcome, detail, more, cpu, megabytes } = reader.read(engine);
      if (process.env.XLSX_COSTS) console.log(`${name}, ${engine}: ${cpu.toFixed(2)} s, ${megabytes.toFixed(0)} MB, ${detail}`);
      expect([engine, outcome, more]).toEqual([engine, expected, {}]);
      // A refusal says for engineers what it met.
      if (expected !== "grid") expect(detail).toMatch(/./);
      expect(detail).not.toContain("unforeseen");
      expect(cpu).toBeLessThan(SECONDS);
      expect(megabytes).toBeLessThan(MEGABYTES);
    }
  },
  90_000,
);
