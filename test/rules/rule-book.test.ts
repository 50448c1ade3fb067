import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ruleBook } from "../../src/actions/rule-book";
import { ruleset } from "../../src/forms";
import { enUS, zhCN } from "../../src/locales";

const path = join(__dirname, "..", "..", "src", "rules", "README.md");
/** Above it the file is written by hand, below by this test. */
const MARK = "\n---\n\n<!-- Written from the rules by `npm run rulebook`. -->\n";

test("src/rules/README.md is the rule book of the rules as they are: else run `npm run rulebook`", () => {
  const file = readFileSync(path, "utf8");
  const [room = ""] = file.split(MARK);
  const due = `${room}${MARK}\n${ruleBook(zhCN, ruleset)}\n${ruleBook(enUS, ruleset)}`;
  if (process.env["UPDATE"]) writeFileSync(path, due);
  else expect(file).toBe(due);
  expect(room.trim().split("\n").length).toBeLessThanOrEqual(20);
});
