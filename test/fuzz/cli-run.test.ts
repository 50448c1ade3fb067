import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { built, run } from "../cli/built";
import { newFolder } from "../cli/folder";
import { describeWith, python } from "../foreign/programs";
import { formsOf } from "./forms";
import { holds } from "./holds";
import { bytesOf, inboxOf, type Named } from "./parcels";
import { annex2 } from "./subjects";

const forms = formsOf(annex2);

beforeAll(built, 600_000);

/** Puts what came into a folder. The hostile names are those within: a system has only names that it can have. */
async function laid(folder: string, sent: readonly Named[]): Promise<void> {
  for (const name of ["in", "out"]) mkdirSync(join(folder, name));
  for (const [index, one] of sent.entries()) {
    const ending = { form: ".xlsx", junk: ".xlsx", zip: ".zip", mail: ".eml" }[one.sent.kind];
    writeFileSync(join(folder, "in", `${index}${ending}`), await bytesOf(one.sent, forms));
  }
}

interface Told {
  readonly files: readonly { readonly fate: string }[];
}

describeWith(["openpyxl"], "the built command line", () => {
  test("takes whatever comes: no program error, each file has its fate, and what it writes opens in openpyxl", async () => {
    await holds(
      fc.asyncProperty(inboxOf(forms), async (sent) => {
        const folder = newFolder();
        await laid(folder, sent);
        const period = ["--period", "2026-S2"];
        const book = run(folder, ["consolidate", "in", ...period, "--out", "out/汇总.xlsx", "--notices", "out/回复"]);
        const json = run(folder, ["consolidate", "in", ...period, "--format", "json"]);
        const checked = run(folder, ["check", "in", "--format", "json"]);
        for (const { status, err } of [book, json, checked])
          expect([status! < 3, /程序出错|RangeError|TypeError/.test(err)]).toEqual([true, false]);
        expect(json.status).toBe(book.status);
        const { files } = JSON.parse(json.out) as Told;
        expect(files.filter(({ fate }) => !["used", "superseded", "refused"].includes(fate))).toEqual([]);
        JSON.parse(checked.out);
        // Copies of what came are as sound as what came.
        rmSync(join(folder, "out", "汇总-来件"), { recursive: true, force: true });
        expect(JSON.parse(python([join(__dirname, "open_all.py"), join(folder, "out")]))).toEqual([]);
        rmSync(folder, { recursive: true });
      }),
      3,
      300,
    );
  }, 3_600_000);
});
