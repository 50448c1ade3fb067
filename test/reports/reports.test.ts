/* eslint-disable no-control-regex -- that none comes through is what is tested */
import { ok, type Refusal } from "../../src/domain";
import { check, type Checked } from "../../src/actions/check";
import { reporters, type FileReport, type ReportContext, type ReportFormat } from "../../src/actions/report";
import { uriOf } from "../../src/actions/report/sarif";
import { columnsOf, padded, plain } from "../../src/actions/report/plain";
import { STYLE } from "../../src/actions/report/html-style";
import { catalogue, ruleset } from "../../src/forms";
import { enUS, locales, zhCN } from "../../src/locales";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { filledForm } from "../cli/folder";
import type { Sheet } from "../fill";

const context: ReportContext = { tool: { name: "cluster-report", version: "1.0.0" }, from: "built-in", ...catalogue, locale: zhCN };

async function checkedForm(sheets: readonly Sheet[], cover: Readonly<Record<string, string>> = {}): Promise<Checked> {
  const result = await check(openXlsx(await filledForm(sheets, cover)), catalogue, { locale: zhCN });
  if (!result.ok) throw new Error(result.error.code);
  return ok(result.value).value;
}
const checked = (path: string, its: Checked): FileReport => ({ path, outcome: { kind: "checked", checked: its } });
const refused = (path: string, refusal: Refusal): FileReport => ({ path, outcome: { kind: "refused", refusal } });

function report(format: ReportFormat, files: readonly FileReport[], its: ReportContext = context): string {
  const reporter = reporters[format](its);
  return [reporter.begin(), ...files.map((file) => reporter.file(file)), ...reporter.end()].join("");
}

const EVIL = `<script>alert('1')</script>&"\u001b[31m\u202e`;
let files: FileReport[];
beforeAll(async () => {
  const mixed = await checkedForm([
    { values: { "20": 190, "18": "２１", "28": 1, "29": 900, "30": null }, explanations: { "29": "承接一项大型产线改造，合同额较高" } },
    { values: { "28": 1, "29": 900 }, texts: { partners: EVIL }, line: { programme: EVIL } },
    { values: { "29": null } },
  ]);
  files = [
    checked("a b/甲#1.xlsx", mixed),
    refused("broken.xlsx", { code: "damaged", detail: "" }),
    checked("clean.xlsx", await checkedForm([])),
  ];
});

describe("json", () => {
  test("has the fields of the contract, in its order, each only where it applies", () => {
    const parsed = JSON.parse(report("json", files)) as { tool: object; files: Record<string, object>[] };
    expect(Object.keys(parsed)).toEqual(["tool", "files"]);
    expect(JSON.stringify(parsed.tool)).toBe(
      `{"name":"cluster-report","version":"1.0.0","form":{"id":"annex2","version":1,"code":"${catalogue.code}"},"ruleset":{"id":"annex2","version":2}}`,
    );
    const [mixed, broken, clean] = parsed.files;
    expect(Object.keys(mixed!)).toEqual([
      "path",
      "status",
      "form",
      "roster",
      "school",
      "period",
      "programmes",
      "seal",
      "counts",
      "findings",
    ]);
    expect(Object.keys(mixed!["counts"]!)).toEqual(["fatal", "error", "query", "explained", "advisory", "notChecked", "reviewer"]);
    expect(mixed).toMatchObject({ form: { id: "annex2", version: 1, code: catalogue.code, from: "built-in" }, roster: { version: 1 } });
    expect(broken).toEqual({ path: "broken.xlsx", status: "refused", refusal: { code: "damaged", message: zhCN.refusal.damaged } });
    expect(clean).toMatchObject({ status: "clean", findings: [], seal: { state: "none" } });
    const order = [
      "rule",
      "ref",
      "severity",
      "state",
      "sheet",
      "cell",
      "related",
      "indicator",
      "programme",
      "found",
      "expected",
      "message",
      "cure",
      "fix",
      "explanation",
    ];
    for (const finding of mixed!["findings"] as object[]) {
      const keys = Object.keys(finding);
      expect(keys).toEqual(order.filter((key) => keys.includes(key)));
      for (const key of ["rule", "ref", "severity", "state", "sheet", "cell", "message", "cure"]) expect(keys).toContain(key);
    }
  });

  test("carries sum, fix and explanation as values, not as prose", () => {
    const [mixed] = (JSON.parse(report("json", files)) as { files: { findings: Record<string, unknown>[] }[] }).files;
    const of = (ref: string): Record<string, unknown> | undefined =>
      mixed!.findings.find((one) => one["ref"] === ref && one["sheet"] === "表1");
    expect(of("A06")).toMatchObject({
      cell: "F29",
      related: ["表1!F30", "表1!F31", "表1!F32"],
      indicator: "20",
      found: 190,
      expected: 186,
    });
    expect(of("F01")).toMatchObject({ cell: "F27", fix: { cell: "F27", value: 21 } });
    expect(of("B04")).toMatchObject({ state: "explained", explanation: { cell: "H38", text: "承接一项大型产线改造，合同额较高" } });
    expect(Object.keys(of("B04")!["explanation"] as object)).toEqual(["cell", "text"]);
    expect(mixed!.findings.find((one) => one["ref"] === "B04" && one["sheet"] === "表2")).toMatchObject({
      state: "open",
      explanation: { cell: "H38", text: "", fault: "missing" },
    });
  });

  test("no file gives an empty list that still parses", () => {
    expect(JSON.parse(report("json", []))).toMatchObject({ files: [] });
  });
});

describe("sarif", () => {
  interface Sarif {
    readonly $schema: string;
    readonly version: string;
    readonly runs: readonly {
      readonly tool: {
        readonly driver: {
          readonly name: string;
          readonly rules: readonly { readonly id: string; readonly help: { readonly text: string } }[];
        };
      };
      readonly results: readonly SarifResult[];
      readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications?: readonly object[] }[];
    }[];
  }
  interface SarifResult {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly kind: string;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly {
      readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
    }[];
    readonly suppressions?: readonly { readonly kind: string; readonly status: string; readonly justification: string }[];
  }

  test("has what SARIF 2.1.0 requires of every result and every rule", () => {
    const sarif = JSON.parse(report("sarif", files)) as Sarif;
    expect(sarif.version).toBe("2.1.0");
    const run = sarif.runs[0]!;
    const { rules } = run.tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(ruleset.settings.map(({ ref }) => ref));
    expect(rules.every(({ help }) => /\p{Script=Han}/u.test(help.text))).toBe(true);
    for (const { ruleId, ruleIndex, kind, level, message, locations } of run.results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
      expect(message.text).not.toBe("");
      expect(locations[0]?.physicalLocation.artifactLocation.uri).toBe("a%20b/%E7%94%B2%231.xlsx");
      expect(locations[0]?.logicalLocations[0]?.fullyQualifiedName).toMatch(/^(封面|表\d)![A-Z]+\d+$/);
      // Section 3.27.10: a result of another kind than `fail` has no level.
      expect(kind === "fail" ? ["error", "warning", "note"] : ["none"]).toContain(level);
    }
    expect(run.results.some(({ kind }) => kind === "open")).toBe(true);
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ descriptor: { id: "damaged" }, level: "error" }],
    });
  });

  test("an explained query is suppressed with its explanation, an open one is not", () => {
    const { results } = (JSON.parse(report("sarif", files)) as Sarif).runs[0]!;
    const prices = results.filter(({ ruleId }) => ruleId === "B04").map(({ suppressions }) => suppressions);
    expect(prices).toMatchObject([
      [{ kind: "inSource", status: "accepted", justification: "承接一项大型产线改造，合同额较高" }],
      undefined,
    ]);
  });

  test("no result at all is still a run", () => {
    expect((JSON.parse(report("sarif", [files[2]!])) as Sarif).runs[0]).toMatchObject({
      results: [],
      invocations: [{ executionSuccessful: true }],
    });
  });

  test.each([
    ["a.xlsx", "a.xlsx"],
    ["../表 1%.xlsx", "../%E8%A1%A8%201%25.xlsx"],
    ["a:b.xlsx", "a%3Ab.xlsx"],
    ["/x/y.xlsx", "file:///x/y.xlsx"],
    ["C:\\表\\y.xlsx", "file:///C:/%E8%A1%A8/y.xlsx"],
    ["\\\\host\\share\\y.xlsx", "file://host/share/y.xlsx"],
  ])("%s as a URI reference", (path, uri) => {
    expect(uriOf(path)).toBe(uri);
  });
});

describe("html", () => {
  test("nothing from a file becomes markup", () => {
    const html = report("html", [...files, refused("<img src=x onerror=alert(1)>", { code: "unreadable", detail: "<b>" })]);
    expect(html).not.toMatch(/<script|<img|：<b>。|[\u001b\u202e]/);
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toMatch(/<[^>]* (?:on\w+|src|style)=/);
  });

  test("needs nothing else, and may load nothing else", () => {
    const html = report("html", files);
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`);
    expect(html).not.toMatch(/https?:|url\(|@import/);
  });

  test.each(locales)("is a well-formed page in $tag with headings in order, and heads for rows and columns", (locale) => {
    const html = report("html", files, { ...context, locale });
    expect(html).toContain(`<html lang="${locale.tag}">`);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    const levels = [...html.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    expect(html.match(/<th(?! scope="(?:col|row)")[ >]/g)).toBeNull();
    for (const tag of [
      "section",
      "table",
      "tr",
      "td",
      "th",
      "p",
      "ul",
      "li",
      "ol",
      "dl",
      "dd",
      "dt",
      "span",
      "small",
      "b",
      "div",
      "main",
      "h2",
      "h3",
      "a",
    ])
      expect([tag, html.match(new RegExp(`<${tag}[ >]`, "g"))?.length ?? 0]).toEqual([
        tag,
        html.match(new RegExp(`</${tag}>`, "g"))?.length ?? 0,
      ]);
  });

  test("shows every finding", () => {
    const total = files.reduce((sum, { outcome }) => sum + (outcome.kind === "checked" ? outcome.checked.findings.length : 0), 0);
    expect(report("html", files).match(/<th scope="row">/g)).toHaveLength(total);
  });

  test("every colour of the text keeps a contrast of 4.5 on its ground, by day and by night", () => {
    const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const light = (hex: string): number => {
      const whole = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join("") : hex.slice(1);
      const [r, g, b] = [0, 2, 4].map((at) => channel(parseInt(whole.slice(at, at + 2), 16) / 255)) as [number, number, number];
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: string, b: string): number => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
    const themes = [...STYLE.matchAll(/:root\{[^}]*\}/g)].map(([block]) =>
      Object.fromEntries([...block.matchAll(/--([\w-]+):(#[0-9a-f]+)/g)].map(([, name, colour]) => [name!, colour!])),
    );
    expect(themes).toHaveLength(3);
    for (const theme of themes) {
      const pairs: [string, string][] = [
        ["ink", "paper"],
        ["ink", "band"],
        ["soft", "paper"],
        ["head", "paper"],
      ];
      for (const kind of ["bad", "ask", "note", "good", "quiet"]) pairs.push([kind, "paper"], [kind, `${kind}-ground`]);
      for (const [text, ground] of pairs)
        expect([text, ground, contrast(theme[text]!, theme[ground]!) >= 4.5]).toEqual([text, ground, true]);
    }
  });
});

describe("text", () => {
  test("says where, what, what was expected and the cure, by file and sheet, and ends with what to do", () => {
    const text = report("text", files);
    expect(text).toMatch(
      /a b\/甲#1\.xlsx {2}未通过[^]*表1 智能光电技术应用\n[^]*F29 +强制性审核 A06 +合计等于各分项之和\n[^]*应为：186、填报：190\n[^]*相关单元格：表1!F30[^]*办法：/,
    );
    expect(text).toMatch(/broken\.xlsx {2}未能读取\n/);
    expect(text).toMatch(/共 3 份：通过 1 份，已说明后通过 0 份，未通过 1 份，未能读取 1 份。\n\n下一步\n/);
  });

  test("lets nothing from a file steer the terminal", () => {
    expect(report("text", [...files, refused("a\u001b]0;x\u0007\n.xlsx", { code: "damaged", detail: "" })])).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
    );
  });

  test("colours repeat the words: without them the report is the same", () => {
    const coloured = report("text", files, { ...context, colour: true });
    expect(coloured).toContain("\u001b[31m");
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(report("text", files));
  });

  test("all passed is said plainly in both languages", () => {
    expect(report("text", [files[2]!])).toContain("\n  全部通过。\n");
    expect(report("text", [files[2]!, files[2]!])).toContain("共 2 份，全部通过。");
    expect(report("text", [files[2]!], { ...context, locale: enUS })).toContain("Everything passed.");
  });

  test("Chinese characters take two columns, marks on letters none", () => {
    expect([columnsOf("表1!F29"), columnsOf("审核（A）"), columnsOf("e\u0301"), padded("表", 4)]).toEqual([7, 9, 1, "表  "]);
    expect(plain("a\u0000\n\u202eb")).toBe("a �b");
  });
});
