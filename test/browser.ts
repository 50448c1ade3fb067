import type { Browser } from "playwright-core";

/** What `findBrowser` knows of a machine. */
export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string>>;
  readonly home: string;
  exists(path: string): boolean;
}

/** Loaded as it is: the scripts of this repository use the same browser. */
export const { findBrowser, launchBrowser, HOW_TO_GET } = jest.requireActual<{
  findBrowser(machine?: Machine): string | undefined;
  launchBrowser(): Promise<Browser>;
  readonly HOW_TO_GET: string;
}>("../.scripts/browser.cjs");

const found = findBrowser() !== undefined;
if (!found) process.stderr.write(`${HOW_TO_GET}\n`);

/** `test` where there is a browser; elsewhere the tests are skipped with a word, and under CI they fail. */
export const inBrowser = found || process.env["CI"] ? test : test.skip;
