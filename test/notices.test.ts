import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import webpack, { type Compiler, type Stats } from "webpack";
import { built } from "./cli/built";

const { NoticesPlugin, NAME } = jest.requireActual<{ NoticesPlugin: new () => { apply(compiler: Compiler): void }; NAME: string }>(
  "../.scripts/notices.cjs",
);

const root = join(__dirname, "..");
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), "utf8");
const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Readonly<Record<string, string>> };
const { packages: lock } = JSON.parse(read("package-lock.json")) as {
  packages: Readonly<Record<string, { version: string; dev?: boolean }>>;
};
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

interface Notice {
  readonly name: string;
  readonly version: string;
  readonly text: string;
}

/** What a file of notices says: names with versions and licences, then the text they share. */
function noticesIn(file: string): Notice[] {
  return file.split(/^-{80}$/m).flatMap((part) => {
    const [, heads, text] = /^\s*((?:\S+ \d\S* \([^\n]*\)\n)+)\n([^]*)$/.exec(part)!;
    return heads!
      .trim()
      .split("\n")
      .map((head) => ({ name: head.split(" ")[0]!, version: head.split(" ")[1]!, text: plain(text!) }));
  });
}

/** Where a package lies; some lie within another, in a version of its own. */
function foldersOf({ name, version }: Notice): string[] {
  return Object.keys(lock).filter((path) => path.endsWith(`node_modules/${name}`) && lock[path]!.version === version);
}

/** What rooms of the sources import of packages. */
function imported(rooms: readonly string[]): string[] {
  const files = rooms.flatMap((room) =>
    existsSync(join(root, "src", room))
      ? (readdirSync(join(root, "src", room), { recursive: true }) as string[]).map((one) => `${room}/${one}`)
      : [],
  );
  const names = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => ts.preProcessFile(read("src", file)).importedFiles)
    .flatMap(({ fileName }) => Object.keys(dependencies).filter((name) => fileName === name || fileName.startsWith(`${name}/`)));
  return [...new Set(names)].sort();
}

const BUILDS = [
  ["dist", ["cli", "workbook/parcel", "workbook/parquet", "workbook/xlsx"]],
  ["dist/pane", ["taskpane", "commands", "workbook/office", "workbook/parcel", "workbook/xlsx"]],
  ["dist/page", ["page", "taskpane/check", "taskpane/fill", "workbook/parcel", "workbook/xlsx"]],
] as const;

beforeAll(built, 600_000);

describe.each(BUILDS)("%s", (folder, rooms) => {
  const its = (): Notice[] => noticesIn(read(folder, NAME));

  test("tells of each package its version and the text of its licence", () => {
    for (const notice of its()) {
      const folders = foldersOf(notice);
      expect([notice.name, folders.length > 0]).toEqual([notice.name, true]);
      const own = readdirSync(join(root, folders[0]!)).filter((name) => /^licen[cs]e/i.test(name));
      const text = own.length > 0 ? read(folders[0]!, own[0]!) : read(".scripts", "licences", `${notice.name.replace("/", "+")}.txt`);
      expect(notice.text).toContain(plain(text));
    }
  });

  test("names every package that its sources import, and webpack, whose runtime it begins with", () => {
    const names = its().map(({ name }) => name);
    // A list of other packages: it has no code of its own.
    const needed = [...imported(rooms), "webpack"].filter((name) => name !== "@fluentui/react-components");
    expect(needed.length).toBeGreaterThan(2);
    expect(needed.filter((name) => !names.includes(name))).toEqual([]);
  });

  test("names what was built into a package before it was published, as that package's source map tells", () => {
    const all = its();
    for (const notice of all) {
      const package_ = foldersOf(notice)[0]!;
      const { main, module = main } = JSON.parse(read(package_, "package.json")) as { main?: string; module?: string };
      const map = module && join(package_, `${module}.map`);
      if (!map || notice.name === "webpack" || !existsSync(join(root, map))) continue;
      const { sources } = JSON.parse(read(map)) as { sources: readonly string[] };
      const inside = sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
      expect([notice.name, inside.filter((name) => !all.some((one) => one.name === name))]).toEqual([notice.name, []]);
    }
  });
});

describe("a build of its own", () => {
  const place = mkdtempSync(join(tmpdir(), "notices-"));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  };
  const pack = (name: string, code: string, files: Readonly<Record<string, string>>): void => {
    put(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: "1.2.3", license: "MIT", main: "index.js", sideEffects: false }),
    );
    put(`node_modules/${name}/index.js`, code);
    for (const [file, text] of Object.entries(files)) put(`node_modules/${name}/${file}`, text);
  };
  const build = (entry: string): Promise<Stats> => {
    put("index.js", entry);
    const compiler = webpack({
      mode: "production",
      context: place,
      entry: "./index.js",
      output: { path: join(place, "out") },
      plugins: [new NoticesPlugin()],
    });
    return new Promise((resolve, reject) =>
      compiler.run((error, stats) => compiler.close(() => (error ? reject(error) : resolve(stats!)))),
    );
  };
  pack("used", 'import { inner } from "@scope/inner"; export const used = () => inner();', { LICENSE: "Licence of used" });
  pack("@scope/inner", "export const inner = () => document.title;", { "LICENCE.md": "Licence of inner", NOTICE: "Notice of inner" });
  pack("idle", "export const idle = () => 1;", { COPYING: "Licence of idle" });
  pack("bare", "export const bare = () => document.title;", {});

  test("has the notices of just what is in it, however deep", async () => {
    const stats = await build('import { used } from "used"; import { idle } from "idle"; document.title = used();');
    expect(stats.hasErrors()).toBe(false);
    const notices = noticesIn(readFileSync(join(place, "out", NAME), "utf8"));
    expect(notices.filter(({ name }) => name !== "webpack")).toEqual([
      { name: "@scope/inner", version: "1.2.3", text: "Licence of inner Notice of inner" },
      { name: "used", version: "1.2.3", text: "Licence of used" },
    ]);
  }, 60_000);

  test("fails where a package has no licence text", async () => {
    const stats = await build('import { bare } from "bare"; document.title = bare();');
    expect(stats.toString("errors-only")).toContain("bare 1.2.3 has no licence text");
  }, 60_000);
});
