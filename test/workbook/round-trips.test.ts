import { liveForm } from "../../src/actions/live-form";
import { check } from "../../src/actions/check";
import { insertForm } from "../../src/actions/insert";
import { sealAndSave } from "../../src/actions/save";
import type { Change } from "../../src/domain";
import { catalogue } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { openOffice } from "../../src/workbook/office";
import type { LiveWorkbook } from "../../src/workbook/port";
import { writeXlsx } from "../../src/workbook/xlsx";
import { asChanges, entries, PERIOD } from "../fill";
import { BEHAVIOUR_IDS, startExcel, type BehaviourId, type MemoryExcel } from "../host";
import { turns } from "../turns";

const SCHOOL = "武汉职业技术学院";
const options = { locale: zhCN };

/** What each act may take at most, where a trip to Excel on the web takes a tenth of a second and more. */
const LIMITS = { insert: 5, "live check": 1, write: 2, "write before a check has followed": 3, "check, seal, save": 4 };
/** Page set-up is tried in a trip of its own, which fails. */
const REFUSED = { ...LIMITS, insert: 6 };

const refuses: BehaviourId = "page-setup-is-refused";
const HARMLESS = BEHAVIOUR_IDS.filter((id) => id !== refuses);

let excel: MemoryExcel;

async function tripsOf(act: () => Promise<{ readonly ok: boolean }>): Promise<number> {
  excel.resetTraffic();
  expect(await act()).toMatchObject({ ok: true });
  return excel.traffic.requests;
}

const put = (value: number): Change => ({ kind: "value", sheet: "表1", row: 9, column: 5, value });

async function fill(live: LiveWorkbook): Promise<void> {
  expect((await live.write(asChanges(entries(SCHOOL)))).ok).toBe(true);
  await turns();
}

test.each([
  ["the oldest Excel", "1.13", [], LIMITS],
  ["the newest", "1.20", [], LIMITS],
  ["the oldest, with all that is known of real ones", "1.13", HARMLESS, LIMITS],
  ["the newest, with all that is known of real ones", "1.20", HARMLESS, LIMITS],
  ["one that sets up no pages", "1.20", BEHAVIOUR_IDS, REFUSED],
] as const)("%s: no act takes more round trips than its limit", async (_, api, behaviours, limits) => {
  excel = startExcel({ api, behaviours });
  const live = openOffice(liveForm(catalogue.form));
  const stop = await live.onChange(() => undefined);
  const request = { school: SCHOOL, period: PERIOD, previous: [], blankSheets: 0, locale: zhCN };
  const taken: Partial<Record<keyof typeof LIMITS, number>> = {};
  // The worst of it: a form that does not come whole.
  excel.damageNextInsert({ kind: "page-lost", sheet: "表2" }, { kind: "unprotected", sheet: "表1" });
  taken.insert = await tripsOf(() => insertForm(live, catalogue, request, async (plan) => writeXlsx(plan)));
  await fill(live);
  excel.type("表1!F10", "13");
  await turns();
  taken["live check"] = await tripsOf(() => check(live, catalogue, options));
  taken.write = await tripsOf(() => live.write([put(14)]));
  await turns();
  // What stands there must be known before it is overwritten, or it could not be taken back.
  excel.type("表1!F10", "12");
  await turns();
  taken["write before a check has followed"] = await tripsOf(() => live.write([put(13)]));
  await turns();
  taken["check, seal, save"] = await tripsOf(() => sealAndSave(live, catalogue, options));
  expect(Object.keys(taken)).toEqual(Object.keys(limits));
  expect(Object.entries(taken).filter(([act, trips]) => trips > limits[act as keyof typeof LIMITS])).toEqual([]);
  if (stop.ok) stop.value();
});
