const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { Compilation, sources, WebpackError } = require("webpack");

/** Beside the files of a build, with the licences of all packages in them. */
const NAME = "third-party.LICENSE.txt";
const TEXTS = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;
/** Licences of packages that come without their text, from their repositories. */
const ELSEWHERE = join(__dirname, "licences");
/** Packages that were built into others before those were published; their own source maps tell. */
const WITHIN = { "@microsoft/office-js-helpers": ["lodash-es", "rxjs"] };
const RULE = "-".repeat(80);

/** The folder of the package that a file belongs to; undefined for files of our own. */
function packageOf(file) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

/** The folders of what a package brings within its own files. */
function within(folder) {
  const inside = Object.entries(WITHIN).find(([name]) => folder.endsWith(join("node_modules", name)))?.[1] ?? [];
  return inside.map((name) => packageOf(require.resolve(name, { paths: [folder] })));
}

/** The files of all modules that stand in a chunk. */
function filesIn(compilation) {
  const files = new Set();
  const add = (module) => (module.modules ? module.modules.forEach(add) : files.add(module.resource));
  for (const chunk of compilation.chunks) for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) add(module);
  return [...files].filter((file) => file !== undefined);
}

/** What a package asks to be passed on with it. @throws Error where it comes without, and nobody looked its licence up */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const own = readdirSync(folder).filter((file) => TEXTS.test(file));
  const elsewhere = join(ELSEWHERE, `${name.replace("/", "+")}.txt`);
  const files = own.length > 0 ? own.sort().map((file) => join(folder, file)) : existsSync(elsewhere) ? [elsewhere] : [];
  if (files.length === 0) throw new Error(`${name} ${version} has no licence text: put that of its repository into ${elsewhere}`);
  const text = files.map((file) => readFileSync(file, "utf8").replace(/\r\n/g, "\n").trim()).join("\n\n");
  return { package: `${name} ${version} (${license})`, text };
}

/** Packages with the same text share it. */
function written(notices) {
  const byText = new Map();
  for (const { package: one, text } of notices) byText.set(text, [...(byText.get(text) ?? []), one]);
  return [...byText]
    .map(([text, packages]) => `${[...packages].sort().join("\n")}\n\n${text}\n`)
    .sort()
    .join(`\n${RULE}\n\n`);
}

/** Puts the licences of the packages in a build beside it: theirs demand that they go along. */
class NoticesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("NoticesPlugin", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "NoticesPlugin", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        // The runtime that every build begins with is webpack's own.
        const own = dirname(require.resolve("webpack/package.json"));
        const bundled = filesIn(compilation).map(packageOf).filter(Boolean);
        const folders = new Set([own, ...bundled, ...[...new Set(bundled)].flatMap(within)]);
        try {
          compilation.emitAsset(NAME, new sources.RawSource(written([...folders].map(noticeOf))));
        } catch (error) {
          compilation.errors.push(new WebpackError(error.message));
        }
      });
    });
  }
}

module.exports = { NoticesPlugin, NAME };
