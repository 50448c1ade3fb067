import { ok, refuse, type Result } from "../../domain";
import type { MadeSummary } from "../../actions/consolidate/make-summary";
import type { Summaries } from "../surroundings";
import type { Order, Word } from "./work";

/** A worker that says nothing for so long works on a file that no form can be. */
const SILENCE = 60_000;

/** Summaries out of a worker of their own. It ends with each of them, and all that it held goes with it. */
export function workerSummaries(start: () => Worker): Summaries {
  let end: ((why: "asked" | "silent" | "broken") => void) | undefined;
  return {
    make: (request, language, step) =>
      new Promise<Result<MadeSummary, "asked" | "silent" | "broken">>((resolve, reject) => {
        end?.("asked");
        const worker = start();
        let timer: ReturnType<typeof setTimeout>;
        const finish = (): void => {
          clearTimeout(timer);
          worker.terminate();
          end = undefined;
        };
        const stop = (why: "asked" | "silent" | "broken"): void => {
          finish();
          resolve(refuse(why));
        };
        const wait = (): void => {
          clearTimeout(timer);
          timer = setTimeout(() => stop("silent"), SILENCE);
        };
        end = stop;
        worker.onmessage = ({ data }: MessageEvent<Word>) => {
          wait();
          if (data.kind === "step") return step(data.done);
          finish();
          if (data.kind === "made") resolve(ok(data.made));
          else reject(new Error(data.what));
        };
        worker.onerror = () => stop("broken");
        wait();
        worker.postMessage({ language, request } satisfies Order);
      }),
    stop: () => end?.("asked"),
  };
}
