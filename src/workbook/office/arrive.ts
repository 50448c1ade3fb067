/// <reference types="office-js" />
import { ok, refuse, type Result, type WorkbookPlan } from "../../domain";
import type { LiveTrouble, SummaryInsert } from "../port";
import { base64Of } from "./file";
import { inspect, setPages } from "./insert";
import { queueInspection, type Inspected } from "./inspect";
import { beyondMending, queueMending, stillDamaged, unguarded } from "./mend";
import { trip } from "./trip";

/** Inserts all sheets in one call, reads them back, and mends what did not arrive whole. @returns their ids, in the order of the plan */
export async function arrive({ plan, bytes }: SummaryInsert): Promise<Result<readonly string[], LiveTrouble>> {
  const inserted = await trip((context) => {
    context.workbook.insertWorksheetsFromBase64(base64Of(bytes), { positionType: "End" });
    return queueIds(context, plan);
  });
  const listed = inserted.ok ? inserted : await arrivedAllTheSame(inserted.error, plan);
  if (!listed.ok) return listed;
  const present = plan.sheets.flatMap(({ name }, index) => (listed.value[index] === undefined ? [] : [name]));
  const found = await inspect(plan, present);
  if (!found.ok) return found;
  const lost = beyondMending(found.value);
  if (lost !== undefined) return refuse({ kind: "damaged-insert", what: lost });
  await setPages(found.value);
  const damaged = stillDamaged(found.value) !== undefined || unguarded(found.value).length > 0;
  return damaged ? mend(plan, found.value) : whole(listed.value, plan);
}

/** Excel on the web has told an error though the sheets were there: what is there decides. */
async function arrivedAllTheSame(trouble: LiveTrouble, plan: WorkbookPlan): Promise<Result<readonly (string | undefined)[], LiveTrouble>> {
  if (trouble.kind === "busy" || trouble.kind === "cell-edit-mode") return refuse(trouble);
  const listed = await trip((context) => queueIds(context, plan));
  return listed.ok && !listed.value.includes(undefined) ? listed : refuse(trouble);
}

/** Mends, and looks at everything once more, in one round trip. */
async function mend(plan: WorkbookPlan, damage: Inspected): Promise<Result<readonly string[], LiveTrouble>> {
  const names = plan.sheets.map(({ name }) => name);
  const again = await trip((context) => {
    queueMending(context, plan, damage);
    const [looked, ids] = [queueInspection(context, plan, names), queueIds(context, plan)];
    return () => ({ inspected: looked(), ids: ids() });
  });
  if (!again.ok) return again;
  const still = stillDamaged(again.value.inspected);
  return still === undefined ? whole(again.value.ids, plan) : refuse({ kind: "damaged-insert", what: still });
}

/** Queues the ids of the sheets of a plan; undefined for one that is not there. */
function queueIds(context: Excel.RequestContext, plan: WorkbookPlan): () => (string | undefined)[] {
  const sheets = context.workbook.worksheets.load("items/id,items/name");
  return () => plan.sheets.map(({ name }) => sheets.items.find((sheet) => sheet.name === name)?.id);
}

function whole(ids: readonly (string | undefined)[], plan: WorkbookPlan): Result<readonly string[], LiveTrouble> {
  const lost = ids.indexOf(undefined);
  return lost < 0 ? ok(ids as readonly string[]) : refuse({ kind: "damaged-insert", what: plan.sheets[lost]!.name });
}
