import { readdirSync } from "node:fs";
import { join, sep } from "node:path";

const filter = jest.requireActual<(paths: string[]) => Promise<{ filtered: string[] }>>("../.scripts/core-tests.cjs");

const all = (readdirSync(__dirname, { recursive: true }) as string[])
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => name.split(sep).join("/"));

test("npm run test:core has every test of a rule, a form or a sentence, and none that starts another program or an Excel", async () => {
  const { filtered } = await filter(all.map((name) => join(__dirname, name)));
  const core = filtered.map((path) =>
    path
      .slice(__dirname.length + 1)
      .split(sep)
      .join("/"),
  );
  expect(core.filter((name) => /^(foreign|host|page|playground|province)\//.test(name))).toEqual([]);
  // LibreOffice computes the result column of this one.
  expect(all.filter((name) => name.startsWith("rules/") && !core.includes(name))).toEqual(["rules/row-check.test.ts"]);
  expect(core).toEqual(expect.arrayContaining(["forms.test.ts", "locales.test.ts", "sheets/read-form.test.ts", "xlsx/round-trip.test.ts"]));
});
