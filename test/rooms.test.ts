import { readFileSync } from "node:fs";
import { dirname, join, posix, sep } from "node:path";
import ts from "typescript";
import { files, importsOf, src, type Import } from "./imports";

interface Doors {
  /** Rooms it may import. */
  readonly may: readonly string[];
  /** Rooms of which it may import types only. */
  readonly types?: readonly string[];
  /** Packages and Node modules it may import. */
  readonly packages?: RegExp;
}

/** Which room may open which door. Reading this table is reading the architecture. */
const rooms: Readonly<Record<string, Doors>> = {
  domain: { may: [] },
  relations: { may: ["domain"] },
  rules: { may: ["domain", "relations"] },
  forms: { may: ["domain"], types: ["rules"] },
  definition: { may: ["domain", "relations", "rules"], packages: /^valibot$/ },
  "definition/book": { may: ["definition", "domain", "relations", "rules", "sheets"] },
  locales: { may: ["domain"], types: ["definition", "definition/book", "relations", "rules", "workbook/port"] },
  sheets: { may: ["domain", "locales", "relations"], types: ["rules"] },
  "workbook/port": { may: ["domain"] },
  "workbook/xlsx": { may: ["domain", "workbook/port"], packages: /^fflate$/ },
  "workbook/parcel": { may: ["domain", "workbook/xlsx"], packages: /^postal-mime$/ },
  "workbook/parquet": { may: [], packages: /^hyparquet-writer$/ },
  "workbook/csv": { may: ["domain"], packages: /^papaparse$/ },
  "workbook/office": { may: ["domain", "workbook/port"], packages: /^@microsoft\/office-js-helpers$/ },
  workers: { may: [] },
  actions: { may: ["definition", "definition/book", "domain", "relations", "rules", "sheets", "locales", "workbook/port"] },
  cli: {
    may: [
      "actions",
      "domain",
      "locales",
      "workbook/csv",
      "workbook/port",
      "workbook/parcel",
      "workbook/parquet",
      "workbook/xlsx",
      "workers",
    ],
    packages: /^node:/,
  },
  ui: { may: ["actions", "domain", "locales"], types: ["workbook/port"], packages: /^(react|@fluentui\/.*)$/ },
  taskpane: {
    may: ["actions", "domain", "ui", "locales", "workbook/port", "workbook/office", "workbook/parcel", "workbook/xlsx", "workers"],
    packages: /^(react|react-dom\/client|@fluentui\/.*)$/,
  },
  page: {
    may: ["actions", "domain", "guide", "locales", "ui", "workbook/port", "workbook/parcel", "workbook/xlsx", "workers"],
    packages: /^(react|react-dom\/client|@fluentui\/.*)$/,
  },
  guide: { may: [] },
  commands: { may: ["actions", "domain", "locales", "workbook/port", "workbook/office", "workbook/xlsx"] },
  demo: { may: ["actions", "domain", "locales", "workbook/xlsx"], packages: /^node:/ },
};

/** The entries of the doors, where alone the forms that the program is built with are asked for: everything else is handed them. */
const entries = ["cli.ts", "commands/index.ts", "demo.ts", "page/index.tsx", "page/worker.ts", "taskpane/index.tsx", "taskpane/worker.ts"];

/** The Node sides of two rooms are the only files there that know Node; only the command line opens them. */
const nodeFiles = ["workers/node.ts", "workbook/xlsx/node-deflate.ts", "workbook/xlsx/node-inflate.ts"];

function roomOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  if (first === "definition" && second === "book") return "definition/book";
  return first === "workbook" ? `workbook/${second.replace(/\.tsx?$/, "")}` : first.replace(/\.tsx?$/, "");
}

/** What is wrong with an import, as a sentence; undefined where it keeps to the table. */
function trespass(file: string, { from, typeOnly }: Import): string | undefined {
  const room = roomOf(file);
  const doors = rooms[room];
  if (!doors) return `${file} is in no room of the table`;
  if (!from.startsWith(".")) {
    if (nodeFiles.includes(file) && from.startsWith("node:")) return undefined;
    return doors.packages?.test(from) ? undefined : `${file} imports the package ${from}, which ${room} may not`;
  }
  const target = posix.join(dirname(file).split(sep).join("/"), from);
  const other = roomOf(target);
  if (nodeFiles.includes(`${target}.ts`) && !["cli", "demo"].includes(room)) return `${file} brings Node into ${room}`;
  if (other === "forms" && entries.includes(file)) return undefined;
  if (other === room || doors.may.includes(other) || (typeOnly && doors.types?.includes(other))) return undefined;
  return doors.types?.includes(other)
    ? `${file} imports code of ${other}, but may only import its types`
    : `${file} opens a door from ${room} to ${other}`;
}

test("every import keeps to the doors of its room", () => {
  expect(files.length).toBeGreaterThan(40);
  expect(files.flatMap((file) => importsOf(file).flatMap((one) => trespass(file, one) ?? []))).toEqual([]);
});

test("an import through a wall is caught, in one sentence", () => {
  expect(trespass("domain/period.ts", { from: "../rules", typeOnly: true })).toBe("domain/period.ts opens a door from domain to rules");
  expect(trespass("sheets/template.ts", { from: "../rules", typeOnly: false })).toBe(
    "sheets/template.ts imports code of rules, but may only import its types",
  );
  expect(trespass("actions/check.ts", { from: "../workbook/xlsx", typeOnly: false })).toBe(
    "actions/check.ts opens a door from actions to workbook/xlsx",
  );
  expect(trespass("cli/check.ts", { from: "../forms", typeOnly: false })).toBe("cli/check.ts opens a door from cli to forms");
  expect(trespass("rules/judge.ts", { from: "node:fs", typeOnly: false })).toBe(
    "rules/judge.ts imports the package node:fs, which rules may not",
  );
});

/** Names of Microsoft's that only one room may say, as code: in a sentence for people they are words like any other. */
function saysOffice(text: string): boolean {
  const source = ts.createSourceFile("any.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  let found = source.typeReferenceDirectives.some(({ fileName }) => fileName === "office-js");
  const visit = (node: ts.Node): void => {
    if ((ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && /^(Office|Excel|OfficeExtension|OfficeRuntime)$/.test(node.text))
      found = true;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test("Excel and Office are said in workbook/office alone", () => {
  const say = files.filter((file) => saysOffice(readFileSync(join(src, file), "utf8")));
  expect(say.filter((file) => roomOf(file) !== "workbook/office")).toEqual([]);
  expect(say.length).toBeGreaterThan(5);
  expect(
    ["Office.onReady();", '"Office" in globalThis', "let a: Excel.Range;", '/// <reference types="office-js" />'].map(saysOffice),
  ).toEqual([true, true, true, true]);
  expect(saysOffice('const words = "打开 Excel 和 Office";')).toBe(false);
});

test("every room has a README of at most 20 lines", () => {
  for (const room of [
    "domain",
    "rules",
    "forms",
    "definition",
    "definition/book",
    "sheets",
    "locales",
    "workbook",
    "workbook/xlsx",
    "workbook/parcel",
    "workbook/parquet",
    "workbook/csv",
    "workbook/office",
    "workers",
    "actions",
    "ui",
    "taskpane",
    "page",
    "commands",
    "cli",
  ]) {
    // The rule book stands below a line of its own in the README of the rules.
    const [own = ""] = readFileSync(join(src, room, "README.md"), "utf8").split("\n---\n");
    expect([room, own.trim().split("\n").length <= 20]).toEqual([room, true]);
  }
});
