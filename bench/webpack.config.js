const { resolve } = require("node:path");

/** The benches run the same sources as the product, as one file for Node. */
module.exports = {
  mode: "production",
  target: "node20",
  entry: { bench: resolve(__dirname, "run.ts"), "bench-consolidate": resolve(__dirname, "consolidate.ts") },
  // Beside the command line, which they run: no chunk of theirs may take the place of one of its own.
  output: { path: resolve(__dirname, "../dist"), filename: "[name].js", chunkFilename: "bench-[id].js" },
  resolve: { extensions: [".ts", ".js"] },
  module: { rules: [{ test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true } }] },
  performance: false,
  optimization: { minimize: false },
  stats: "errors-warnings",
};
