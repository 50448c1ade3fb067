const { rmSync } = require("node:fs");
const { join } = require("node:path");
const { NormalModuleReplacementPlugin } = require("webpack");
const all = require("../../webpack.config.js");

const out = join(__dirname, "..", "..", "node_modules", ".cache", "second-form");
/** What looks at the built-in form, or leaves something outside of the folder of the build. */
const LEFT_OUT = ["FormsPlugin", "ExecutablePlugin", "NoticesPlugin"];

// Nothing of an earlier build stays: parts have the same names, whatever is in them.
rmSync(out, { recursive: true, force: true });

/** The doors by their own entries, with another form where those ask for the one that is built in. */
module.exports = all.map(({ plugins, ...config }) => ({
  ...config,
  // Nobody downloads it: minified it takes several times as long.
  mode: "development",
  output: { ...config.output, path: join(out, config.name) },
  cache: { type: "filesystem", name: `second-form-${config.name}`, buildDependencies: { config: [__filename] } },
  plugins: [
    ...plugins.filter((plugin) => !LEFT_OUT.includes(plugin.constructor.name)),
    new NormalModuleReplacementPlugin(/^\.{1,2}\/forms$/, join(__dirname, "forms.ts")),
  ],
}));
