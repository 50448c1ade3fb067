import {
  checkDefinition,
  definitionView,
  differenceView,
  exportDefinition,
  issuedList,
  LARGEST_DEFINITION,
  type CheckedDefinition,
  type DefinitionRefusal,
} from "../../actions/definition";
import { issue } from "../../actions/issue";
import { fileName, periodLabel, refuse, schools, ZIP_TYPE, type Catalogue, type ReportingPeriod, type Result } from "../../domain";
import type { DefinedView, DefinitionJobs, IssuedForms } from "./definition-job";
import type { JobContext } from "./job-context";

/** Reads a file as a definition. @param builtIn absent where nothing is issued by it */
async function read(blob: Blob, { open, locale }: JobContext, builtIn?: Catalogue): Promise<Result<CheckedDefinition, DefinitionRefusal>> {
  if (blob.size > LARGEST_DEFINITION) return refuse({ code: "too-large", detail: "file" });
  const options = { locale, ...(builtIn ? { builtIn } : {}) };
  try {
    return await checkDefinition(open(new Uint8Array(await blob.arrayBuffer())), options);
  } catch (error) {
    // Moved, changed or locked since it was chosen.
    if (error instanceof DOMException) return refuse({ code: "unreadable", detail: error.name });
    throw error;
  }
}

async function define(blob: Blob, before: Blob | undefined, context: JobContext): Promise<DefinedView> {
  const { catalogue: builtIn, locale } = context;
  const checked = await read(blob, context, builtIn);
  const view = definitionView(checked, locale);
  // What differs is seen before a version that is taken is raised.
  const isTaken = checked.ok && checked.value.problems.some((problem) => "code" in problem && problem.code === "version-taken");
  const after = isTaken ? await asCompared(blob, context) : checked.ok ? checked.value.catalogue : undefined;
  if (!after) return view;
  if (!before) return after.form.id === builtIn.form.id ? { ...view, difference: differenceView(builtIn, after, locale) } : view;
  const earlier = await read(before, context);
  if (earlier.ok && earlier.value.catalogue) return { ...view, difference: differenceView(earlier.value.catalogue, after, locale) };
  return { ...view, earlierRefused: definitionView(earlier, locale).refused ?? locale.page.define.earlierFaulty };
}

/** One that may be faulty for nothing but its version. */
async function asCompared(blob: Blob, context: JobContext): Promise<Catalogue | undefined> {
  const again = await read(blob, context);
  return again.ok ? again.value.catalogue : undefined;
}

/** All forms, and the list of what was issued, as it goes with the letter. */
async function issueAll(catalogue: Catalogue, period: ReportingPeriod, context: JobContext): Promise<IssuedForms> {
  const { write, step } = context;
  const locale = context.locale.ofForm(catalogue.form);
  const names = schools(catalogue.roster);
  const { issuedName } = locale.page.define;
  const stem = [periodLabel(period), catalogue.form.shortTitle, issuedName];
  function* files(): Generator<{ readonly name: string; readonly bytes: Uint8Array }> {
    const made: { readonly school: string; readonly file: string }[] = [];
    for (const school of names) {
      const { plan, fileName: file } = issue(catalogue, school, period, [], locale);
      yield { name: file, bytes: write(plan) };
      made.push({ school, file });
      step({ done: made.length });
    }
    yield { name: fileName(stem, ".xlsx"), bytes: write(issuedList(catalogue, period, made, locale)) };
  }
  const blobs: Blob[] = [];
  for await (const piece of (await context.parcels()).pack(files())) blobs.push(new Blob([new Uint8Array(piece)]));
  return { name: fileName(stem, ".zip"), blob: new Blob(blobs, { type: ZIP_TYPE }), count: names.length };
}

/** How each kind of work for 表式 is done. */
export const DEFINITIONS: {
  readonly [K in keyof DefinitionJobs]: (ask: DefinitionJobs[K]["ask"], context: JobContext) => Promise<DefinitionJobs[K]["give"]>;
} = {
  define: ({ blob, before }, context) => define(blob, before, context),
  async exportDefinition({ catalogue }, context) {
    const of = catalogue ?? context.catalogue;
    const name = fileName([of.form.shortTitle, context.locale.page.define.bookName], ".xlsx");
    return { name, bytes: context.write(exportDefinition(of, context.locale)) };
  },
  issueAll: ({ catalogue, period }, context) => issueAll(catalogue, period, context),
};
