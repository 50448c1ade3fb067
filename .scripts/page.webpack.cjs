const { createHash } = require("node:crypto");
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { DefinePlugin, Compilation, sources } = require("webpack");
const { version } = require("../package.json");
const { NoticesPlugin } = require("./notices.cjs");

const root = join(__dirname, "..");
const STYLE = join(root, "src/page/page.css");
const PICTURES = join(root, "src/guide/pictures");
const WORKER = "service-worker.js";

/** Puts the icon and the pictures of the guide beside the page. */
class BesidePlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("BesidePlugin", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "BesidePlugin", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const put = (name, file) => {
          compilation.fileDependencies.add(file);
          compilation.emitAsset(name, new sources.RawSource(readFileSync(file)));
        };
        put("icon.svg", join(root, "assets/product.svg"));
        if (existsSync(PICTURES))
          for (const name of readdirSync(PICTURES).filter((one) => one.endsWith(".png"))) put(`guide/${name}`, join(PICTURES, name));
      });
    });
  }
}

/** Tells the service worker which files there are; its version is the sum of all of them. */
class PrecachePlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("PrecachePlugin", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "PrecachePlugin", stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, (assets) => {
        const names = Object.keys(assets)
          .filter((name) => name !== WORKER && !name.endsWith(".map") && !name.endsWith(".LICENSE.txt"))
          .sort();
        const hash = createHash("sha256");
        for (const name of names) hash.update(name).update(assets[name].buffer());
        const precache = { version: hash.digest("hex").slice(0, 16), files: ["./", ...names.filter((name) => name !== "index.html")] };
        const { source } = assets[WORKER] ? { source: assets[WORKER].source().toString() } : { source: "" };
        compilation.updateAsset(WORKER, new sources.RawSource(`const PRECACHE = ${JSON.stringify(precache)};\n${source}`));
      });
    });
  }
}

/** The browser page: a folder for any static host. The worker that reads files is a file of its own, made from `new Worker(...)`. */
const page = {
  name: "page",
  target: ["web", "es2020"],
  entry: {
    page: join(root, "src/page/index.tsx"),
    "service-worker": { import: join(root, "src/page/service-worker.ts"), filename: WORKER },
  },
  output: {
    path: join(root, "dist/page"),
    filename: "[name].[contenthash:12].js",
    chunkFilename: "[name].[contenthash:12].js",
    publicPath: "",
    clean: true,
  },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: "ts-loader",
        options: { transpileOnly: true, compilerOptions: { noEmit: false, target: "ES2020" } },
        // Our own modules do nothing by being loaded: of an index only what is asked for comes along.
        sideEffects: false,
      },
      { test: /\.md$/, type: "asset/source" },
    ],
  },
  devtool: false,
  cache: { type: "filesystem", buildDependencies: { config: [__filename] } },
  optimization: {
    moduleIds: "deterministic",
    chunkIds: "deterministic",
    splitChunks: { chunks: (chunk) => chunk.name !== "service-worker", minSize: 10_000 },
  },
  performance: { hints: false },
  plugins: [
    new DefinePlugin({ CLUSTER_REPORT_VERSION: JSON.stringify(version) }),
    new HtmlWebpackPlugin({
      filename: "index.html",
      template: join(root, "src/page/index.html"),
      templateParameters: () => ({
        style: readFileSync(STYLE, "utf8")
          .replace(/\s*\n\s*/g, "\n")
          .trim(),
      }),
      chunks: ["page"],
      scriptLoading: "defer",
      inject: "head",
      cache: false,
    }),
    new NoticesPlugin(),
    new BesidePlugin(),
    new PrecachePlugin(),
  ],
};

module.exports = { page };
