import * as fs from "node:fs";
import { join } from "node:path";
import { makeZip } from "../xlsx/zip-maker";
import { bookOf } from "../definition/book/books";
import { farms } from "../second-form/farms";
import { EAST, filled } from "../second-form/filled";
import { run, type Ran } from "./built";
import { callsOf, contents, copyOf } from "./faulty";
import { filledForm, newFolder, put, SCHOOL } from "./folder";

/** A command as people run it, in a folder as they have it, and what it does where nothing goes wrong. */
export interface Scenario {
  readonly name: string;
  readonly folder: string;
  readonly args: readonly string[];
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly ran: Ran;
  /** Its calls to the file system, in their order. */
  readonly calls: readonly string[];
}

const PERIOD = ["--period", "2026-S2"];

async function scenario(name: string, folder: string, args: readonly string[]): Promise<Scenario> {
  const done = copyOf(folder);
  const ran = run(done, args);
  return { name, folder, args, ran, before: contents(folder), after: contents(done), calls: await callsOf(copyOf(folder), args) };
}

/** The same over files that are there already. */
async function forced({ name, folder, args, before, after }: Scenario): Promise<Scenario> {
  const full = copyOf(folder);
  for (const [path, print] of Object.entries(after)) {
    if (before[path] === print) continue;
    if (print === "") fs.mkdirSync(join(full, path));
    else put(full, path, `what ${path} was`);
  }
  return scenario(`${name} --force`, full, [...args, "--force"]);
}

async function inbox(): Promise<string> {
  const folder = newFolder();
  for (const name of ["in", "in/sub", "out"]) fs.mkdirSync(join(folder, name));
  put(folder, "in/a.xlsx", await filledForm([{ values: { "28": 1, "29": 900 } }]));
  put(folder, "in/b.xlsx", await filledForm([], {}, [], 2, "仙桃职业学院"));
  put(folder, "in/c.zip", makeZip([{ name: "c.xlsx", content: await filledForm([], {}, [], 2, "武汉职业技术学院") }]));
  put(folder, "in/sub/d.xlsx", await filledForm([], {}, [], 2, "襄阳职业技术学院"));
  return folder;
}

async function desk(): Promise<string> {
  const folder = newFolder();
  put(folder, "a.xlsx", await filledForm());
  put(folder, "b.xlsx", await filledForm([{ values: { "18": "２６" } }]));
  put(folder, "june.xlsx", await filledForm([], { date: { day: "2026-06-20" } }, [], 1));
  return folder;
}

/** What came of a form that the program does not know, and what it is defined by. */
function farmyard(): string {
  const folder = newFolder();
  for (const name of ["in", "out"]) fs.mkdirSync(join(folder, name));
  put(folder, "farms.xlsx", bookOf(farms));
  put(folder, "in/a.xlsx", filled({ values: [{ "1": 121 }] }));
  put(folder, "in/b.xlsx", filled({ school: EAST }));
  put(folder, "c.xlsx", filled());
  return folder;
}

/** The commands that read and write, some of them also over what was there. */
export async function scenarios(): Promise<Scenario[]> {
  const [forms, came, farm] = [await desk(), await inbox(), farmyard()];
  const consolidate = await scenario("consolidate", came, ["consolidate", "in", ...PERIOD, "--out", "out/s.xlsx", "--notices", "out/back"]);
  const seal = await scenario("seal", forms, ["seal", "a.xlsx", "--out", "sealed.xlsx", "--eml", "draft.eml"]);
  return [
    consolidate,
    await forced(consolidate),
    seal,
    await forced(seal),
    await scenario("check", forms, ["check", "a.xlsx", "b.xlsx", "--previous", "june.xlsx", "--format", "json", "--out", "r.json"]),
    await scenario("fix", forms, ["fix", "b.xlsx", "--out", "fixed.xlsx"]),
    await scenario("template", forms, ["template", "--school", SCHOOL, ...PERIOD, "--previous", "june.xlsx", "--out", "t.xlsx"]),
    await scenario("consolidate farms", farm, [
      "consolidate",
      "in",
      ...PERIOD,
      "--form",
      "farms.xlsx",
      "--out",
      "out/s.xlsx",
      "--notices",
      "out/back",
    ]),
    await scenario("seal a farm", farm, ["seal", "c.xlsx", "--out", "sealed.xlsx", "--eml", "draft.eml"]),
  ];
}
