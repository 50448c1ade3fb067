import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Until the colours are those that stay: after a change of theme they go over into each other. */
function still(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const drawn = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    await drawn();
    for (;;) {
      const going = document.getAnimations().filter((one) => one instanceof CSSTransition);
      if (going.length === 0) return;
      await Promise.allSettled(going.map(({ finished }) => finished));
      await drawn();
    }
  });
}

/** What axe-core objects to, as sentences. Put in by the browser itself, past the page's own policy. */
export async function objections(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  await still(page);
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await engine.run();
    // An experiment of axe-core; the pane's counts say "强制性 3 项" where "3 强制性" is to be seen.
    return violations
      .filter(({ id }) => id !== "label-content-name-mismatch")
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}
