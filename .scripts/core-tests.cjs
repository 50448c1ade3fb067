const { existsSync, readFileSync, statSync } = require("node:fs");
const { dirname, join, sep } = require("node:path");

const TESTS = join(__dirname, "..", "test");
/** The in-memory Excel, with Microsoft's client over it. */
const HOST = join(TESTS, "host") + sep;
/** What starts another program: a browser, LibreOffice, Python, or the built command line. */
const STARTS = /\bfrom "(node:child_process|playwright-core)"/;

/** The file of the tests that an import means; undefined where it leads elsewhere. */
function fileOf(from, name) {
  const path = join(dirname(from), name);
  if (!path.startsWith(TESTS)) return undefined;
  return [path, `${path}.ts`, `${path}.tsx`, join(path, "index.ts")].find((one) => existsSync(one) && statSync(one).isFile());
}

/** A test file and all files of the tests that it imports, whichever way. */
function reached(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of readFileSync(file, "utf8").matchAll(/"(\.{1,2}\/[^"\n]+)"/g)) {
    const next = fileOf(file, name);
    if (next) reached(next, found);
  }
  return found;
}

/** Whether a test needs nothing but Node: no other program, and no Excel to drive. */
function isCore(file) {
  return [...reached(file)].every((one) => !one.startsWith(HOST) && !STARTS.test(readFileSync(one, "utf8")));
}

/** A filter of jest: `npm run test:core`, the tests for whoever changes a rule, a form, a sentence or the file layer. */
module.exports = async (paths) => ({ filtered: paths.filter(isCore) });
