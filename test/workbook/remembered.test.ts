import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import { REMEMBERED } from "../../src/actions/remembered";
import { liveForm } from "../../src/actions/live-form";
import { check } from "../../src/actions/check";
import { insertForm } from "../../src/actions/insert";
import { ADD_IN_ID, isOwn } from "../../src/actions/remembered";
import { sealFile } from "../../src/actions/seal";
import { prepareSending } from "../../src/actions/send";
import { catalogue } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { openOffice } from "../../src/workbook/office";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { asChanges, entries, PERIOD } from "../fill";
import { startExcel } from "../host";

const SCHOOL = "武汉职业技术学院";
const options = { locale: zhCN };
const WHERE = /webextension/i;

/** Parts of a file that say anything of add-ins. */
function ofAddIns(bytes: Uint8Array): string[] {
  const parts = Object.entries(unzipSync(bytes));
  return parts.filter(([name, part]) => WHERE.test(name) || WHERE.test(strFromU8(part))).map(([name]) => name);
}

/** A workbook that got its form from the add-in and was filled, as Excel hands it out. */
async function filledInExcel() {
  const excel = startExcel({ api: "1.13" });
  const live = openOffice(liveForm(catalogue.form));
  const request = { school: SCHOOL, period: PERIOD, previous: [], blankSheets: 0, locale: zhCN };
  expect((await insertForm(live, catalogue, request, async (plan) => writeXlsx(plan))).ok).toBe(true);
  expect((await live.write(asChanges(entries(SCHOOL)))).ok).toBe(true);
  return { excel, live };
}

const REST = ["[Content_Types].xml", "_rels/.rels"];
const OWN = ["xl/webextensions/_rels/taskpanes.xml.rels", "xl/webextensions/taskpanes.xml", "xl/webextensions/webextension1.xml"];

test("what the add-in remembers stays in the workbook, and none of it is in the file that is sent", async () => {
  const { excel, live } = await filledInExcel();
  expect([...excel.book.settings.keys(), excel.book.startState]).toEqual([REMEMBERED.school, REMEMBERED.period, "Background"]);
  const made = await prepareSending(live, async (bytes) => openXlsx(bytes), catalogue, options);
  if (!made.ok) throw new Error(made.error.kind);
  const { copy, draft } = made.value.outgoing.files!;
  expect(ofAddIns(copy.bytes)).toEqual([]);
  const received = await check(openXlsx(copy.bytes), catalogue, options);
  expect(received.ok && [received.value.status, received.value.seal.state]).toEqual(["clean", "sealed"]);
  expect(strFromU8(draft.bytes).replace(/\r\n/g, "")).toContain(Buffer.from(copy.bytes).toString("base64"));
  // The person's own workbook is as it was, and opens as it did.
  const own = await excel.bytes();
  expect(ofAddIns(own).sort()).toEqual([...REST, ...OWN].sort());
  await excel.openFile(own);
  expect([excel.book.settings.get(REMEMBERED.school), excel.book.startState]).toEqual([SCHOOL, "Background"]);
});

test("a copy that is sealed from a file holds none of it either, and nothing else of it changes", async () => {
  const { excel } = await filledInExcel();
  const remembering = openXlsx(await excel.bytes());
  excel.book.settings.clear();
  excel.book.startState = "Inactive";
  const plain = openXlsx(await excel.bytes());
  expect([ofAddIns(remembering.bytes()).length, ofAddIns(plain.bytes()).length]).toEqual([5, 0]);
  for (const file of [remembering, plain]) expect((await sealFile(file, catalogue, options)).ok).toBe(true);
  expect(ofAddIns(remembering.bytes())).toEqual([]);
  const [one, other] = [remembering, plain].map((file) => unzipSync(file.bytes()));
  expect(Object.keys(one!)).toEqual(Object.keys(other!));
  // The in-memory Excel writes the second in which a file was saved, as Excel does.
  const compared = Object.keys(one!).filter((name) => name !== "docProps/core.xml");
  for (const name of compared) expect([name, strFromU8(one![name]!)]).toEqual([name, strFromU8(other![name]!)]);
});

/** A file with the add-in of another maker beside ours, in one list of panes. */
async function withForeign(change: (parts: Unzipped) => void = () => undefined): Promise<Uint8Array> {
  const { excel } = await filledInExcel();
  const parts = unzipSync(await excel.bytes());
  const edit = (name: string, from: string, to: string): void =>
    void (parts[name] = strToU8(strFromU8(parts[name]!).replace(from, () => to)));
  const [rels, panes, own] = OWN as [string, string, string];
  const foreign = own.replace("1.xml", "2.xml");
  const relation = /<Relationship Id="rId1"[^>]*>/.exec(strFromU8(parts[rels]!))![0];
  const pane = /<wetp:taskpane .*<\/wetp:taskpane>/.exec(strFromU8(parts[panes]!))![0];
  const override = /<Override PartName="\/xl\/webextensions\/webextension1[^>]*>/.exec(strFromU8(parts[REST[0]!]!))![0];
  edit(rels, relation, relation.replace("rId1", "rId9").replace("extension1", "extension2") + relation);
  edit(panes, pane, pane.replace("rId1", "rId9") + pane);
  edit(REST[0]!, override, override + override.replace("extension1", "extension2"));
  parts[foreign] = strToU8(
    strFromU8(parts[own]!)
      .replace(ADD_IN_ID, "wa104380862")
      .replace(
        /<we:properties>.*<\/we:properties>/,
        '<we:properties><we:property name="period" value="&quot;spring&quot;"/></we:properties>',
      ),
  );
  change(parts);
  return zipSync(parts);
}

test("what the add-in of another maker keeps stays, with its pane, its relationship and its type", async () => {
  const file = openXlsx(await withForeign());
  const before = unzipSync(file.bytes());
  expect((await file.dropAddIns(isOwn)).ok).toBe(true);
  const after = unzipSync(file.bytes());
  const [rels, panes, own] = OWN as [string, string, string];
  expect(Object.keys(after)).toEqual(Object.keys(before).filter((name) => name !== own));
  const changed = Object.keys(after).filter((name) => strFromU8(after[name]!) !== strFromU8(before[name]!));
  expect(changed.sort()).toEqual([REST[0], rels, panes].sort());
  for (const name of changed) {
    const text = strFromU8(after[name]!);
    expect([name, text.match(/rId1"|webextension1/g), /rId9"|webextension2/.test(text)]).toEqual([name, null, true]);
  }
  // Once ours is gone, there is nothing to do: the very same bytes.
  const bytes = file.bytes();
  expect((await file.dropAddIns(isOwn)).ok).toBe(true);
  expect(file.bytes()).toBe(bytes);
  expect((await openXlsx(bytes).read()).ok).toBe(true);
});

test.each<[string, (parts: Unzipped) => void]>([
  ["the part is broken", (parts) => void (parts[OWN[2]!] = strToU8("<we:webextension"))],
  ["the part is no XML", (parts) => void (parts[OWN[2]!] = new Uint8Array([0, 1, 2]))],
  ["the part is missing", (parts) => void delete parts[OWN[2]!]],
  ["the relationships are broken", (parts) => void (parts[OWN[0]!] = strToU8("<Relationships"))],
  ["the list of panes is missing", (parts) => void delete parts[OWN[1]!]],
])("where %s, the file is taken all the same: no form hangs on it", async (_, change) => {
  const file = openXlsx(await withForeign(change));
  expect((await sealFile(file, catalogue, options)).ok).toBe(true);
  expect((await check(file, catalogue, options)).ok).toBe(true);
});

test.each<[boolean, string, Readonly<Record<string, unknown>>]>([
  [true, ADD_IN_ID, {}],
  [true, `{${ADD_IN_ID.toUpperCase()}}`, {}],
  [true, "wa200000001", { school: SCHOOL, period: "2026-S2" }],
  [true, "wa200000001", { summary: "2026-S2" }],
  [true, "wa200000001", { arrival: JSON.stringify({ to: "check" }) }],
  [false, "wa200000001", {}],
  [false, "wa200000001", { school: SCHOOL }],
  [false, "wa200000001", { period: "2026-S2" }],
  [false, "wa200000001", { school: SCHOOL, period: "spring" }],
  [false, "wa200000001", { summary: { sheets: 3 }, arrival: "tomorrow" }],
  [false, "", { "Office.AutoShowTaskpaneWithDocument": true }],
])("ours: %j, of an add-in %s with %j", (own, id, kept) => {
  const settings = new Map(Object.entries(kept).map(([name, value]) => [name, JSON.stringify(value)]));
  expect(isOwn({ id, settings })).toBe(own);
  // Values that are no JSON are nobody's.
  const broken = new Map([...settings].map(([name, value]) => [name, value.slice(1)]));
  expect(isOwn({ id: "wa200000001", settings: broken })).toBe(false);
});
