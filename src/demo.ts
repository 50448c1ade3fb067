import * as fs from "node:fs";
import { join } from "node:path";
import { check, type Checked } from "./actions/check";
import { issue } from "./actions/issue";
import { reporters } from "./actions/report";
import { defaultPeriod, periodDays, serialOfDay, type CellRef, type CellValue, type Change, type Result } from "./domain";
import { catalogue } from "./forms";
import { localeFor } from "./locales";
import { writeXlsx } from "./workbook/xlsx";
import { nodeInflate } from "./workbook/xlsx/node-inflate";
import { openXlsx } from "./workbook/xlsx/workbook";

declare const CLUSTER_REPORT_VERSION: string;

/** `npm start`: the main job once through, on made-up data. Issues a form, fills in a copy with some mistakes, checks it. */

const FOLDER = "samples";
const SCHOOL = "武汉职业技术学院";
const PERIOD = defaultPeriod(new Date());
const { form } = catalogue;
const locale = localeFor("zh-CN", form);

/** Made-up figures that agree with each other, by indicator code. */
const FIGURES: Readonly<Record<string, number>> = Object.fromEntries(
  [12, 4, 7, 5, 3, 2, 6, 18, 9, 3, 2, 1, 1, 2, 1, 1, 2, 26, 31.5, 356, 120, 143, 93, 48, 65, 210, 174, 13, 286.4, 1240, 17, 4].map(
    (value, index) => [form.indicators[index]!.code, value],
  ),
);
const COVER: Readonly<Record<string, CellValue>> = {
  head: "李四",
  filler: "张三",
  phone: "027-00000000",
  email: "zhangsan@example.edu.cn",
  date: serialOfDay(periodDays(PERIOD).last)!,
};
const TEXTS: Readonly<Record<string, CellValue>> = {
  leader: "湖北省经济和信息化厅",
  partners: "示例光电有限公司、示例激光股份有限公司、示例半导体有限公司",
  practice: "与三家重点企业共建产业学院，按岗位标准重构课程，学生在真实产线上完成实习。",
};
/** The mistakes: a total that is not its sum, a full-width number, a blank, an amount in 元, a telephone number without its area code. */
const MISTAKES: Readonly<Record<string, CellValue>> = { "20": 365, "18": "２６", "26": null, "29": "2000万" };
const BAD_PHONE = "0000000";

function must<T, E extends { readonly code: string }>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`Refused: ${result.error.code}`);
  return result.value;
}

/** Values for every input cell of a form as read. */
function entries({ form: { submission } }: Checked, figures: Readonly<Record<string, CellValue>>, phone: CellValue): Change[] {
  const put = (at: CellRef | undefined, value: CellValue): Change[] => (at ? [{ kind: "value", ...at, value }] : []);
  return [
    ...Object.entries({ ...COVER, phone }).flatMap(([id, value]) => put(submission.cover[id]?.at, value)),
    ...submission.programmes.flatMap(({ values, texts }, sheet) => [
      // No two programmes have the same figures throughout.
      ...Object.entries({ ...figures, "31": FIGURES["31"]! + sheet }).flatMap(([code, value]) => put(values[code]?.at, value)),
      ...Object.entries(TEXTS).flatMap(([id, value]) => put(texts[id]?.at, value)),
    ]),
  ];
}

function save(name: string, data: string | Uint8Array): string {
  const path = join(FOLDER, name);
  fs.writeFileSync(path, data);
  return path;
}

async function run(): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true });
  const issued = issue(catalogue, SCHOOL, PERIOD, [], locale);
  const bytes = writeXlsx(issued.plan);
  const book = openXlsx(bytes, { inflate: nodeInflate });
  const blank = must(await check(book, catalogue, { locale }));
  const paths = [save(issued.fileName, bytes)];

  must(await book.write(entries(blank, FIGURES, COVER["phone"]!)));
  paths.push(save("示例-已填好.xlsx", book.bytes()));
  must(await book.write(entries(blank, { ...FIGURES, ...MISTAKES }, BAD_PHONE)));
  paths.push(save("示例-有错误.xlsx", book.bytes()));

  const report = { path: paths[2]!, outcome: { kind: "checked", checked: must(await check(book, catalogue, { locale })) } } as const;
  const context = { tool: { name: "cluster-report", version: CLUSTER_REPORT_VERSION }, from: "built-in", ...catalogue, locale } as const;
  const [text, html] = [reporters.text({ ...context, colour: process.stdout.isTTY && !process.env["NO_COLOR"] }), reporters.html(context)];
  process.stdout.write([text.begin(), text.file(report), ...text.end()].join(""));
  paths.push(save("示例-有错误.html", [html.begin(), html.file(report), ...html.end()].join("")));
  process.stdout.write(`\n${paths.map((path) => `  ${path}`).join("\n")}\n`);
}

void run();
