import { findBrowser } from "./browser";

const found = (platform: string, env: Readonly<Record<string, string>>, ...there: readonly string[]): string | undefined =>
  findBrowser({ platform, env, home: "/Users/zhangsan", exists: (path) => there.includes(path) });

test.each([
  ["linux", { PATH: "/usr/local/bin:/usr/bin" }, "/usr/bin/chromium"],
  ["linux", { PATH: "/usr/bin" }, "/usr/bin/google-chrome-stable"],
  ["linux", { PATH: "/home/zhangsan/bin" }, "/home/zhangsan/bin/microsoft-edge"],
  ["linux", {}, "/snap/bin/chromium"],
  ["darwin", {}, "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  ["darwin", {}, "/Users/zhangsan/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
  ["win32", { ProgramFiles: "D:\\Programs" }, "D:\\Programs\\Google\\Chrome\\Application\\chrome.exe"],
  ["win32", { "ProgramFiles(x86)": "C:\\Program Files (x86)" }, "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"],
  ["win32", { LOCALAPPDATA: "C:\\Users\\z\\AppData\\Local" }, "C:\\Users\\z\\AppData\\Local\\Chromium\\Application\\chrome.exe"],
])("on %s with %j a person's own browser is found at %s", (platform, env, place) => {
  expect(found(platform, env, place)).toBe(place);
  expect(found(platform, env)).toBeUndefined();
});

test("CHROME_PATH is the only place where it is set", () => {
  const env = { PATH: "/usr/bin", CHROME_PATH: "/opt/own/chrome" };
  expect(found("linux", env, "/usr/bin/chromium", "/opt/own/chrome")).toBe("/opt/own/chrome");
  expect(found("linux", env, "/usr/bin/chromium")).toBeUndefined();
});
