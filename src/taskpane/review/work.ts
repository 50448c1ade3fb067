import { blobSource, type Source } from "../../actions/consolidate";
import { makeSummary, type MakeOptions } from "../../actions/consolidate/make-summary";
import type { Locale } from "../../locales";
import type { FilesRequest } from "../surroundings";

/** A summary that is asked for, as it goes to the worker. */
export interface SummaryJob {
  readonly language: Locale["tag"];
  readonly request: FilesRequest;
}

/** Makes a summary; the same in a worker and in tests without one. */
export function makeOf(
  { period, files, earlier, claims }: FilesRequest,
  options: MakeOptions,
  step: (done: number) => void,
): ReturnType<typeof makeSummary> {
  const sources = (all: readonly File[]): Source[] => all.map((file) => blobSource(file.name, file));
  return makeSummary({ period, files: sources(files), earlier: sources(earlier), claims }, options, step);
}
