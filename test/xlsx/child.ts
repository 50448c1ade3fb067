import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import ts from "typescript";

/** What inflates: on the command line, and in the browser. */
export const ENGINES = ["zlib", "fflate"] as const;

const ROOT = resolve(__dirname, "../..");
const FILE = "file.xlsx";
const HEAD = `
const { readFileSync } = require("node:fs");
const { nodeInflate } = require("./src/workbook/xlsx/node-inflate.js");
`;
const READ = `
const { readXlsx } = require("./src/workbook/xlsx/index.js");
const read = async (bytes, options) => {
  const result = readXlsx(bytes, options);
  if (result.ok) return { outcome: "grid", detail: "", more: {} };
  const { code, detail, ...more } = result.error;
  return { outcome: code, detail, more };
};
`;
const MEASURE = `
(async () => {
const bytes = new Uint8Array(readFileSync(process.argv[2]));
const before = process.cpuUsage();
const result = await read(bytes, process.argv[3] === "zlib" ? { inflate: nodeInflate } : {});
const { user, system } = process.cpuUsage(before);
// maxRSS of a child begins with what its parent held; Linux tells the child's own peak.
let megabytes = process.resourceUsage().maxRSS / 1024;
try { megabytes = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]) / 1024; } catch {}
console.log(JSON.stringify({ ...result, cpu: (user + system) / 1e6, megabytes }));
})();
`;

/** What reading one file came to, in a process of its own. CPU in seconds. */
export interface ChildReading {
  readonly outcome: string;
  readonly detail: string;
  /** What a refusal tells beside its code and detail. */
  readonly more?: object;
  readonly cpu: number;
  readonly megabytes: number;
}

/** The reader, made ready to run without Jest: its memory and time are then its own. */
export class ReaderProcess {
  private readonly folder = mkdtempSync(join(tmpdir(), "xlsx-"));

  /**
   * @param script defines `read(bytes, options)`, which gives outcome and detail; the reader of workbooks where absent
   * @param rooms the rooms it needs beside those of the reader
   */
  constructor(script = READ, rooms: readonly string[] = []) {
    for (const room of ["src/domain", "src/workbook/xlsx", ...rooms]) {
      mkdirSync(join(this.folder, room), { recursive: true });
      for (const file of readdirSync(join(ROOT, room)).filter((name) => name.endsWith(".ts"))) {
        const source = readFileSync(join(ROOT, room, file), "utf8");
        const { outputText } = ts.transpileModule(source, {
          compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
        });
        writeFileSync(join(this.folder, room, file.replace(/\.ts$/, ".js")), outputText);
      }
    }
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
    writeFileSync(join(this.folder, "read.js"), HEAD + script + MEASURE);
  }

  /** The file that is read from now on. */
  give(bytes: Uint8Array): void {
    writeFileSync(join(this.folder, FILE), bytes);
  }

  read(engine: (typeof ENGINES)[number]): ChildReading {
    const { stdout, stderr } = spawnSync(process.execPath, ["--max-old-space-size=300", "read.js", FILE, engine], {
      cwd: this.folder,
      encoding: "utf8",
      timeout: 60_000,
    });
    try {
      return JSON.parse(stdout) as ChildReading;
    } catch {
      throw new Error(`the reader fell: ${stderr.slice(-2_000)}`);
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
