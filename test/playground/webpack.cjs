const { join } = require("node:path");
const { readFileSync } = require("node:fs");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { DefinePlugin, IgnorePlugin } = require("webpack");

const root = join(__dirname, "..", "..");
const { version, devDependencies } = require("../../package.json");
const out = join(root, "node_modules", ".cache", "playground");

/** The playground: a page for this machine only. It goes into the cache, never into dist, and no build that ships knows of it. */
module.exports = {
  name: "playground",
  // Minified it takes eight times as long to build, and nobody downloads it.
  mode: "development",
  devtool: false,
  target: ["web", "es2022"],
  entry: {
    playground: join(__dirname, "index.ts"),
    "service-worker": join(__dirname, "page", "service-worker.ts"),
  },
  output: { path: out, filename: "[name].js", clean: true },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      { test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false, target: "ES2022" } } },
      { test: /\.css$/, type: "asset/source" },
    ],
  },
  cache: { type: "filesystem", name: "playground", buildDependencies: { config: [__filename] } },
  performance: { hints: false },
  plugins: [
    // Where to break words, for sixty languages: a form needs none of it.
    new IgnorePlugin({
      checkResource: (name, context) =>
        /engine-render[\\/]lib[\\/]es$/.test(context) && /^\.\/(?!en-(us|gb))[a-z]{2,3}(-[a-z0-9]+)*-[\w-]{8}\.js$/.test(name),
    }),
    new DefinePlugin({
      UNIVER_VERSION: JSON.stringify(devDependencies["@univerjs/core"]),
      CLUSTER_REPORT_VERSION: JSON.stringify(version),
    }),
    new HtmlWebpackPlugin({
      filename: "index.html",
      template: join(__dirname, "page", "index.html"),
      templateParameters: () => ({ style: readFileSync(join(__dirname, "page", "page.css"), "utf8") }),
      chunks: ["playground"],
      scriptLoading: "defer",
      inject: "head",
      minify: false,
    }),
  ],
};
