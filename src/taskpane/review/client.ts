import { refuse, type Result } from "../../domain";
import type { MadeSummary, MixedForms } from "../../actions/consolidate/make-summary";
import { Stopped, WorkerClient } from "../../workers/client";
import type { Start } from "../../workers/protocol";
import type { NoSummary, Summaries } from "../surroundings";
import type { SummaryJob } from "./work";

/** A worker that says nothing for so long works on a file that no form can be. */
const SILENCE = 60_000;

/** Summaries out of a worker of their own. It ends with each of them, and all that it held goes with it. */
export function workerSummaries(start: Start): Summaries {
  let current: WorkerClient<SummaryJob, Result<MadeSummary, MixedForms>, number> | undefined;
  return {
    async make(request, language, step): Promise<Result<MadeSummary, NoSummary>> {
      // Whoever asks anew wants nothing of what was asked before.
      void current?.end();
      const client = (current = new WorkerClient({ start, silence: SILENCE }));
      try {
        return await client.run({ language, request }, step);
      } catch (error) {
        if (error instanceof Stopped) return refuse(error.why === "asked" || error.why === "silent" ? error.why : "broken");
        throw error;
      } finally {
        await client.end();
      }
    },
    stop: () => void current?.end(),
  };
}
