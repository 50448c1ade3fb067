import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time: what other programs take of a busy machine does not count. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** What a person waits for at most while the page works, in milliseconds. */
export const ANSWER = 100;

/**
 * Writes down every task of the threads that draw, while something is done.
 * @returns milliseconds of processor time of the longest one: a long task on an idle machine, and the same on a busy one
 */
export async function longestTask(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const drawing = new Set(
    traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map((event) => thread(event)),
  );
  const tasks = traceEvents.filter(
    (event) => event.ph === "X" && event.name === "ThreadControllerImpl::RunTask" && drawing.has(thread(event)),
  );
  // A browser that tells nothing must not count as a quick one.
  expect(tasks.length).toBeGreaterThan(50);
  expect(tasks.filter(({ tdur }) => tdur === undefined)).toEqual([]);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
