import { form } from "../../src/forms";
import { Draft } from "./clean";

/** One mistake, planted into the clean form: that finding is due, in that cell, and no other. */
export interface Fault {
  readonly ref: string;
  readonly message: string;
  readonly cell: string;
  /** References that may stay unjudged, since their inputs are at fault. */
  readonly allowed: string;
  /** As `Draft.plant` reads it; empty where no table can draw it. */
  readonly change: string;
  plant(draft: Draft): void;
}

/** No partners, and nothing that rests on them but 21. */
const ALONE =
  "08=0; p08=0; 09=0; p09=0; 18=0; p18=0; 22=0; p22=0; 26=0; s26=0; 27=0; s27=0; 28=0; s28=0; 29=0; s29=0; 30=0; s30=0; 20=94; p20=94; 24=0; p24=0";
const SAME = form.indicators
  .map(({ code }) => new Draft().cells.get(code)!)
  .map((cell, i) => `p${form.indicators[i]!.code}=${cell.kind === "number" ? cell.value : ""}`)
  .join("; ");
const ROUND =
  "01=20; p01=20; 18=20; p18=20; 19=40; 20=130; 21=50; 22=40; p22=40; 23=40; p23=40; 24=20; p24=20; 25=40; 26=100; 27=80; 29=90; 30=420; 31=10";

/**
 * One planted fault a line: in the clean form the change leads to that finding in that cell, and to no other.
 * 未审核 names the relations whose input is at fault: those alone may stay unjudged.
 */
const FAULTS = `
| ref | message           | change                                             | cell           | 未审核              |
| A01 | negative          | 05=-1                                              | 05             | B01 B02 B07         |
| A01 | notInteger        | 03=7.5                                             | 03             | B01 B02 B07         |
| A01 | tooManyDecimals   | 29=88.755                                          | 29             | B02 B03 B04 B07     |
| A01 | tooManyDecimals   | 2.19=38.55                                         | 2.19           | B02 B07             |
| A01 | tooLarge          | 30=1000000000000000                                | 30             | B02 B07             |
| A01 | negative          | 21=-46                                             | 21             | A06 B01 B02 B07     |
| A02 | exceeds           | 02=15; p02=15                                      | 02             |                     |
| A03 | exceeds           | 09=10; p09=10                                      | 09             |                     |
| A04 | exceeds           | 12=3                                               | 12             |                     |
| A05 | exceeds           | 3.15=3                                             | 3.15           |                     |
| A06 | differs           | 20=130                                             | 20             |                     |
| A07 | exceeds           | 24=127; p24=127                                    | 24             |                     |
| A08 | blank             | 31=                                                | 31             | B02 B07             |
| A08 | blank             | 2.32="  "                                          | 2.32           | B01 B02 B07         |
| A08 | blank             | 20=                                                | 20             | A06 A07 B01 B02 B07 |
| A09 | positive          | ${ALONE}                                           | 21             |                     |
| A10 | blank             | t.practice=                                        | t.practice     |                     |
| A10 | blank             | cover.head="  "                                    | cover.head     |                     |
| A10 | blank             | cover.date=                                        | cover.date     |                     |
| A10 | draft             | t.practice=【上期草稿】与三家企业共建实训基地      | t.practice     |                     |
| A10 | draft             | t.next=扩大合作范围【上期草稿】                    | t.next         |                     |
| A10 | blankWhenPositive | t.partners=                                        | t.partners     |                     |
| A11 | tooLong           | t.next=步*401                                      | t.next         |                     |
| A11 | tooLong           | cover.filler=王*41                                 | cover.filler   |                     |
| A12 | blank             | cover.school=                                      | cover.school   |                     |
| A12 | blank             | cover.period=                                      | cover.period   |                     |
| A12 | blank             | line.category=                                     | line.category  |                     |
| A12 | blank             | line.cluster=                                      | line.cluster   |                     |
| A12 | blank             | 2.line.programme=                                  | 2.line.programme |                   |
| A12 | unreadable        | cover.period=下半年                                | cover.period   |                     |
| A12 | unknown           | line.category=第三产业                             | line.category  |                     |
| A12 | unknown           | cover.school=某某学院                              | cover.school   |                     |
| A12 | nearMiss          | cover.school=武汉职业技术学校                      | cover.school   |                     |
| A12 | nearMiss          | line.category=5个万亿级支柱产业。                  | line.category  |                     |
| A12 | nearMiss          | line.cluster=新一代信息技术(光芯屏端网)            | line.cluster   |                     |
| A12 | nearMiss          | 2.line.programme=装备智能制造技木                  | 2.line.programme |                   |
| A12 | elsewhere         | line.category=10个五千亿级优势产业                 | line.cluster   |                     |
| A13 | twice             | 2.line.category=5个万亿级支柱产业; 2.line.cluster=新一代信息技术（光芯屏端网）; 2.line.programme=智能光电技术应用 | 2.line.programme | |
| A14 | phone             | cover.phone=12345                                  | cover.phone    |                     |
| A14 | landline          | cover.phone=027-11112222                           | cover.phone    |                     |
| A14 | email             | cover.email=zhangsan@example                       | cover.email    |                     |
| A14 | notADay           | cover.date=2026.12.20                              | cover.date     |                     |
| A14 | notADay           | cover.date=年底                                    | cover.date     |                     |
| A14 | tooEarly          | cover.date=date:2026-06-30                         | cover.date     |                     |
| A14 | tooLate           | cover.date=date:2027-12-20                         | cover.date     |                     |
| A14 | tooLate           | cover.date=date:2036-11-26                         | cover.date     |                     |
| B01 | fell              | 01=11                                              | 01             |                     |
| B01 | fell              | 18=12                                              | 18             |                     |
| B02 | rose              | 01=20                                              | 01             |                     |
| B02 | fell              | 30=200                                             | 30             |                     |
| B02 | fell              | 30=3; s30=850                                      | 30             |                     |
| B02 | fell              | 30=3; s30=80000                                    | 30             |                     |
| B03 | alone             | 29=0; s29=0                                        | 29             |                     |
| B03 | alone             | 28=0; s28=0                                        | 28             |                     |
| B04 | outside           | 29=8875; s29=8800                                  | 29             |                     |
| B04 | outside           | 28=11; 29=123456789.25; s28=11; s29=123456789.25   | 29             |                     |
| B04 | outside           | 28=250; 29=24.95; s28=250; s29=24.95               | 29             |                     |
| B04 | outside           | 28=2500; 29=0.5; s28=2500; s29=0.5                 | 29             |                     |
| B04 | outside           | 29=0.5; s29=0.5                                    | 29             |                     |
| B05 | none              | 21=0; p21=0; 22=0; p22=0; 20=48; p20=48            | 24             |                     |
| B06 | same              | ${SAME}                                            | line.programme |                     |
| B07 | becameZero        | 13=0                                               | 13             |                     |
| B07 | becamePositive    | s25=0                                              | 25             |                     |
| B08 | active            | 08=0; p08=0; 09=0; p09=0; 21=0; p21=0; 20=80; p20=80 | 08           |                     |
| B09 | notListed         | line.programme=大数据与会计                        | line.programme |                     |
| B09 | notListed         | line.cluster=低空经济                              | line.programme |                     |
| B10 | tooFew            | t.partners=1.武汉示例光电有限公司、武汉示例光电有限公司等 | 08       |                     |
| B12 | repeated          | 2.26=97                                            | 2.line.programme |                   |
| C01 | round             | ${ROUND}                                           | 01             |                     |
| C02 | copied            | pt.practice=与三家企业共建实训基地，本期新立项两项技术服务， 派出教师十二人到企业实践。 | t.practice | |
| F01 | storedAsText      | 31="11"                                            | 31             | B02 B07             |
| F01 | width             | 31="１１"                                          | 31             | B02 B07             |
| F01 | spaces            | 31=" 11 "                                          | 31             | B02 B07             |
| F01 | separators        | 30="1,200"                                         | 30             | B02 B07             |
| F01 | unit              | 31="11项"                                          | 31             | B02 B07             |
| F01 | magnitude         | 29="2000万"                                        | 29             | B02 B03 B04 B07     |
| F01 | outOfType         | 31="11.5"                                          | 31             | B02 B07             |
| F01 | approximate       | 31="约30"                                          | 31             | B02 B07             |
| F01 | unreadable        | 31="见附件"                                        | 31             | B02 B07             |
| F02 | fault             | 31=#REF!                                           | 31             | B02 B07             |
| F02 | fault             | 31=TRUE                                            | 31             | B02 B07             |
| F02 | fault             | t.partners=#N/A                                    | t.partners     | B10                 |
| F02 | fault             | t.practice=#N/A                                    | t.practice     |                     |
| F02 | fault             | e05=#REF!                                          | e05            |                     |
| F02 | fault             | cover.email=#NAME?                                 | cover.email    |                     |
| F02 | fault             | cover.school=#NAME?                                | cover.school   |                     |
| F02 | fault             | line.cluster=#REF!                                 | line.cluster   |                     |
| F03 | date              | 31=date:2026-03-05                                 | 31             | B02 B07             |
| F03 | time              | 31=time:0.125                                      | 31             | B02 B07             |
| F03 | time              | 2.29=time:36                                       | 2.29           | B02 B03 B04 B07     |
| F06 | otherwise         | gp05=3                                             | c05            |                     |
| F08 | school            | cover.school=武汉软件工程职业学院                  | cover.school   |                     |
| F08 | period            | cover.period=2027年上半年; cover.date=date:2027-01-03 | cover.period |                    |`;

/** What no table can draw: anomalies that the reader saw, and seals. */
const OTHERS: readonly Omit<Fault, "allowed" | "change">[] = [
  {
    ref: "B11",
    message: "value",
    cell: "e31",
    plant: (draft) => void draft.plant("e31=两个项目提前立项，已附批文").sealNow().plant("31=12"),
  },
  {
    ref: "B11",
    message: "line",
    cell: "2.e.line",
    plant: (draft) =>
      void draft.plant("2.e.line=第二批名单第三页已列入; 2.line.programme=装备制造").sealNow().plant("2.line.programme=装备智能制造技术"),
  },
  {
    ref: "F04",
    message: "unsaved",
    cell: "2.e.line",
    plant: (draft) => {
      const at = draft.at("2.e.line");
      draft.anomalies.push({ kind: "formula", at, formula: "10+1", value: { kind: "blank", at } });
    },
  },
  {
    ref: "F04",
    message: "formula",
    cell: "31",
    plant: (draft) => draft.anomalies.push({ kind: "formula", at: draft.at("31"), formula: "SUM(A1:A3)", value: draft.cells.get("31")! }),
  },
  {
    ref: "F04",
    message: "sealed",
    cell: "31",
    plant: (draft) =>
      draft.sealNow().anomalies.push({ kind: "formula", at: draft.at("31"), formula: "SUM(A1:A3)", value: draft.cells.get("31")! }),
  },
  {
    ref: "F05",
    message: "removed",
    cell: "05",
    plant: (draft) =>
      draft.anomalies.push({ kind: "validation-removed", at: draft.at("05"), cells: [draft.at("05"), draft.at("06")], restore: [] }),
  },
  ...(
    [
      ["altered", { kind: "number", value: 99, at: new Draft().at("05") }, 2],
      ["removed", { kind: "blank", at: new Draft().at("05") }, 2],
      ["added", { kind: "number", value: 99, at: new Draft().at("05") }, undefined],
    ] as const
  ).map(([message, found, issued]) => ({
    ref: "F06",
    message,
    cell: "05",
    plant: (draft: Draft) => void draft.anomalies.push({ kind: "comparison-altered", at: draft.at("05"), code: "05", found, issued }),
  })),
  {
    ref: "F07",
    message: "altered",
    cell: "05",
    plant: (draft) =>
      draft.anomalies.push({ kind: "label-altered", at: draft.at("05"), code: "05", found: "教材数", issued: "校企共同开发教材数" }),
  },
  {
    ref: "F07",
    message: "unit",
    cell: "29",
    plant: (draft) =>
      draft.anomalies.push({ kind: "label-altered", at: draft.at("29"), code: "29", found: "元", issued: "万元", unit: true }),
  },
  ...(
    [
      ["school", { school: "武汉城市职业学院" }],
      ["period", { period: "2026-S1" }],
      ["cover", {}],
    ] as const
  ).map(([message, of]) => ({
    ref: "F10",
    message,
    cell: "cover.school",
    plant: (draft: Draft) => void draft.anomalies.push({ kind: "foreign-sheet", at: { sheet: "封面 (2)", row: 4, column: 2 }, ...of }),
  })),
  ...(
    [
      ["altered", { rows: ["A06", "20"] }],
      ["missing", { rows: [] }],
      ["sealed", { rows: [], sealedBy: "7K3Q-9ABC-0XYZ" }],
    ] as const
  ).map(([message, of]) => ({
    ref: "F09",
    message,
    cell: "cover.school",
    plant: (draft: Draft) => void draft.anomalies.push({ kind: "definition-altered", at: draft.at("cover.school"), ...of }),
  })),
  {
    ref: "F12",
    message: "overwritten",
    cell: "05",
    plant: (draft) =>
      draft.anomalies.push({ kind: "result-overwritten", at: draft.at("05"), cells: [draft.at("05"), draft.at("06")], found: "通过" }),
  },
  {
    ref: "F11",
    message: "hidden",
    cell: "2.line.programme",
    plant: (draft) => void draft.anomalies.push({ kind: "sheet-hidden", at: draft.at("2.line.programme") }),
  },
];

const drawn = FAULTS.trim()
  .split("\n")
  .slice(1)
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((one) => one.trim()),
  )
  .map(([ref = "", message = "", change = "", cell = "", allowed = ""]) => ({
    ref,
    message,
    cell,
    allowed,
    change,
    plant: (draft: Draft) => void draft.plant(change),
  }));
export const faults: readonly Fault[] = [...drawn, ...OTHERS.map((one) => ({ allowed: "", change: "", ...one }))];
