const { createHash } = require("node:crypto");
const { join } = require("node:path");
const { WebpackError } = require("webpack");
const { SRC, withSources } = require("./sources.cjs");

/** What is wrong with a definition, each mistake in a sentence; absent, with the one that the program is built with. */
function formFaults(json) {
  return withSources(() => {
    const { parseDefinition, pathText } = require(join(SRC, "definition"));
    const { sayMistake } = require(join(SRC, "locales", "mistakes"));
    const parsed = parseDefinition(json ?? definitionOf(require(join(SRC, "forms")).catalogue));
    if (parsed.ok) return json ? [] : codeFaults(require(join(SRC, "forms")).catalogue);
    return parsed.error.map((mistake) => {
      const { message, cure } = sayMistake(mistake, "zh-CN");
      return `${pathText(mistake.path)}：${message}${cure}`;
    });
  });
}

const definitionOf = ({ form, roster, ruleset }) => ({ form, roster, ruleset });

/** That the code of what is built in is not the one of its data. */
function codeFaults(catalogue) {
  const { definitionText, shortCode } = require(join(SRC, "domain"));
  const code = shortCode(createHash("sha256").update(definitionText(catalogue)).digest());
  return code === catalogue.code ? [] : [`annex2/code.ts：表式码应为 ${code}。`];
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
