const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { Compilation, DefinePlugin, sources } = require("webpack");
const { officeJs } = require("../../../.scripts/pane.webpack.cjs");

const root = join(__dirname, "..", "..", "..");

/** The manifest, and the icons that it names. */
class ManifestPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ManifestPlugin", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "ManifestPlugin", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const file = (path) => new sources.RawSource(readFileSync(path));
        compilation.emitAsset("manifest.xml", file(join(__dirname, "manifest.xml")));
        for (const name of readdirSync(join(root, "assets")).filter((one) => one.endsWith(".png")))
          compilation.emitAsset(`assets/${name}`, file(join(root, "assets", name)));
      });
    });
  }
}

/** The recording kit: a page for this machine only. It goes into the cache, never into dist, and no build that ships knows of it. */
module.exports = {
  name: "recorder",
  mode: "development",
  devtool: false,
  target: ["web", "es2022"],
  entry: { recorder: join(__dirname, "page.ts") },
  output: { path: join(root, "node_modules", ".cache", "recorder"), filename: "[name].js", clean: true },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [{ test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false, target: "ES2022" } } }],
  },
  performance: { hints: false },
  plugins: [
    new DefinePlugin({ OFFICE_ADDRESSES: JSON.stringify(officeJs) }),
    new HtmlWebpackPlugin({ filename: "recorder.html", template: join(__dirname, "index.html"), scriptLoading: "defer" }),
    new ManifestPlugin(),
  ],
};
