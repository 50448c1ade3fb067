import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { check } from "../../src/actions/check";
import { consolidate } from "../../src/actions/consolidate";
import { consolidationJson } from "../../src/actions/consolidate/json";
import { collect, judgedHere, type Source } from "../../src/actions/consolidate";
import { makeSummary, type MadeSummary, type MakeOptions, type SummaryRequest } from "../../src/actions/consolidate/make-summary";
import { findingsBook } from "../../src/actions/findings-book";
import { reporters, type Outcome } from "../../src/actions/report";
import { seal } from "../../src/actions/seal";
import { openParcel } from "../../src/workbook/parcel";
import { LARGEST_FILE, openXlsx, writeXlsx, zipPieces } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { newFolder } from "../cli/folder";
import { foreign, python } from "../foreign/programs";
import { formsOf } from "./forms";
import { holds } from "./holds";
import { bytesOf, digestsOf, inboxOf, leavesOf, type Named } from "./parcels";
import { annex2, secondForm, type Subject } from "./subjects";

const PERIOD = { year: 2026, half: 2 } as const;
const inflate = { inflate: nodeInflate };
/** All workbooks and mails that the rounds made; another program opens them at the end, all in one go. */
const made = newFolder();
let count = 0;
function keep(ending: string, bytes: Uint8Array): void {
  writeFileSync(join(made, `${++count}${ending}`), bytes);
}
afterAll(() => rmSync(made, { recursive: true, force: true }));

function picked(name: string, bytes: Uint8Array): Source {
  return { name, read: async () => ({ ok: true, value: { bytes, changed: "2026-12-22T00:00:00.000Z" } }) };
}

/** Keeps the letters, and hands out the 核实单 among them. */
function opened(zip: Uint8Array): Source[] {
  const files = Object.entries(unzipSync(zip));
  for (const [name, bytes] of files) keep(name.slice(name.lastIndexOf(".")), bytes);
  return files.filter(([name]) => name.endsWith(".xlsx")).map(([name, bytes]) => picked(name, bytes));
}

/** A form, and how much is tried with it in CI. */
interface Case {
  readonly what: string;
  readonly subject: Subject;
  readonly rounds: { readonly inboxes: number; readonly hostile: number; readonly sealable: number };
}

const CASES: readonly Case[] = [
  { what: "annex 2", subject: annex2, rounds: { inboxes: 12, hostile: 60, sealable: 40 } },
  { what: "the second form", subject: secondForm, rounds: { inboxes: 8, hostile: 40, sealable: 40 } },
];

describe.each(CASES)("of $what", ({ subject, rounds }) => {
  const { catalogue, locale } = subject;
  const forms = formsOf(subject);
  const context = { tool: { name: "cluster-report", version: "0" }, from: "built-in", ...catalogue, locale } as const;
  const options: MakeOptions = {
    catalogue,
    locale,
    open: (bytes) => openXlsx(bytes, inflate),
    openParcel: (name, bytes) => openParcel(name, bytes, inflate),
    sha256: (bytes) => createHash("sha256").update(bytes).digest(),
    largestFile: LARGEST_FILE,
    largestParcel: 256 << 20,
    write: writeXlsx,
    pack: zipPieces,
  };

  const pickedFrom = (sent: readonly Named[]): Promise<Source[]> =>
    Promise.all(sent.map(async (one) => picked(one.name, await bytesOf(one.sent, forms))));

  async function summaryOf(files: readonly Source[], more: Partial<SummaryRequest> = {}): Promise<MadeSummary> {
    const made = await makeSummary({ period: PERIOD, files, earlier: [], claims: new Map(), ...more }, options, () => undefined);
    if (!made.ok) throw new Error(made.error.mixed);
    return made.value;
  }

  /** What became of each file that was sent: nothing is lost, and what is not taken is said. */
  async function allAccountedFor(sent: readonly Named[], files: readonly Source[]): Promise<void> {
    const { judged, passedOver } = await collect(files, options, judgedHere(options));
    const consolidation = consolidate(judged, { period: PERIOD, catalogue, passedOver });
    const of = (kind: string): number => consolidation.files.filter(({ fate }) => fate.kind === kind).length;
    expect(of("used") + of("superseded") + of("refused")).toBe(consolidation.files.length);
    const aside = consolidation.passedOver.filter(({ why }) => why === "enclosure" || why === "blank-notice");
    expect(consolidation.files.length + consolidation.replies.length + aside.length).toBe(judged.length);
    for (const one of sent) {
      const its = judged.filter(({ arrival }) => arrival.path[0] === one.name);
      const told = its.length + passedOver.filter(({ path }) => path[0] === one.name).length;
      const digests = new Set(its.map(({ digest }) => digest));
      const lost = (await digestsOf(one.sent, forms)).filter((digest) => !digests.has(digest));
      // A container that is refused or passed over stands for all that is in it.
      const whole = told > its.length || its.some(({ digest }) => digest === "");
      if (!whole) expect([told, lost]).toEqual([leavesOf(one.sent), []]);
      expect(told).toBeGreaterThan(0);
    }
    const json = JSON.parse([...consolidationJson(consolidation, catalogue, context.tool, locale)].join("")) as { files: unknown[] };
    expect(json.files).toHaveLength(consolidation.files.length);
  }

  test("whatever comes is judged and summed up, no file is lost, and summary and letters can be given again", async () => {
    await holds(
      fc.asyncProperty(inboxOf(forms), async (sent) => {
        const files = await pickedFrom(sent);
        await allAccountedFor(sent, files);
        const summary = await summaryOf(files);
        keep(".xlsx", summary.file.bytes);
        if (summary.insert) keep(".xlsx", summary.insert.bytes);
        const replies = summary.letters ? opened(summary.letters.file.bytes) : [];
        const again = await summaryOf([...files, ...replies]);
        expect(again.refused.length).toBe(summary.refused.length);
        const earlier = [picked("汇总.xlsx", summary.file.bytes)];
        const next = await summaryOf(files, { period: { year: 2027, half: 1 }, earlier });
        expect(next.earlierRemarks).toEqual([]);
      }),
      rounds.inboxes,
    );
  }, 3_600_000);

  test("whatever a form holds is checked, reported and listed", async () => {
    await holds(
      fc.asyncProperty(forms.hostile, async (hostile) => {
        const checked = await check(openXlsx(await forms.bytesOf(hostile), inflate), catalogue, { locale });
        const outcome: Outcome = checked.ok ? { kind: "checked", checked: checked.value } : { kind: "refused", refusal: checked.error };
        const report = { path: hostile.fields[0]?.raw ?? "", outcome };
        for (const reporterFor of Object.values(reporters)) {
          const reporter = reporterFor(context);
          const text = [reporter.begin(), reporter.file(report), ...reporter.end()].join("");
          if (reporterFor === reporters.json || reporterFor === reporters.sarif) JSON.parse(text);
        }
        keep(".xlsx", writeXlsx(findingsBook([report], locale, catalogue.ruleset)));
      }),
      rounds.hostile,
    );
  }, 3_600_000);

  test("a form that nothing holds back is sealed whatever its texts, and received as it was sealed", async () => {
    let copies = 0;
    await holds(
      fc.asyncProperty(forms.sealable, async (sealable) => {
        const book = openXlsx(await forms.bytesOf(sealable), inflate);
        const before = await check(book, catalogue, { locale });
        const sealed = await seal(book, catalogue, { locale });
        if (!before.ok || before.value.status === "blocked") return expect(sealed.ok).toBe(false);
        const after = await check(openXlsx(book.bytes(), inflate), catalogue, { locale });
        expect(after.ok && [after.value.seal.state, after.value.findings]).toEqual(["sealed", before.value.findings]);
        keep(".xlsx", book.bytes());
        copies++;
      }),
      rounds.sealable,
    );
    expect(copies).toBeGreaterThan(0);
  }, 3_600_000);
});

const whenOpenpyxl = foreign("openpyxl") || process.env["CI"] ? test : test.skip;
whenOpenpyxl(
  "all of it opens in openpyxl, no cell holds what none may, and each mail goes to one school at most",
  () => {
    expect(count).toBeGreaterThan(0);
    expect(JSON.parse(python([join(__dirname, "open_all.py"), made]))).toEqual([]);
  },
  3_600_000,
);
