import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../src/actions/check";
import { linesOf, schools } from "../../src/domain";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { describeWith } from "../foreign/programs";
import { piecesOf } from "../parcel/pieces";
import { farmsPlot } from "../second-form/plot";
import { annex2 } from "./plot";
import { province, type Province } from "./province";
import { Random } from "./random";
import { totalsOf } from "./totals";
import { write } from "./write";

describe.each([
  ["annex 2", annex2],
  ["the second form", farmsPlot],
] as const)("a province of %s", (_, plot) => {
  const { catalogue, locale } = plot;
  const { form, roster } = catalogue;
  let made: Province;
  beforeAll(async () => (made = await province(1, plot)), 300_000);

  test("unpacking the folder gives exactly the files that were put into it", async () => {
    const found: string[][] = [];
    for (const [path, bytes] of made.folder)
      for (const piece of await piecesOf(path, bytes, { inflate: nodeInflate }))
        if (piece.kind === "file") found.push([...piece.path, sha(piece.bytes)]);
    expect(found.sort()).toEqual(made.files.map(({ path, bytes }) => [...path, sha(bytes)]).sort());
  });

  test("each file is what its truth says: seal, school, and no finding but those planted", async () => {
    for (const file of made.files) {
      const checked = await check(openXlsx(file.bytes, { inflate: nodeInflate }), catalogue, { locale });
      if (!checked.ok) {
        expect({ path: file.path, fate: file.fate }).toEqual({ path: file.path, fate: { kind: "refused", code: checked.error.code } });
        continue;
      }
      const { findings, seal, form } = checked.value;
      const known = schools(roster).includes(form.submission.issued.school);
      const found = findings.filter(({ severity, ref }) => severity !== "advisory" && (known || !plot.ofStrangers.includes(ref)));
      expect({
        path: file.path,
        school: form.submission.issued.school,
        seal: seal.state,
        planted: found.map(({ ref, at, indicator, state }) => ({ ref, sheet: at.sheet, code: indicator, state })),
      }).toEqual({ path: file.path, school: file.school, seal: file.seal, planted: file.planted });
    }
  }, 120_000);

  test("every school of the roster has its story, and one file of each counts at most", () => {
    const used = made.files.filter(({ fate }) => fate.kind === "used").map(({ school }) => school);
    expect(new Set(used).size).toBe(used.length);
    const known = new Set([...used, ...made.missing]);
    // Two more sent only what cannot be read.
    expect(schools(roster).filter((school) => !known.has(school))).toHaveLength(2);
    expect(made.missing).toHaveLength(3);
    expect(made.missing).toContain(made.misspelt.meant);
    expect(made.earlier.map((files) => files.size)).toEqual([schools(roster).length, schools(roster).length]);
  });

  test("the same seed gives the same bytes, another seed other numbers", async () => {
    const digest = (one: Province): string => sha(Buffer.concat([...one.folder.values()]));
    expect(digest(await province(1, plot))).toBe(digest(made));
    expect(plot.growing(new Random(2), 3)).not.toEqual(plot.growing(new Random(1), 3));
  }, 600_000);

  describeWith(["openpyxl"], "the independent computation", () => {
    test("reads from the raw cells the numbers that were put there, and sums them", () => {
      const folder = mkdtempSync(join(tmpdir(), "province-"));
      try {
        const used = made.files.filter(({ fate }) => fate.kind === "used");
        write(folder, new Map(used.map(({ bytes }, index) => [`${index}.xlsx`, bytes])));
        const totals = totalsOf(folder, form.labels);
        used.forEach(({ school, numbers }, index) => {
          const { school: read, sheets } = totals.files[`${index}.xlsx`]!;
          const lines = linesOf(roster, school === made.misspelt.typed ? made.misspelt.meant : school!);
          expect([
            read,
            sheets.map(({ cells }) => Object.fromEntries(Object.entries(cells).map(([code, [, value]]) => [code, value]))),
          ]).toEqual([school, numbers]);
          expect(sheets.map(({ cluster, programme }) => [cluster, programme])).toEqual(
            lines.map(({ cluster, programme }) => [cluster, programme]),
          );
        });
        const all = used.flatMap(({ numbers }) => numbers).reduce((sum, of) => sum + of[plot.sum.code]!, 0);
        expect(Object.values(totals.clusters).reduce((sum, of) => sum + of[plot.sum.code]!, 0)).toBe(all);
        expect(Object.values(totals.schools).reduce((sum, of) => sum + of[plot.sum.code]!, 0)).toBe(all);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }, 120_000);
  });
});

function sha(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
