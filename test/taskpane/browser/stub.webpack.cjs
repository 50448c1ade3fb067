const { join } = require("node:path");

/** The in-memory Excel as a script for a real browser. Never shipped. */
module.exports = {
  mode: "development",
  devtool: false,
  target: ["web", "es2022"],
  entry: { stub: join(__dirname, "stub.ts") },
  output: { filename: "[name].js" },
  resolve: { extensions: [".ts", ".js"] },
  module: { rules: [{ test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } }] },
  optimization: { minimize: false },
};
