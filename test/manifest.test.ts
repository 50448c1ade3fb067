/**
 * @jest-environment jsdom
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ADD_IN_ID } from "../src/actions/remembered";
import { form } from "../src/forms";

const root = join(__dirname, "..");
const xml = readFileSync(join(root, "manifest.xml"), "utf8");
const page = new DOMParser().parseFromString(xml, "text/xml");
// What the build makes of it.
const { manifestFor } = jest.requireActual<{
  manifestFor(manifest: string, settings: { readonly baseUrl: string; readonly addinId: string; readonly pageUrl: string }): string;
}>("../.scripts/manifest.cjs");
const { helpFiles } = jest.requireActual<{ helpFiles(pageUrl: string): ReadonlyMap<string, Buffer> }>("../.scripts/help.cjs");
const SETTINGS = { baseUrl: "https://stat.example.edu.cn/pane", addinId: "11111111-2222-3333-4444-555555555555", pageUrl: "" };

const all = (name: string, within: Document | Element = page): Element[] =>
  [...within.getElementsByTagName("*")].filter((element) => element.localName === name);
const children = (element: Element): Element[] => [...element.children];
const names = (element: Element): string[] => children(element).map(({ localName }) => localName);
const value = (element: Element | undefined, name = "DefaultValue"): string => element?.getAttribute(name) ?? "";

/** Children in the order of the schemas (office-js-docs: manifest reference, task pane 1.0); other orders are refused without a word of why. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Group", "Label"],
  Group: ["Label", "Icon", "Control", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

test("it is well-formed, and every element stands in the order of the schema", () => {
  expect(all("parsererror")).toEqual([]);
  for (const [name, order] of Object.entries(ORDER)) {
    const found = all(name);
    expect([name, found.length > 0]).toEqual([name, true]);
    for (const element of found) {
      let at = 0;
      for (const child of names(element)) {
        const next = order.indexOf(child, at);
        expect([name, child, next >= at]).toEqual([name, child, true]);
        at = next + (order.indexOf(child, next + 1) === next + 1 ? 1 : 0);
      }
    }
  }
});

test("it is a task pane for workbooks that needs ExcelApi 1.13, and speaks Chinese first", () => {
  const app = page.documentElement;
  expect(app.getAttribute("xsi:type")).toBe("TaskPaneApp");
  expect(all("VersionOverrides")[0]?.getAttribute("xsi:type")).toBe("VersionOverridesV1_0");
  expect(all("Hosts")[0]?.firstElementChild?.getAttribute("Name")).toBe("Workbook");
  expect(all("Set").map((set) => [set.getAttribute("Name"), set.getAttribute("MinVersion")])).toEqual([["ExcelApi", "1.13"]]);
  expect(all("DefaultLocale")[0]?.textContent).toBe("zh-CN");
  expect(all("Permissions")[0]?.textContent).toBe("ReadWriteDocument");
  // By it what the add-in keeps in a file is known.
  expect(all("Id")[0]?.textContent).toBe(ADD_IN_ID);
});

test("every text has its English, and keeps to its length", () => {
  for (const element of [
    ...all("DisplayName"),
    ...all("Description").filter((one) => one.hasAttribute("DefaultValue")),
    ...all("String"),
  ]) {
    const [override] = children(element);
    expect([value(element), override?.getAttribute("Locale"), value(override, "Value") !== ""]).toEqual([value(element), "en-US", true]);
    const most = element.localName === "DisplayName" || element.parentElement?.localName === "ShortStrings" ? 125 : 250;
    expect(Math.max(value(element).length, value(override, "Value").length)).toBeLessThanOrEqual(most);
  }
});

test("every resource that is named is there, and every one that is there is named", () => {
  const used = new Set([...page.getElementsByTagName("*")].flatMap((element) => element.getAttribute("resid") ?? []));
  const there = [...all("Resources")[0]!.getElementsByTagName("*")].flatMap((element) => element.getAttribute("id") ?? []);
  expect([...used].sort()).toEqual([...there].sort());
  expect(new Set(there).size).toBe(there.length);
  expect(Math.max(...there.map((id) => id.length))).toBeLessThanOrEqual(32);
});

test("every address is https, and every icon is a picture of the size it is named for", () => {
  const addresses = [...page.getElementsByTagName("*")]
    .flatMap((element) => [value(element), value(element, "Value")])
    .filter((one) => one.includes("://"));
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((one) => !one.startsWith("https://"))).toEqual([]);
  const sized = all("Image")
    .filter((image) => image.hasAttribute("id"))
    .map((image) => [value(image), Number(image.getAttribute("id")!.split(".")[1])] as const);
  for (const [address, size] of [
    ...sized,
    [value(all("IconUrl")[0]), 32] as const,
    [value(all("HighResolutionIconUrl")[0]), 64] as const,
  ]) {
    const file = join(root, "assets", address.split("/").at(-1)!);
    expect([file, existsSync(file)]).toEqual([file, true]);
    const png = readFileSync(file);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([file, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([file, size, size]);
  }
  for (const icon of all("Icon")) expect(children(icon).map((image) => image.getAttribute("size"))).toEqual(["16", "32", "80"]);
});

// With a shared runtime that lives on, a pane opened by its id stays blank (test/host: pane-by-id-is-blank).
test("the ribbon calls exactly the functions that are registered, and no action has an id of a pane", () => {
  const called = all("FunctionName").map(({ textContent }) => textContent);
  const registered = /const NAMES[^=]*= \[([^\]]*)\]/.exec(readFileSync(join(root, "src/commands/index.ts"), "utf8"))?.[1] ?? "";
  const exported =
    /export const ribbonFunctions = \{([^}]*)\}/.exec(readFileSync(join(root, "src/commands/functions.ts"), "utf8"))?.[1] ?? "";
  expect([...registered.matchAll(/"(\w+)"/g)].map(([, name]) => name).sort()).toEqual([...called].sort());
  expect(
    exported
      .split(",")
      .map((name) => name.trim())
      .sort(),
  ).toEqual([...called].sort());
  expect(all("TaskpaneId")).toEqual([]);
});

test("pane, functions and shared runtime are one page", () => {
  const [runtime, functions, source] = [
    all("Runtime")[0],
    all("FunctionFile")[0],
    all("Action").find((action) => action.getAttribute("xsi:type") === "ShowTaskpane"),
  ];
  expect([runtime, functions, source?.lastElementChild].map((element) => element?.getAttribute("resid"))).toEqual([
    "Pane.Url",
    "Pane.Url",
    "Pane.Url",
  ]);
});

test("a build puts in its own address and id, and nothing of this machine is left", () => {
  const built = manifestFor(xml, SETTINGS);
  expect(built).not.toContain("localhost");
  expect(built).toContain("<Id>11111111-2222-3333-4444-555555555555</Id>");
  expect(built).toContain('DefaultValue="https://stat.example.edu.cn/pane/taskpane.html"');
});

test("what XML would take for its own, and what stands for a match in a replacement, comes through as it is", () => {
  const built = manifestFor(xml, { ...SETTINGS, baseUrl: "https://stat.example.edu.cn/a&b'c$&/院 校/" });
  const there = new DOMParser().parseFromString(built, "text/xml");
  expect(all("parsererror", there)).toEqual([]);
  const base = "https://stat.example.edu.cn/a&b'c$&/%E9%99%A2%20%E6%A0%A1";
  expect(value(all("IconUrl", there)[0])).toBe(`${base}/assets/product-32.png`);
  expect(value(all("SourceLocation", there)[0])).toBe(`${base}/taskpane.html`);
});

test.each([
  ["BASE_URL", { baseUrl: "http://stat.example.edu.cn/pane" }],
  ["BASE_URL", { baseUrl: "stat.example.edu.cn/pane" }],
  ["BASE_URL", { baseUrl: "//stat.example.edu.cn/pane" }],
  ["BASE_URL", { baseUrl: "https://" }],
  ["BASE_URL", { baseUrl: "https://stat.example.edu.cn/?pane=1" }],
  ["BASE_URL", { baseUrl: "https://stat.example.edu.cn/#pane" }],
  ["ADDIN_ID", { addinId: "cluster-report" }],
  ["ADDIN_ID", { addinId: "{11111111-2222-3333-4444-555555555555}" }],
  ["ADDIN_ID", { addinId: "11111111-2222-3333-4444-55555555555g" }],
  ["ADDIN_ID", { addinId: "11111111-2222-3333-4444-555555555555</Id><Id>" }],
  ["PAGE_URL", { pageUrl: "javascript:alert(1)" }],
  ["PAGE_URL", { pageUrl: "stat.example.edu.cn" }],
])("a %s that Excel would not take is refused in a sentence: %j", (name, wrong) => {
  const sentence = new RegExp(`^${name} 必须是.*。 ${name} must be an? .*: .`);
  expect(() => manifestFor(xml, { ...SETTINGS, ...wrong })).toThrow(sentence);
});

test("the help that the manifest names is a page of its own beside the pane, whole and without script", () => {
  const base = "https://localhost:3443/";
  const files = helpFiles("https://stat.example.edu.cn/?a=1&b=2");
  const pane = value(all("SourceLocation")[0]);
  for (const element of [all("SupportUrl")[0]!, all("Url").find((one) => one.id === "LearnMore.Url")!]) {
    const [override] = children(element);
    expect(override?.getAttribute("Locale")).toBe("en-US");
    for (const [language, address] of [
      ["zh-CN", value(element)],
      ["en-US", value(override, "Value")],
    ] as const) {
      expect(address).not.toBe(pane);
      const help = new DOMParser().parseFromString(String(files.get(address.replace(base, ""))), "text/html");
      expect([help.documentElement.lang, help.querySelectorAll("script").length]).toEqual([language, 0]);
      expect(help.body.textContent).toContain(language === "zh-CN" ? form.title : form.translations!["en-US"]!.shortTitle);
      expect(help.body.textContent).not.toMatch(/[{}]|undefined/);
      const guide = readFileSync(join(root, "src/guide", `${language}.md`), "utf8");
      const headings = [...guide.matchAll(/^#+ (.*)$/gm)].map(([, text]) => text);
      expect([...help.querySelectorAll("h1, h2, h3")].map(({ textContent }) => textContent)).toEqual(headings);
      const links = [...help.querySelectorAll("a")].map((link) => link.getAttribute("href"));
      expect(links).toContain("https://stat.example.edu.cn/?a=1&b=2");
      const beside = [...help.querySelectorAll("img")].map((image) => image.getAttribute("src")!);
      expect(beside.length).toBeGreaterThan(2);
      for (const name of [...beside, links[0]!]) expect([name, files.has(name)]).toEqual([name, true]);
    }
  }
});
