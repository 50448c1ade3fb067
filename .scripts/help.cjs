const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { SRC, withSources } = require("./sources.cjs");
const { escapeXml } = require("./xml.cjs");

const GUIDE = join(SRC, "guide");

/** The pages by their language, as the manifest names them. */
const HELP_PAGES = {
  "zh-CN": { name: "help.html", page: "网页版" },
  "en-US": { name: "help-en.html", page: "The browser page" },
};
const LANGUAGES = { "zh-CN": "中文", "en-US": "English" };

/** The guide of the built-in form, read as the page reads it. */
function guideBlocks(language) {
  const markdown = readFileSync(join(GUIDE, `${language}.md`), "utf8");
  return withSources(() => {
    const { form } = require(join(SRC, "forms")).catalogue;
    const { inWordsOf, localeFor } = require(join(SRC, "locales"));
    return require(join(SRC, "page/help/markdown")).blocksOf(inWordsOf(form, markdown, localeFor(language, form)));
  });
}

const TAGS = { strong: "strong", code: "code" };
const inlineHtml = ({ kind, text }) => (TAGS[kind] ? `<${TAGS[kind]}>${escapeXml(text)}</${TAGS[kind]}>` : escapeXml(text));
const inlinesHtml = (inlines) => inlines.map(inlineHtml).join("");

function blockHtml(block) {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${inlinesHtml(block.text)}</h${block.level}>`;
    case "list": {
      const items = block.items.map((item) => `<li>${inlinesHtml(item)}</li>`).join("");
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    }
    case "image":
      return `<figure><img src="${escapeXml(block.source)}" alt="${escapeXml(block.text)}"></figure>`;
    case "paragraph":
      return `<p>${inlinesHtml(block.text)}</p>`;
  }
}

const STYLE = `
body { margin: 0 auto; max-width: 46em; padding: 16px; font: 16px/1.7 "Segoe UI", "Microsoft YaHei UI", "PingFang SC", sans-serif; }
img { max-width: 100%; height: auto; border: 1px solid #8a8a8a; }
figure { margin: 16px 0; }`;

/**
 * The guide of the browser page as a page without script, which any engine shows that Office opens.
 * @param language `zh-CN` or `en-US`
 * @param pageUrl address of the browser page, or ""
 */
function helpPage(language, pageUrl) {
  const blocks = guideBlocks(language);
  const title = escapeXml(blocks[0].text.map(({ text }) => text).join(""));
  const links = Object.entries(HELP_PAGES)
    .filter(([other]) => other !== language)
    .map(([other, { name }]) => `<a href="${name}" lang="${other}">${LANGUAGES[other]}</a>`);
  if (pageUrl) links.push(`<a href="${escapeXml(pageUrl)}">${HELP_PAGES[language].page}</a>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}
</style>
</head>
<body>
<nav>${links.join(" · ")}</nav>
<main>
${blocks.map(blockHtml).join("\n")}
</main>
</body>
</html>
`;
}

/** All files of the help by their names: the pages, and the pictures of the guide. */
function helpFiles(pageUrl) {
  const pages = Object.entries(HELP_PAGES).map(([language, { name }]) => [name, Buffer.from(helpPage(language, pageUrl))]);
  const pictures = readdirSync(join(GUIDE, "pictures")).filter((name) => name.endsWith(".png"));
  return new Map([...pages, ...pictures.map((name) => [`guide/${name}`, readFileSync(join(GUIDE, "pictures", name))])]);
}

module.exports = { helpFiles };
