import { join } from "node:path";
import { sampled } from "../long";
import { built } from "./built";
import { cases, isTemporary, isWhole, wrongs, type Case } from "./fault-cases";
import { contents, type FaultyRun } from "./faulty";
import { scenarios, type Scenario } from "./scenarios";

/** What a system says of a path, a disk or itself. */
const ERRORS = ["EACCES", "ENOSPC", "EIO", "ENAMETOOLONG", "ELOOP", "EMFILE"];
/** Calls that a full disk can refuse. */
const NEED_ROOM = ["open", "handle.writeFile", "handle.sync", "handle.close", "mkdirSync", "linkSync", "renameSync", "copyFileSync"];

let all: Scenario[];
beforeAll(async () => {
  built();
  all = await scenarios();
}, 600_000);

/** Files that came and were used, as the command says at its end. */
function counted(out: string): { readonly came: number; readonly used: number } | undefined {
  const [, came, used] = /来件 (\d+) 份：采用 (\d+)/.exec(out) ?? [];
  return came === undefined ? undefined : { came: Number(came), used: Number(used) };
}

/** One file is lost at most; or the folder that could not be seen, with what is in it. */
function lost({ scenario, call }: Case, out: string): boolean {
  const [due, is] = [counted(scenario.ran.out), counted(out)];
  if (!due || !is) return false;
  const ofFolder = ["statSync", "lstatSync", "readdirSync"].includes(call);
  return ofFolder ? is.came < 1 : is.came < due.came || is.used < due.used - 1;
}

async function judgeError(one: Case, folder: string, { status, signal, out, err }: FaultyRun): Promise<string[]> {
  const { before, args } = one.scenario;
  const now = contents(folder);
  const left = Object.keys(now).filter(isTemporary);
  // What the disk would not put back is told, and stands under the name that is told.
  const keptElsewhere = (path: string): boolean =>
    err.includes(path) && left.some((name) => err.includes(name) && now[name] === before[path]);
  const changed = Object.keys(now).filter((path) => now[path] !== before[path] && !isTemporary(path) && !keptElsewhere(path));
  const asked = args.filter((_, index) => ["--out", "--eml"].includes(args[index - 1] ?? ""));
  const unfit: string[] = [];
  for (const path of changed) if (!(await isWhole(join(folder, path)))) unfit.push(path);
  return [
    ...(signal === null && status !== null && status <= 2 ? [] : [`it ended by ${status ?? signal}`]),
    ...(/\n\s+at |程序出错|Error:/.test(err) ? ["its words are an engineer's"] : []),
    ...left.filter((path) => !err.includes(path)).map((path) => `left behind unsaid: ${path}`),
    ...Object.keys(before)
      .filter((path) => now[path] === undefined)
      .map((path) => `gone: ${path}`),
    ...unfit.map((path) => `not whole: ${path}`),
    ...(changed.length === 0
      ? status === 2 && err !== ""
        ? []
        : [`nothing was written, yet status ${status}`]
      : asked.filter((path) => !changed.includes(path)).map((path) => `not written, though others were: ${path}`)),
    ...(lost(one, out) ? [`others were lost, too: ${out}`] : []),
  ];
}

test("whichever call to the file system fails: a sentence, the other files count, nothing is half-written, what was there is there", async () => {
  const tried = sampled(
    cases(
      all,
      ERRORS.map((error) => ({ error })),
    ),
    30,
  );
  expect(await wrongs(tried, judgeError)).toEqual([]);
}, 14_400_000);

test("nor does a disk that stays full leave anything half-written", async () => {
  const full = cases(all, [{ error: "ENOSPC", lasting: true }]).filter(({ call }) => NEED_ROOM.includes(call));
  expect(await wrongs(sampled(full, 6), judgeError)).toEqual([]);
}, 3_600_000);
