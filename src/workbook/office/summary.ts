/// <reference types="office-js" />
import { areaAddress, ok, parseArea, refuse, type Result, type WorkbookPlan } from "../../domain";
import type { LiveTrouble, SummaryInsert, SummaryInserted } from "../port";
import { arrive } from "./arrive";
import { queueChart } from "./charts";
import { listSheets, type SheetList, type Sheet } from "./insert";
import { linksTo, queueLinks, type Link } from "./links";
import type { SummaryMarker } from "./memory";
import { queueMarker } from "./read";
import { trip } from "./trip";

/** A summary that stands in the workbook. */
interface Standing {
  /** In the order of the plan, the marker last; undefined where somebody deleted one. */
  readonly sheets: readonly (Sheet | undefined)[];
  /** Undefined where there is too much to look through. */
  readonly links: readonly Link[] | undefined;
}

interface Options {
  readonly replace?: boolean;
  readonly blind?: boolean;
  readonly beside?: boolean;
}

const NONE: Standing = { sheets: [], links: [] };
const there = (sheets: Standing["sheets"]): Sheet[] => sheets.filter((sheet) => sheet !== undefined);
const joined = (sheets: readonly { readonly name: string }[]): string => sheets.map(({ name }) => name).join("、");

/**
 * Inserts a summary and makes sure that it is what its plan says. Until it has arrived whole, under names that nobody has, nothing that
 * stands in the workbook is touched; then the old summary goes, and the new one takes its names.
 * Five round trips; two more where a summary is replaced, and one more where something had to be mended.
 */
export async function insertSummary(
  insert: SummaryInsert,
  known: SummaryMarker,
  options: Options,
): Promise<Result<SummaryInserted, LiveTrouble>> {
  const before = await listSheets();
  if (!before.ok) return before;
  if (before.value.readOnly) return refuse({ kind: "read-only" });
  if (before.value.locked) return refuse({ kind: "protected-structure" });
  const left = before.value.sheets.filter(({ name }) => insert.plan.sheets.some((one) => one.name === name));
  if (left.length > 0) return refuse({ kind: "summary-left", what: joined(left) });
  const standing = await standingIn(before.value, known);
  if (!standing.ok) return standing;
  // Whether the very cell may be written to is not asked: a protected sheet is somebody's decision.
  const closed = new Set(standing.value.links?.flatMap(({ sheet, closed: its }) => (its ? [sheet] : [])));
  if (closed.size > 0) return refuse({ kind: "links-protected", what: [...closed].join("、") });
  const names = namesFor(insert, before.value, standing.value, options);
  if (!names.ok) return names;
  const { sheets, links } = standing.value;
  if (sheets.length > 0 && !(options.replace && (links || options.blind))) {
    return refuse(exists(standing.value));
  }
  const arrived = await arrive(insert);
  if (!arrived.ok) return afterTakingBack(arrived.error, insert.plan, standing.value);
  const ids = arrived.value;
  const placed = await takePlace(insert.plan, ids, names.value, standing.value);
  if (!placed.ok) return afterTakingBack(placed.error, insert.plan, standing.value);
  const charts = await drawCharts(insert, ids);
  const visible = insert.plan.sheets.flatMap(({ state }, index) => (state === "visible" ? [names.value[index]!] : []));
  return ok({ sheets: visible, links: links?.length ?? 0, charts });
}

/** The summary that is there, known by its marker, and what refers to it. */
async function standingIn({ sheets }: SheetList, { marker, sheetsIn }: SummaryMarker): Promise<Result<Standing, LiveTrouble>> {
  const sign = sheets.find(({ name }) => name === marker);
  if (!sign) return ok(NONE);
  const formulas = await trip((context) => queueMarker(context, sign.id));
  if (!formulas.ok) return formulas;
  const names = sheetsIn(formulas.value);
  if (!names) return refuse({ kind: "name-taken", what: marker });
  const own = names.map((name) => sheets.find((sheet) => sheet.name === name));
  const rest = sheets.filter((sheet) => sheet !== sign && !own.includes(sheet));
  const links = await linksTo(
    there(own).map(({ name }) => name),
    rest,
  );
  return links.ok ? ok({ sheets: [...own, sign], links: links.value }) : links;
}

/** That a summary is there. Its marker is nothing that people know of. */
function exists({ sheets, links }: Standing): LiveTrouble {
  return { kind: "summary-exists", what: joined(there(sheets.slice(0, -1))), ...(links ? { links: links.length } : {}) };
}

/**
 * Takes the summary away, the sheets that its marker names and the marker itself. Four round trips.
 * @param sure false: nothing goes, and `summary-exists` tells what would
 */
export async function dropSummary(known: SummaryMarker, sure: boolean): Promise<Result<void, LiveTrouble>> {
  const before = await listSheets();
  if (!before.ok) return before;
  if (before.value.readOnly) return refuse({ kind: "read-only" });
  if (before.value.locked) return refuse({ kind: "protected-structure" });
  const standing = await standingIn(before.value, known);
  if (!standing.ok) return standing;
  const sheets = there(standing.value.sheets);
  if (sheets.length === 0) return ok(undefined);
  if (!sure) return refuse(exists(standing.value));
  return trip((context) => queueDeletion(context, sheets));
}

/** The marker goes last: where Excel breaks off, what is left is still known by it. */
function queueDeletion(context: Excel.RequestContext, sheets: readonly Sheet[]): () => void {
  for (const { id } of sheets) {
    const sheet = context.workbook.worksheets.getItem(id);
    // A very hidden sheet cannot be deleted.
    sheet.visibility = "Hidden";
    sheet.delete();
  }
  return () => undefined;
}

/** The names in the end: those of the old summary, else our own; where the reviewer has a sheet of that name, only on request another. */
function namesFor(
  { names }: SummaryInsert,
  { sheets }: SheetList,
  old: Standing,
  { beside }: Options,
): Result<readonly string[], LiveTrouble> {
  const gone = new Set(there(old.sheets));
  const taken = new Set(sheets.filter((sheet) => !gone.has(sheet)).map(({ name }) => name.toLowerCase()));
  const clashes = names.filter((name, index) => !old.sheets[index] && taken.has(name.toLowerCase()));
  if (clashes.length > 0 && !beside) return refuse({ kind: "name-taken", what: clashes.join("、") });
  return ok(
    names.map((name, index) => {
      const earlierName = old.sheets[index]?.name;
      let free = earlierName ?? name;
      for (let count = 2; earlierName === undefined && taken.has(free.toLowerCase()); count++) free = `${name} (${count})`;
      taken.add(free.toLowerCase());
      return free;
    }),
  );
}

/** The old summary goes, what referred to it refers to the new one, and the new one takes its names. */
async function takePlace(
  plan: WorkbookPlan,
  ids: readonly string[],
  names: readonly string[],
  old: Standing,
): Promise<Result<void, LiveTrouble>> {
  const links = old.links ?? [];
  const done = await trip((context) => queuePlace(context, plan, ids, names, there(old.sheets), [links, namesOfNew(plan, old)]));
  if (done.ok) return done;
  const after = await listSheets();
  const rest = after.ok ? there(old.sheets).filter(({ id }) => after.value.sheets.some((sheet) => sheet.id === id)) : [];
  if (!after.ok || rest.length === there(old.sheets).length) return done;
  // Some of the old sheets are gone: there is no way back, only forward.
  return trip((context) => queuePlace(context, plan, ids, names, rest, [[], new Map()]));
}

function namesOfNew(plan: WorkbookPlan, { sheets }: Standing): Map<string, string> {
  return new Map(sheets.flatMap((sheet, index) => (sheet ? [[sheet.name.toLowerCase(), plan.sheets[index]!.name]] : [])));
}

function queuePlace(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  ids: readonly string[],
  names: readonly string[],
  old: readonly Sheet[],
  [links, meanwhile]: readonly [readonly Link[], ReadonlyMap<string, string>],
): () => void {
  const { worksheets } = context.workbook;
  // First what may fail: nothing is gone by then.
  queueLinks(context, links, meanwhile);
  queueDeletion(context, old);
  ids.forEach((id, index) => (worksheets.getItem(id).name = names[index]!));
  worksheets.getItem(ids[plan.active ?? 0]!).activate();
  return () => undefined;
}

/**
 * Takes away what came, and has the links as they stood. Best effort: Excel itself is in trouble. Where one of the old sheets is gone,
 * the new ones stay: they are all there is.
 */
async function afterTakingBack(
  trouble: LiveTrouble,
  plan: WorkbookPlan,
  old: Standing,
): Promise<{ readonly ok: false; readonly error: LiveTrouble }> {
  const after = await listSheets();
  if (!after.ok) return refuse(trouble);
  const present = after.value.sheets;
  const come = present.filter(({ name }) => plan.sheets.some((one) => one.name === name));
  if (come.length === 0 || there(old.sheets).some(({ id }) => present.every((sheet) => sheet.id !== id))) return refuse(trouble);
  const led = old.links?.length
    ? await linksTo(
        come.map(({ name }) => name),
        present.filter((sheet) => !come.includes(sheet)),
      )
    : ok([]);
  const back = (led.ok ? (led.value ?? []) : []).flatMap(
    (link) => old.links?.find(({ id, row, column }) => id === link.id && row === link.row && column === link.column) ?? [],
  );
  await trip((context) => {
    queueLinks(context, back, new Map());
    return queueDeletion(context, come);
  });
  return refuse(trouble);
}

/** Makes the charts: one round trip. A summary without them is a summary all the same. */
async function drawCharts({ plan, charts }: SummaryInsert, ids: readonly string[]): Promise<boolean> {
  if (charts.length === 0) return true;
  const drawn = await trip((context) => {
    const sheetOf = (index: number): Excel.Worksheet => context.workbook.worksheets.getItem(ids[index]!);
    for (const { sheet, chart } of charts) queueChart(sheetOf(sheet), chart, (reference) => rangeIn(reference, plan, sheetOf));
    return () => undefined;
  });
  return drawn.ok;
}

/** @throws RangeError where a chart of the plan refers to no sheet of it */
function rangeIn(reference: string, plan: WorkbookPlan, sheetOf: (index: number) => Excel.Worksheet): Excel.Range {
  const [name = "", place = ""] = reference.split("!");
  const index = plan.sheets.findIndex((sheet) => sheet.name === name);
  const area = parseArea(place);
  if (index < 0 || !area) throw new RangeError(`A chart refers to ${reference}`);
  return sheetOf(index).getRange(areaAddress(area)).untrack();
}
