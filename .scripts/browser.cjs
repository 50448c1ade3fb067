const { existsSync } = require("node:fs");
const { chromium } = require("playwright-core");

/** Where people have Chrome, Edge or Chromium; the first that is there is taken. */
const PLACES = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Said where none is found. */
const HOW_TO_GET =
  "No Chrome, Edge or Chromium was found. Install one (on Debian: apt-get install chromium), or set CHROME_PATH to the program.";

/** The browser of this machine; undefined where there is none. */
function findBrowser() {
  return PLACES.find((place) => place && existsSync(place));
}

/** Starts it without a window and without calls home. */
async function launchBrowser() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(HOW_TO_GET);
  return chromium.launch({
    executablePath,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

module.exports = { findBrowser, launchBrowser, HOW_TO_GET };
