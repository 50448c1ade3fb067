import { makeSummary, type MadeSummary, type MakeOptions } from "../../actions/consolidate/make-summary";
import type { PickedFile } from "../../actions/consolidate/gather";
import type { Locale } from "../../locales";
import type { FilesRequest } from "../surroundings";

/** A summary on order, as it goes to the worker. */
export interface Order {
  readonly language: Locale["tag"];
  readonly request: FilesRequest;
}

/** What the worker says: a step of the way, the end of it, or that the program itself failed. */
export type Word =
  | { readonly kind: "step"; readonly done: number }
  | { readonly kind: "made"; readonly made: MadeSummary }
  | { readonly kind: "failed"; readonly what: string };

/** Makes what was ordered; the same in a worker and in tests without one. */
export function makeOrdered(
  { period, files, earlier, claims }: FilesRequest,
  options: MakeOptions,
  step: (done: number) => void,
): Promise<MadeSummary> {
  return makeSummary({ period, files: files.map(picked), earlier: earlier.map(picked), claims }, options, step);
}

function picked(file: File): PickedFile {
  const { name, size, lastModified } = file;
  return { name, size, changed: new Date(lastModified).toISOString(), bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}
