const { createHash } = require("node:crypto");
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { DefinePlugin, Compilation, WebpackError, sources } = require("webpack");
const { helpFiles } = require("./help.cjs");
const { manifestFor } = require("./manifest.cjs");
const { NoticesPlugin } = require("./notices.cjs");
const { escapeXml } = require("./xml.cjs");

const root = join(__dirname, "..");

/** What a place that hosts the add-in may set. Each has a default that works on this machine. */
const settings = {
  /** Where the folder dist/pane will be served from. */
  baseUrl: (process.env.BASE_URL || "https://localhost:3443").replace(/\/+$/, ""),
  /** One id per installation that is to stand beside others. */
  addinId: process.env.ADDIN_ID || "5c0d0a5e-7b61-4a7b-9d0c-3f2b8e6a1c47",
  /** Addresses of office.js, tried in order; the second is Microsoft's own for China. */
  officeJs: (
    process.env.OFFICE_JS ||
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js,https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js"
  )
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean),
  /** The browser page that does the same job on files. */
  pageUrl: process.env.PAGE_URL || "",
};

/** The hosts that scripts may come from beside our own. */
const officeHosts = [
  ...new Set(settings.officeJs.filter((address) => /^https:/.test(address)).map((address) => new URL(address).origin)),
].join(" ");

/** In the sentence for engines that cannot run the pane; nothing where the build names no page. */
const pageLink =
  settings.pageUrl && `<p><a href="${escapeXml(settings.pageUrl)}" target="_blank" rel="noreferrer">打开网页版 Open the web page</a></p>`;

/** Puts the manifest with this build's addresses, and the icons and the help it names, beside the pane. */
class ManifestPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ManifestPlugin", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "ManifestPlugin", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const file = join(root, "manifest.xml");
        compilation.fileDependencies.add(file);
        try {
          compilation.emitAsset("manifest.xml", new sources.RawSource(manifestFor(readFileSync(file, "utf8"), settings)));
        } catch (error) {
          compilation.errors.push(new WebpackError(error.message));
        }
        for (const [name, contents] of helpFiles(settings.pageUrl)) compilation.emitAsset(name, new sources.RawSource(contents));
        for (const name of readdirSync(join(root, "assets")).filter((one) => one.endsWith(".png")))
          compilation.emitAsset(`assets/${name}`, new sources.RawSource(readFileSync(join(root, "assets", name))));
      });
    });
  }
}

/** The task pane and the ribbon functions: one page, since Excel can run both in one. */
const pane = {
  name: "pane",
  target: ["web", "es2020"],
  entry: { taskpane: join(root, "src/taskpane/index.tsx"), commands: join(root, "src/commands/index.ts") },
  output: {
    path: join(root, "dist/pane"),
    filename: "[name].[contenthash:12].js",
    chunkFilename: "[name].[contenthash:12].js",
    publicPath: "",
    clean: true,
  },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      // Our own modules do nothing by being loaded: of an index only what is asked for comes along.
      {
        test: /\.tsx?$/,
        sideEffects: false,
        loader: "ts-loader",
        options: { transpileOnly: true, compilerOptions: { noEmit: false, target: "ES2020" } },
      },
    ],
  },
  devtool: false,
  cache: {
    type: "filesystem",
    buildDependencies: { config: [__filename] },
    // Two builds with different settings do not answer for each other.
    version: createHash("sha256").update(JSON.stringify(settings)).digest("hex"),
  },
  optimization: {
    moduleIds: "deterministic",
    chunkIds: "deterministic",
    runtimeChunk: "single",
    splitChunks: { chunks: "all", minSize: 10_000 },
  },
  performance: { hints: false },
  plugins: [
    new DefinePlugin({ OFFICE_ADDRESSES: JSON.stringify(settings.officeJs), PAGE_URL: JSON.stringify(settings.pageUrl) }),
    new HtmlWebpackPlugin({
      filename: "taskpane.html",
      template: join(root, "src/taskpane/taskpane.html"),
      templateParameters: { officeHosts, frameHosts: officeHosts || "'none'", pageLink },
      // An old engine does not even fetch a module: it cannot stumble over what it cannot parse.
      scriptLoading: "module",
      inject: "head",
    }),
    new NoticesPlugin(),
    new ManifestPlugin(),
  ],
};

module.exports = { pane, officeJs: settings.officeJs };
