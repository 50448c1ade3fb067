const { existsSync } = require("node:fs");
const { homedir } = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");

/** Said where none is found. */
const HOW_TO_GET = `No Chrome, Edge or Chromium was found. Install one, or set CHROME_PATH to the program.
  Debian, Ubuntu: apt-get install chromium    Windows: Edge comes with it    Mac: brew install --cask google-chrome`;

const ON_PATH = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];
const MAC = ["Google Chrome", "Microsoft Edge", "Chromium"];
const WINDOWS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
  "Chromium\\Application\\chrome.exe",
];

/** Where people have Chrome, Edge or Chromium, the likeliest first. */
function places({ platform, env, home }) {
  if (platform === "darwin")
    return ["/", home].flatMap((base) =>
      MAC.map((name) => path.posix.join(base, "Applications", `${name}.app`, "Contents", "MacOS", name)),
    );
  if (platform === "win32") {
    const bases = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter(Boolean);
    return WINDOWS.flatMap((name) => bases.map((base) => path.win32.join(base, name)));
  }
  const folders = [...(env.PATH ?? "").split(":").filter(Boolean), "/usr/bin", "/opt/google/chrome", "/snap/bin"];
  return ON_PATH.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

/** The browser of this machine; undefined where there is none. CHROME_PATH, where it is set, is the only place. */
function findBrowser(machine = { platform: process.platform, env: process.env, home: homedir(), exists: existsSync }) {
  const { CHROME_PATH } = machine.env;
  return (CHROME_PATH ? [CHROME_PATH] : places(machine)).find((place) => machine.exists(place));
}

/** Starts it without a window and without calls home. @throws Error that says how to get one */
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
    ],
  });
}

module.exports = { findBrowser, launchBrowser, HOW_TO_GET };
