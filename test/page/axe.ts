import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core objects to, as sentences. Put in by the browser itself, past the page's own policy. */
export async function objections(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await engine.run();
    // An experiment of axe-core; the pane's counts say "强制性 3 项" where "3 强制性" is to be seen.
    return violations
      .filter(({ id }) => id !== "label-content-name-mismatch")
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}
