const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");
const ts = require("typescript");

const SRC = join(__dirname, "..", "src");
const OPTIONS = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };

/** Loads sources as they stand, before anything is built. @param load asks for them with `require` */
function withSources(load) {
  const before = Module._extensions[".ts"];
  Module._extensions[".ts"] = (module, file) =>
    module._compile(ts.transpileModule(readFileSync(file, "utf8"), { compilerOptions: OPTIONS, fileName: file }).outputText, file);
  try {
    return load();
  } finally {
    if (before) Module._extensions[".ts"] = before;
    else delete Module._extensions[".ts"];
  }
}

module.exports = { SRC, withSources };
