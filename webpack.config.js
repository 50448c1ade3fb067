const { chmodSync, existsSync, rmSync, symlinkSync } = require("node:fs");
const { join } = require("node:path");
const { BannerPlugin, DefinePlugin } = require("webpack");
const { FormsPlugin } = require("./.scripts/forms-check.cjs");
const { NoticesPlugin } = require("./.scripts/notices.cjs");
const { pane } = require("./.scripts/pane.webpack.cjs");
const { page } = require("./.scripts/page.webpack.cjs");
const { version } = require("./package.json");

/**
 * npm makes a bin executable and links it when it installs a package, but not in a checkout. With the link `npx cluster-report`
 * runs at once; without it (Windows) npx first installs the checkout into its own cache.
 */
class ExecutablePlugin {
  constructor(file) {
    this.file = file;
  }
  apply(compiler) {
    compiler.hooks.afterEmit.tap("ExecutablePlugin", ({ outputOptions }) => {
      chmodSync(join(outputOptions.path, this.file), 0o755);
      const bins = join(__dirname, "node_modules", ".bin");
      if (process.platform === "win32" || !existsSync(bins)) return;
      rmSync(join(bins, "cluster-report"), { force: true });
      symlinkSync(join("..", "..", "dist", this.file), join(bins, "cluster-report"));
    });
  }
}

/** The command line and its demonstration: one file each, nothing beside Node. Pane and page will be further configurations. */
const cli = {
  name: "cli",
  target: "node20",
  entry: { cli: "./src/cli.ts", demo: "./src/demo.ts" },
  output: { path: join(__dirname, "dist"), filename: "[name].js" },
  resolve: { extensions: [".ts", ".js"] },
  module: { rules: [{ test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } }] },
  devtool: false,
  cache: { type: "filesystem", buildDependencies: { config: [join(__dirname, "webpack.config.js")] } },
  // The same sources give the same bytes.
  optimization: { moduleIds: "deterministic", chunkIds: "deterministic" },
  performance: { hints: false },
  plugins: [
    new DefinePlugin({ CLUSTER_REPORT_VERSION: JSON.stringify(version) }),
    new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: /^cli\.js$/ }),
    new ExecutablePlugin("cli.js"),
    new FormsPlugin(),
    new NoticesPlugin(),
  ],
};

module.exports = [cli, pane, page];
