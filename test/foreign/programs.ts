import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs of others that the tests run. */
export type Program = "libreoffice" | "openpyxl" | "poppler" | "gnumeric";

/** Where a program is. LibreOffice needs a Python that can talk to it, openpyxl one that has it. */
export interface Found {
  readonly libreoffice: { readonly soffice: string; readonly python: string };
  readonly openpyxl: { readonly python: string };
  readonly gnumeric: { readonly ssconvert: string };
  readonly poppler: { readonly pdftotext: string; readonly pdftoppm: string; readonly pdfinfo: string };
}

const PACKAGES: Readonly<Record<Program, string>> = {
  libreoffice: "libreoffice-calc python3-uno fonts-noto-cjk",
  openpyxl: "python3-openpyxl",
  poppler: "poppler-utils",
  gnumeric: "gnumeric",
};

const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
const OFFICE_FOLDERS = [
  "/usr/lib/libreoffice/program",
  "/opt/libreoffice7.4/program",
  "/snap/bin",
  "/Applications/LibreOffice.app/Contents/MacOS",
  "/Applications/LibreOffice.app/Contents/Resources",
  "C:\\Program Files\\LibreOffice\\program",
  "C:\\Program Files (x86)\\LibreOffice\\program",
];

/** All places where an executable of one of some names stands, those on the PATH first. */
function places(names: readonly string[], beside: readonly string[] = []): string[] {
  const ending = process.platform === "win32" ? ".exe" : "";
  return [...folders, ...beside].flatMap((folder) => names.map((name) => join(folder, name + ending))).filter((path) => existsSync(path));
}

/** The first Python that can import a module. The system's own comes with distribution packages, whichever one the PATH prefers. */
function pythonWith(module: string): string | undefined {
  return [...new Set(places(["python3", "python"], ["/usr/bin", ...OFFICE_FOLDERS]))].find((python) => {
    try {
      execFileSync(python, ["-c", `import ${module}`], { stdio: "ignore", timeout: 60_000 });
      return true;
    } catch {
      return false;
    }
  });
}

const seekers: { readonly [P in Program]: () => Found[P] | undefined } = {
  libreoffice() {
    const soffice = places(["soffice", "libreoffice"], OFFICE_FOLDERS)[0];
    const python = soffice === undefined ? undefined : pythonWith("uno");
    return soffice === undefined || python === undefined ? undefined : { soffice, python };
  },
  openpyxl() {
    const python = pythonWith("openpyxl");
    return python === undefined ? undefined : { python };
  },
  gnumeric() {
    const ssconvert = places(["ssconvert"])[0];
    return ssconvert === undefined ? undefined : { ssconvert };
  },
  poppler() {
    const [pdftotext, pdftoppm, pdfinfo] = ["pdftotext", "pdftoppm", "pdfinfo"].map((name) => places([name])[0]);
    return pdftotext && pdftoppm && pdfinfo ? { pdftotext, pdftoppm, pdfinfo } : undefined;
  },
};

const known = new Map<Program, Found[Program] | undefined>();

/** Finds a program on this machine, or undefined. */
export function foreign<P extends Program>(name: P): Found[P] | undefined {
  if (!known.has(name)) known.set(name, seekers[name]());
  return known.get(name) as Found[P] | undefined;
}

/** The surroundings of a foreign program: the same texts, numbers and file names whatever the language of this machine. */
export const NEUTRAL: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C.UTF-8", PYTHONUTF8: "1" };

/** Runs the Python that has openpyxl. @returns what it printed @throws Error with what it complained of where it fails */
export function python(args: readonly string[], input = ""): string {
  return execFileSync(foreign("openpyxl")!.python, args, { input, encoding: "utf8", env: NEUTRAL, maxBuffer: 1 << 28 });
}

/**
 * A group of tests that needs some programs. Where one is missing it says so, and how to get it, and is skipped; under CI it fails:
 * a check that silently never ran is worth less than none.
 */
export function describeWith(programs: readonly Program[], name: string, tests: () => void): void {
  const missing = programs.filter((program) => foreign(program) === undefined);
  if (missing.length === 0) return describe(name, tests);
  const packages = missing.map((program) => PACKAGES[program]).join(" ");
  const why = `Not run: ${name}. Missing: ${missing.join(", ")}. On Debian: apt-get install -y --no-install-recommends ${packages}`;
  if (process.env["CI"])
    return describe(name, () => {
      test("its programs are installed", () => {
        throw new Error(why);
      });
    });
  process.stderr.write(`${why}\n`);
  describe.skip(`${name} (needs ${missing.join(", ")})`, tests);
}
