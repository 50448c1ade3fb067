const { join } = require("node:path");
const { WebpackError } = require("webpack");
const { SRC, withSources } = require("./sources.cjs");

/** What is wrong with a definition, each mistake in a sentence; absent, with the one that the program is built with. */
function formFaults(json) {
  return withSources(() => {
    const { parseCatalogue, pathText } = require(join(SRC, "definition"));
    const { sayMistake } = require(join(SRC, "locales", "mistakes"));
    const parsed = parseCatalogue(json ?? require(join(SRC, "forms")).catalogue);
    if (parsed.ok) return [];
    return parsed.error.map((mistake) => {
      const { message, cure } = sayMistake(mistake, "zh-CN");
      return `${pathText(mistake.path)}：${message}${cure}`;
    });
  });
}

/** Fails a build whose form, roster or ruleset does not hold together. */
class FormsPlugin {
  /** @param definition the one that is built in where absent */
  constructor(definition) {
    this.definition = definition;
  }

  apply(compiler) {
    let known;
    compiler.hooks.thisCompilation.tap("FormsPlugin", (compilation) => {
      // Looked at once, however many parts are compiled.
      known ??= formFaults(this.definition);
      for (const sentence of known) compilation.errors.push(new WebpackError(`src/forms ${sentence}`));
    });
  }
}

module.exports = { FormsPlugin, formFaults };
