import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock. */
  readonly dur?: number;
  /** Microseconds of the thread's own time: what other programs take of a busy machine does not count. Left out of the shortest tasks. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** What a person waits for at most while the page works, in milliseconds of a usual office computer. */
export const ANSWER = 100;

/** Milliseconds that `fixedWork` takes a usual office computer, about. */
const USUAL = 12;

/** Work that is the same everywhere: texts, objects and numbers, as a page has them. Runs in the page. @returns milliseconds, the least of five */
function fixedWork(): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ name: `row ${(at * 7_919) % 20_011}`, sum: at % 97 }));
    rows.sort((a, b) => (a.name < b.name ? -1 : 1));
    return performance.now() - start;
  });
  return Math.min(...times);
}

/**
 * The longest task of the threads that draw, in a trace of Chromium.
 * @returns milliseconds of processor time, or by the clock, which is never less, where the browser does not tell it
 * @throws Error where the trace tells of hardly any task: a browser that tells nothing must not count as a quick one
 */
export function longestIn(traceEvents: readonly TraceEvent[]): number {
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const drawing = new Set(
    traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map((event) => thread(event)),
  );
  const times = traceEvents
    .filter((event) => event.ph === "X" && event.name === "ThreadControllerImpl::RunTask" && drawing.has(thread(event)))
    .map(({ tdur, dur = Infinity }) => tdur ?? dur);
  if (times.length <= 50) throw new Error(`The browser told of ${times.length} tasks only`);
  return Math.max(...times) / 1000;
}

/**
 * Writes down every task of the threads that draw, while something is done.
 * @returns milliseconds of the longest one on a usual computer: what this one needs, by how much slower it is at work that is the same
 *   everywhere. A machine that is slow, or shared by many, says nothing of the page.
 */
export async function longestTask(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  const before = await page.evaluate(fixedWork);
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString("utf8")) as { traceEvents: TraceEvent[] };
  const slower = Math.max(1, before / USUAL, (await page.evaluate(fixedWork)) / USUAL);
  return longestIn(trace.traceEvents) / slower;
}
