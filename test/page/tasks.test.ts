import { longestIn } from "./tasks";

const main = { name: "thread_name", ph: "M", pid: 1, tid: 2, args: { name: "CrRendererMain" } };
const task = (dur?: number, tdur?: number, tid = 2) => ({
  name: "ThreadControllerImpl::RunTask",
  ph: "X",
  pid: 1,
  tid,
  dur,
  tdur,
  args: {},
});
const short = Array.from({ length: 60 }, () => task(3, 2));

test("a task counts by its own time, by the clock where the browser leaves that out, and by nothing where it tells neither", () => {
  expect(longestIn([main, ...short, task(9_000, 4_000), task(1)])).toBe(4);
  expect(longestIn([main, ...short, task(5_000)])).toBe(5);
  expect(longestIn([main, ...short, task(9_000, 9_000, 3)])).toBe(0.002);
  expect(longestIn([main, ...short, task()])).toBe(Infinity);
  expect(() => longestIn([main, task(5, 5)])).toThrow("1 tasks only");
});
