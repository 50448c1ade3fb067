import * as fs from "node:fs";
import { join } from "node:path";
import { check, type Checked } from "./actions/check";
import { issue } from "./actions/issue";
import { reporters } from "./actions/report";
import { coverItem, defaultPeriod, periodDays, serialOfDay, type CellRef, type CellValue, type Change, type Result } from "./domain";
import { catalogue, sample } from "./forms";
import { localeFor } from "./locales";
import { writeXlsx } from "./workbook/xlsx";
import { nodeInflate } from "./workbook/xlsx/node-inflate";
import { openXlsx } from "./workbook/xlsx/workbook";

declare const CLUSTER_REPORT_VERSION: string;

/** `npm run demo`: the main job once through, on the made-up data that come with the form. Issues a form, fills in a copy with some mistakes, checks it. */

const FOLDER = "samples";
const PERIOD = defaultPeriod(new Date());
const { form } = catalogue;
const locale = localeFor("zh-CN", form);

type Entries = Readonly<Record<string, CellValue>>;

function must<T, E extends { readonly code: string }>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`Refused: ${result.error.code}`);
  return result.value;
}

/** What fills in a form as read, with the mistakes or without. */
function entries(
  { form: { submission } }: Checked,
  { values: wrong, cover: wrongCover }: { values?: Entries; cover?: Entries } = {},
): Change[] {
  const put = (at: CellRef | undefined, value: CellValue): Change[] => (at ? [{ kind: "value", ...at, value }] : []);
  const { cover, values, growing, texts } = sample;
  const reported = coverItem(form, "reported");
  const day = reported && { [reported.id]: serialOfDay(periodDays(PERIOD).last)! };
  return [
    ...Object.entries({ ...cover, ...day, ...wrongCover }).flatMap(([id, value]) => put(submission.cover[id]?.at, value)),
    ...submission.programmes.flatMap((programme, sheet) => [
      ...Object.entries({ ...values, ...wrong, [growing]: values[growing] + sheet }).flatMap(([code, value]) =>
        put(programme.values[code]?.at, value),
      ),
      ...Object.entries(texts).flatMap(([id, value]) => put(programme.texts[id]?.at, value)),
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
  const issued = issue(catalogue, sample.school, PERIOD, [], locale);
  const bytes = writeXlsx(issued.plan);
  const book = openXlsx(bytes, { inflate: nodeInflate });
  const blank = must(await check(book, catalogue, { locale }));
  const paths = [save(issued.fileName, bytes)];

  must(await book.write(entries(blank)));
  paths.push(save("示例-已填好.xlsx", book.bytes()));
  must(await book.write(entries(blank, sample.mistakes)));
  paths.push(save("示例-有错误.xlsx", book.bytes()));

  const report = { path: paths[2]!, outcome: { kind: "checked", checked: must(await check(book, catalogue, { locale })) } } as const;
  const context = { tool: { name: "cluster-report", version: CLUSTER_REPORT_VERSION }, from: "built-in", ...catalogue, locale } as const;
  const [text, html] = [reporters.text({ ...context, colour: process.stdout.isTTY && !process.env["NO_COLOR"] }), reporters.html(context)];
  process.stdout.write([text.begin(), text.file(report), ...text.end()].join(""));
  paths.push(save("示例-有错误.html", [html.begin(), html.file(report), ...html.end()].join("")));
  process.stdout.write(`\n${paths.map((path) => `  ${path}`).join("\n")}\n`);
}

void run();
