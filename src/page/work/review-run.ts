import {
  blobSource,
  Collection,
  consolidate,
  foundIn,
  givenEarlier,
  judgeFile,
  sayMixed,
  settleForm,
  type Collected,
  type EarlierValues,
  type FormOfFiles,
  type JudgedFile,
  type SettledForm,
} from "../../actions/consolidate";
import { ok, type Catalogue, type Consolidation, type Result } from "../../domain";
import { makeDownload } from "./make-download";
import type { ReviewJobs } from "./job";
import { fromJsonLines, jsonLine } from "./json-lines";
import type { ArrivedBlob, EarlierBlob, JudgedFiles, JudgedPart, ArrivedPart } from "./review-job";
import type { JobContext } from "./job-context";
import { overviewOf } from "./overview";

/** A line of what was judged. */
type Line = { readonly judged: JudgedFile } | { readonly passedOver: Consolidation["passedOver"][number] };

/** A consolidation and by which definition; or the forms that files are of, where nobody can tell which is meant. */
type Consolidated = Result<{ readonly consolidation: Consolidation; readonly catalogue: Catalogue }, readonly FormOfFiles[]>;

/** What this worker was given or made last, by its number: the same is asked for many times. */
const last: {
  earlier?: { readonly id: number; readonly values: EarlierValues };
  consolidation?: { readonly id: number; readonly of: Consolidated };
} = {};

/** How each kind of work for 汇总 is done. */
export const REVIEW: {
  readonly [K in keyof ReviewJobs]: (ask: ReviewJobs[K]["ask"], context: JobContext) => Promise<ReviewJobs[K]["give"]>;
} = {
  async arrive(ask, context) {
    let done = 0;
    for await (const piece of partsOf(ask, ask.earlier, context)) context.step({ done: ++done, part: piece });
    return undefined;
  },
  async judge({ arrival, blob, earlier }, context) {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return judgedPart(await judgeFile({ arrival, bytes }, await optionsOf(earlier, context)));
  },
  async compare({ lines, period }, { catalogue, locale }) {
    const { judged } = await read(lines);
    const { values, addresses, remarks } = givenEarlier(judged, period, { own: catalogue, asked: false }, locale);
    const earlier = new Blob([JSON.stringify({ ...values, schools: [...values.schools] })]);
    return { earlier, form: values.form, addresses, remarks };
  },
  async consolidate(ask, context) {
    const found = await consolidationOf(ask, context);
    if (!found.ok) return { mixed: sayMixed(found.error, "take", context.locale) };
    const { consolidation, catalogue } = found.value;
    return overviewOf(consolidation, catalogue.ruleset, context.locale.ofForm(catalogue.form));
  },
  async download({ judged, as, copies }, context) {
    const found = await consolidationOf(judged, context);
    if (!found.ok) throw new Error("Nothing was consolidated that could be downloaded");
    const { consolidation, catalogue } = found.value;
    return makeDownload(consolidation, as, copies, { ...context, catalogue, locale: context.locale.ofForm(catalogue.form) });
  },
};

async function* partsOf({ name, blob }: ArrivedBlob, earlier: EarlierBlob | undefined, context: JobContext): AsyncGenerator<ArrivedPart> {
  const { openParcel, passedOver, PARCEL_LIMITS } = await context.parcels();
  const reading = { openParcel, passedOver, largestFile: context.largestFile, largestParcel: PARCEL_LIMITS.zip };
  for await (const found of foundIn(blobSource(name, blob), reading)) {
    if (found.kind === "passed-over") yield { kind: "passed-over", line: jsonLine({ passedOver: found.item } satisfies Line) };
    else if (found.kind === "refused") yield { ...judgedPart(found.file), ...(found.bytes ? { bytes: blobOf(found.bytes) } : {}) };
    else if (found.arrival.path.length > 1) yield { kind: "inside", arrival: found.arrival, blob: blobOf(found.bytes) };
    else yield judgedPart(await judgeFile(found, await optionsOf(earlier, context)));
  }
}

function blobOf(bytes: Uint8Array): Blob {
  return new Blob([new Uint8Array(bytes)]);
}

function judgedPart(judged: JudgedFile): JudgedPart {
  return { kind: "judged", path: judged.arrival.path, line: jsonLine({ judged } satisfies Line) };
}

async function optionsOf(
  given: EarlierBlob | undefined,
  { catalogue, open, locale }: JobContext,
): Promise<Parameters<typeof judgeFile>[1]> {
  if (!given) return { open, catalogue, locale };
  if (last.earlier?.id !== given.id) {
    type Written = Omit<EarlierValues, "schools"> & { readonly schools: readonly (readonly [string, never])[] };
    const { schools, ...rest } = JSON.parse(await given.blob.text()) as Written;
    last.earlier = { id: given.id, values: { ...rest, schools: new Map(schools) } };
  }
  return { open, catalogue, locale, earlier: last.earlier.values };
}

async function read(lines: Blob): Promise<Collected> {
  const found = new Collection();
  for await (const line of fromJsonLines<Line>(lines))
    if ("judged" in line) found.judge(line.judged);
    else found.passedOver.push(line.passedOver);
  return found.all;
}

async function consolidationOf(ask: JudgedFiles, { catalogue: own }: JobContext): Promise<Consolidated> {
  const { id, lines, period, earlier, addresses, claims } = ask;
  if (last.consolidation?.id !== id) {
    const came = await read(lines);
    const settled = settleForm(came.judged, { own, asked: false, ...(earlier ? { earlier } : {}) });
    const consolidated = ({ judged, ...form }: SettledForm): Consolidated => {
      const consolidation = consolidate(judged, { ...form, period, passedOver: came.passedOver, addresses, claims });
      return ok({ consolidation, catalogue: form.catalogue });
    };
    last.consolidation = { id, of: settled.ok ? consolidated(settled.value) : settled };
  }
  return last.consolidation.of;
}
