import { sampled } from "../long";
import { built, run } from "./built";
import { cases, isTemporary, wrongs, type Case } from "./fault-cases";
import { contents, type FaultyRun } from "./faulty";
import { filledForm, newFolder, put } from "./folder";
import { scenarios, type Scenario } from "./scenarios";

let all: Scenario[];
beforeAll(async () => {
  built();
  all = await scenarios();
}, 600_000);

type Contents = Readonly<Record<string, string>>;

const without = (of: Contents, left: (path: string) => boolean): Contents =>
  Object.fromEntries(Object.entries(of).filter(([path]) => !left(path)));
const same = (a: Contents, b: Contents): boolean => JSON.stringify(a) === JSON.stringify(b);

/** After a kill every file is as it was or as it should become, and the same command then does its work as if nothing had been. */
async function judgeKill({ scenario, fault }: Case, folder: string, { signal }: FaultyRun): Promise<string[]> {
  const { before, after, args, ran } = scenario;
  const killed = contents(folder);
  const half = Object.keys(without(killed, isTemporary)).filter((path) => ![before[path], after[path]].includes(killed[path]));
  const begun = Object.keys(killed).some((path) => before[path] === undefined && !isTemporary(path) && killed[path] !== "");
  const again = run(folder, begun && !args.includes("--force") ? [...args, "--force"] : args);
  const now = contents(folder);
  return [
    ...(signal === fault.signal ? [] : [`it ended by ${signal}`]),
    ...half.map((path) => `half written: ${path}`),
    ...Object.keys(before)
      .filter((path) => killed[path] === undefined)
      .map((path) => `gone: ${path}`),
    ...(again.status === ran.status && again.out === ran.out ? [] : [`run again: ${again.status} ${again.out} ${again.err}`]),
    ...(same(without(now, isTemporary), after) ? [] : ["run again, it wrote something else"]),
    ...Object.keys(now)
      .filter((path) => isTemporary(path) && killed[path] === undefined)
      .map((path) => `run again, it left ${path}`),
  ];
}

test("killed at whichever moment, it leaves no half file, and the same command run again does its work", async () => {
  expect(await wrongs(sampled(cases(all, [{ signal: "SIGKILL" }]), 13), judgeKill)).toEqual([]);
}, 14_400_000);

test("what a killed run left among the files that came is no arrival", async () => {
  const folder = newFolder();
  put(folder, "a.xlsx", await filledForm());
  put(folder, ".cluster-report-0b9c.tmp", await filledForm([], {}, [], 2, "仙桃职业学院"));
  const { status, out } = run(folder, ["consolidate", ".", "--period", "2026-S2", "--out", "s.xlsx"]);
  expect([status, out]).toEqual([0, expect.stringContaining("来件 1 份：采用 1，")]);
});

/** Who is second finds the name taken, keeps what the other wrote, and leaves nothing of its own. */
async function judgeTaken({ scenario: { before, after } }: Case, folder: string, { status, err }: FaultyRun): Promise<string[]> {
  const now = contents(folder);
  const others = Object.keys(now).filter((path) => before[path] === undefined && now[path] !== "");
  const folders = Object.keys(now).filter((path) => before[path] === undefined && now[path] === "");
  return [
    ...(status === 2 && /^文件已经存在，没有覆盖：[^\n]*\n$/.test(err) ? [] : [`status ${status}`]),
    ...(others.length === 1 && now[others[0]!] !== after[others[0]!] ? [] : [`it left ${others.join()}`]),
    ...folders.filter((path) => !others[0]?.startsWith(path)).map((path) => `it left ${path}`),
  ];
}

test("whichever name somebody else takes a moment before, the run says so and leaves nothing behind", async () => {
  const linking = cases(all, [{ taken: true }]).filter(({ call, scenario }) => call === "linkSync" && !scenario.args.includes("--force"));
  expect(await wrongs(sampled(linking, 6), judgeTaken)).toEqual([]);
}, 3_600_000);

async function judgeSignal({ scenario, fault }: Case, folder: string, { signal, status, err }: FaultyRun): Promise<string[]> {
  const now = contents(folder);
  return [
    ...(signal === fault.signal ? [] : [`it ended by ${signal ?? status}`]),
    ...(same(now, scenario.before) || same(now, scenario.after) ? [] : [`it left ${Object.keys(now).join()}`]),
    ...(err === "" ? [] : ["it said something"]),
  ];
}

test("told to end at whichever moment, it ends of that signal, and all is as before or done", async () => {
  const signals = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => ({ signal }));
  expect(await wrongs(sampled(cases(all, signals), 18), judgeSignal)).toEqual([]);
}, 14_400_000);
