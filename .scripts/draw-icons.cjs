/* Draws assets/*.png from assets/*.svg: `node .scripts/draw-icons.cjs`. Below 20 pixels a drawing of its own (`*-16.svg`) is used. */
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { launchBrowser } = require("./browser.cjs");

const assets = join(__dirname, "..", "assets");
const SIZES = [16, 32, 64, 80];

async function draw() {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  for (const name of ["product", "insert", "save", "files"])
    for (const size of SIZES) {
      const own = join(assets, `${name}-${size}.svg`);
      const svg = readFileSync(existsSync(own) ? own : join(assets, `${name}.svg`), "utf8");
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      writeFileSync(join(assets, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    }
  await browser.close();
}

void draw();
