import { blocks, type Finding } from "../../src/domain";
import { form, roster, ruleset } from "../../src/forms";
import { judge } from "../../src/rules";
import { Draft } from "./clean";

const findingsOf = (draft: Draft): Finding[] => judge({ submission: draft.submission(), form, roster }, ruleset);
const QUERY = "01=20";

/** What stands in the 说明 cell of a row with a query, and how the query stands then. */
const CASES = `
| change                                                    | state     | fault       |
| e01=                                                      | open      | missing     |
| e01="   "                                                 | open      | missing     |
| e01=新增课程                                              | open      | too-short   |
| e01=一 二 三 四 五 六 七                                  | open      | too-short   |
| e01=已核实，情况属实，数据无误。                          | open      | boilerplate |
| e01=属实                                                  | open      | boilerplate |
| e01=新增光电芯片等六门核心课程; e02=新增光电芯片等六门核心课程; e03=新增光电芯片等六门核心课程 | open | repeated |
| e01=新增光电芯片等六门核心课程; e02=新增光电芯片等六门核心课程 | explained | |
| e01=新增光电芯片等六门核心课程                            | explained |             |
| e01=已核实：新增光电芯片等六门核心课程                    | explained |             |
| e01=#REF!                                                 | open      | missing     |`;

test.each(
  CASES.trim()
    .split("\n")
    .slice(1)
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((one) => one.trim()),
    ),
)("%s: the query is %s %s", (change, state, fault) => {
  const [query] = findingsOf(new Draft().plant(`${QUERY}; ${change}`)).filter(({ ref }) => ref === "B02");
  expect([query?.state, query?.explanation?.fault ?? ""]).toEqual([state, fault]);
});

test("a changed value settles its query as well as an explanation does", () => {
  expect(findingsOf(new Draft().plant(QUERY).plant("01=15"))).toEqual([]);
});

test("an explanation does not settle an error", () => {
  const open = findingsOf(new Draft().plant("20=130; e20=其中四人为跨年级培养学生")).filter(blocks);
  expect(open.map(({ ref }) => ref)).toEqual(["A06"]);
});

test("an explanation of the programme's row settles what is asked about its line", () => {
  const [finding, ...more] = findingsOf(new Draft().plant("line.programme=大数据与会计; e.line=第二批名单（2023年）第12行已列入"));
  expect([finding?.ref, finding?.state, more]).toEqual(["B09", "explained", []]);
});

test("an explanation lapses when the value changes after the seal, and the same mistake is told once", () => {
  const draft = new Draft().plant(`${QUERY}; e01=新增光电芯片等六门核心课程`).sealNow();
  expect(findingsOf(draft).map(({ state }) => state)).toEqual(["explained"]);
  const [finding, ...more] = findingsOf(draft.plant("01=25"));
  expect([finding?.ref, finding?.state, finding?.explanation?.fault, more]).toEqual(["B02", "open", "lapsed", []]);
  expect(findingsOf(draft.plant("e01=新增光电芯片等十一门核心课程")).map(({ state }) => state)).toEqual(["explained"]);
});
