import type { JudgedFile } from "../../src/actions/consolidate";
import { summaryBook } from "../../src/actions/consolidate";
import type { Arrival } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { filledForm, SCHOOL } from "../cli/folder";
import { catalogue } from "../sheets/plans";
import { compoundFile, makeZip } from "../xlsx/zip-maker";
import { judged, letterTo, mailed, summedUp } from "./judged";

jest.setTimeout(120_000);

const TAX = "湖北财税职业学院";
const PDF = new TextEncoder().encode("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n");
const DOCX = makeZip([
  { name: "[Content_Types].xml", content: new TextEncoder().encode('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>') }, // prettier-ignore
  { name: "word/document.xml", content: new TextEncoder().encode("<w:document/>") },
]);
const DOC = compoundFile("WordDocument");

const mine = filledForm();
const theirs = filledForm([], {}, [], 2, TAX);
const form = async (...path: readonly string[]): Promise<JudgedFile> => judged(path, await mine);
const document = (...path: readonly string[]): Promise<JudgedFile> =>
  judged(path, /docx$/.test(path.at(-1)!) ? DOCX : /doc$/.test(path.at(-1)!) ? DOC : PDF);
const outcome = (files: readonly JudgedFile[], options: Parameters<typeof summedUp>[1] = {}) => {
  const result = summedUp(files, options);
  return { result, enclosed: result.passedOver.filter(({ why }) => why === "enclosure"), unclaimed: result.files.filter(({ claim }) => claim?.kind === "unclaimed") }; // prettier-ignore
};

test.each<[string, () => Promise<readonly JudgedFile[]>]>([
  ["in its mail", async () => [await form("1.eml", "表.xlsx"), await document("1.eml", "扫描件.pdf")]],
  ["in its archive", async () => [await form("1.zip", "表.xlsx"), await document("1.zip", "附件/说明.docx")]],
  ["in an archive of its mail", async () => [await form("1.eml", "表.xlsx"), await document("1.eml", "材料.zip", "照片.JPG")]],
  ["in the mail of its archive", async () => [await form("1.eml", "报表.zip", "表.xlsx"), await document("1.eml", "报送函.doc")]],
  ["under the name of its school", async () => [await form("收件/a.xlsx"), await document(`收件/${SCHOOL}盖章件.pdf`)]],
  ["in the folder of its school", async () => [await form("收件/a.xlsx"), await document(`收件/${SCHOOL}/封面.png`), await judged("收件/b.xlsx", await theirs)]], // prettier-ignore
])("a document that came %s is an enclosure: nobody is asked about it, no school is written to", async (_, files) => {
  const all = await files();
  const { result, enclosed, unclaimed } = outcome(all);
  expect(enclosed).toEqual([{ path: all[1]!.arrival.path, why: "enclosure", school: SCHOOL }]);
  expect([unclaimed, result.files.length]).toEqual([[], all.length - 1]);
  expect(letterTo(SCHOOL, result)).toBeUndefined();
  const book = readXlsx(writeXlsx(summaryBook(result, catalogue, zhCN)), { inflate: nodeInflate });
  const said = book.ok ? book.value.sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value)) : [];
  expect(said).toContain(zhCN.summary.arrivals.passedOverWhy.enclosure);
});

test.each<[string, () => Promise<readonly JudgedFile[]>]>([
  ["alone", async () => [await document("1.eml", "扫描件.pdf")]],
  ["in the folder of the reviewer", async () => [await form("收件/表.xlsx"), await document("收件/扫描件.pdf")]],
  ["with the forms of two schools", async () => [await form("1.zip", "a.xlsx"), await document("1.zip", "扫描件.pdf"), await judged(["1.zip", "b.xlsx"], await theirs)]], // prettier-ignore
  ["with a workbook of nobody knows whom", async () => [await form("1.eml", "a.xlsx"), await document("1.eml", "扫描件.pdf"), await judged(["1.eml", "b.xlsx"], new Uint8Array([1]))]], // prettier-ignore
  ["under a name that may mean another school", async () => [await form("1.eml", "a.xlsx"), await document("1.eml", "湖北财税.pdf")]],
])("a document %s is asked about", async (_, files) => {
  const all = await files();
  const { result, enclosed, unclaimed } = outcome(all);
  expect([enclosed, result.files.length]).toEqual([[], all.length]);
  expect(unclaimed.length).toBeGreaterThan(0);
});

test("a scan of a school of which nothing counts asks that school for the workbook", async () => {
  const { result, enclosed } = outcome([await document(`${TAX}.pdf`), await form("a.xlsx")]);
  expect(enclosed).toEqual([]);
  expect(letterTo(TAX, result)!.letter.body).toContain(`· ${TAX}.pdf：这不是 Excel 工作簿（.xlsx）`);
});

test("a workbook that cannot be taken is no enclosure, and what the reviewer says of a document stays theirs to take back", async () => {
  const afterwards: Partial<Arrival> = mailed(22);
  const bad = [await judged(["1.eml", "表.xlsx"], await mine, mailed(20)), await judged(["1.eml", `${SCHOOL}更正.xlsx`], PDF, afterwards)];
  expect(outcome(bad).enclosed).toEqual([]);
  const scan = [await form("收件/表.xlsx"), await document("收件/扫描件.pdf")];
  const { key } = outcome(scan).unclaimed[0]!.claim!;
  for (const said of [SCHOOL, ""]) expect(outcome(scan, { claims: new Map([[key, said]]) }).enclosed).toEqual([]);
});

test("files are numbered without the enclosures, whatever the order", async () => {
  const files = [await document("1.eml", "0扫描件.pdf"), await form("1.eml", "a.xlsx"), await form("2.eml", "b.xlsx")];
  const { result } = outcome(files);
  expect(result.files.map(({ fate }) => fate)).toMatchObject([{ kind: "used" }, { kind: "superseded", by: 0 }]);
  expect(result.schools.find(({ school }) => school === SCHOOL)).toMatchObject({ file: 0, files: [0, 1] });
  expect(result.lines.every(({ file }) => file === 0)).toBe(true);
  expect(JSON.stringify(summedUp([...files].reverse()))).toBe(JSON.stringify(result));
});
