import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mail } from "../province/mail";
import { write } from "../province/write";
import { built, run } from "./built";
import { filledForm, namesIn, newFolder } from "./folder";

const SENT = "2026-12-20T01:00:00Z";

beforeAll(() => void built());

test("what a run leaves in the folder of arrivals is no arrival of the next one", async () => {
  const folder = newFolder();
  const form = await filledForm();
  write(join(folder, "in"), new Map([["来信.eml", mail("报送", SENT, [{ name: "统计表.xlsx", bytes: form }])]]));
  const args = ["consolidate", "in", "--period", "2026-S2"];
  const first = run(folder, [...args, "--out", "in/汇总.xlsx", "--notices", "in/回复"]);
  expect(namesIn(join(folder, "in/回复")).filter((name) => name.endsWith(".eml")).length).toBeGreaterThan(10);
  expect(namesIn(join(folder, "in/汇总-来件")).length).toBe(1);
  const again = run(folder, [...args, "--format", "json", "--out", "out.json"]);
  const { schools, files, passedOver } = JSON.parse(readFileSync(join(folder, "out.json"), "utf8")) as {
    readonly schools: readonly { readonly state: string }[];
    readonly files: readonly { readonly path: readonly string[]; readonly fate: string }[];
    readonly passedOver: readonly { readonly why: string }[];
  };
  expect([first.status, again.status]).toEqual([0, 1]);
  expect(files.filter(({ fate }) => fate === "used").map(({ path }) => path)).toEqual([["in/来信.eml", "统计表.xlsx"]]);
  expect(schools.filter(({ state }) => state === "refused")).toEqual([]);
  expect(new Set(passedOver.map(({ why }) => why))).toEqual(new Set(["unsent-draft", "own-output"]));
});
