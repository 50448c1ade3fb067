import type { OtherForm } from "./forms";

const GROUPS = ["机械加工", "电工电子", "信息技术", "汽车维修", "建筑工程", "财经商贸"];
/** The rows of a group: name, unit, decimals, measure, of which row of the group it is a part. */
const ROWS = [
  ["设备台数", "台", 0, "时点"],
  ["完好设备台数", "台", 0, "时点", 1],
  ["数控设备台数", "台", 0, "时点", 1],
  ["设备原值", "万元", 2, "时点"],
  ["进口设备原值", "万元", 2, "时点", 4],
  ["工位数", "个", 0, "时点"],
  ["实训人次", "人次", 0, "时期"],
  ["实训课时", "课时", 0, "时期"],
  ["耗材支出", "万元", 2, "时期"],
  ["管理人员", "人", 0, "时点"],
] as const;
/** Of each group, its rows as x1 to x9 and x0 for the tenth. */
const RELATIONS = [
  "x2<=x1|强制性",
  "x3 <= x1|强制性",
  "x5≤x4|强制性",
  "若 x1=0，则 x2=0 且 x3=0 且 x4=0|强制性",
  "若 x7>0 且 x8>0，则 x8/x7 在 1.0 至 300 之间|",
  "x7、x8 同有同无|",
  "x6>=x0|提示性|是",
];
const codeOf = (group: number, row: number): string => String(group * 10 + row).padStart(2, "0");

/** 60 indicators, their groups in merged cells. */
export const workshop: OtherForm = {
  counts: { indicators: 60, texts: 1, relations: 46, roster: 3 },
  sheets: {
    指标: [
      "代码|指标分组|指标名称|计量单位|小数位|时点/时期|其中属于",
      ...GROUPS.flatMap((name, group) =>
        ROWS.map(([row, unit, decimals, measure, whole], index) =>
          [codeOf(group, index + 1), index ? "〃" : name, name + row, unit, decimals, measure, whole ? codeOf(group, whole) : ""].join("|"),
        ),
      ),
    ].join("\n"),
    基本信息: `
项目|内容
表式编号|example-workshop
附件|附件5
标题|示例省实训基地设备情况统计表
依据|示例〔2026〕05号
报送单位|示例省教育厅示例处
邮箱|workshop@example.edu.cn
首个报告期|2026年上半年
说明最少字数|10
名录完整|否`,
    名录: `
序号|产业类别|产业集群|学校|专业（群）|批次
1|示例大类|示例集群|示例职业学院|示例实训基地一|第一批
2|示例大类|示例集群|示例技师学院|示例实训基地二|第一批
3|示例大类|示例集群|示例开放学院|示例实训基地三|第一批`,
    文字项: `
代号|名称|最多字数|必填|打印行数
note|情况说明|300|否|4`,
    封面项: `
代号|名称|最多字数|用途
head|负责人|20|负责人
filler|填表人|20|填表人
phone|电话|30|电话
email|邮箱|60|邮箱
date|报出日期|10|报出日期`,
    审核关系: [
      "编号|关系式|级别|单位已确认|备注",
      ..."GHJKLM".split("").flatMap((letter, group) =>
        RELATIONS.map((text, index) => {
          const [relation = "", ...rest] = text.split("|");
          const said = relation.replace(/x(\d)/g, (_, row) => codeOf(group, Number(row) || 10));
          return [`${letter}0${index + 1}`, said, ...rest].join("|");
        }),
      ),
      "N01|合计(01，11，21，31，41，51) >= 100台|核实性||不足的请说明",
      "N02|10+20+30+40+50+60 <= 500人|强制性",
      "N03|最大(04、14、24、34、44、54) <= 5000万元|强制性",
      "N04|对比[01] - 01 <= 20台|提示性",
    ].join("\n"),
  },
  figures: GROUPS.flatMap((_, g) => [40 + g, 38 + g, 12, 120.5 + g, 10.25, 60, 900 + 10 * g, 18_000 + 200 * g, 8.4 + g, 5]),
  texts: { note: "示例实训基地运行正常。" },
  cover: ["head", "filler", "phone", "email", "date"],
  reports: [
    {
      school: "示例职业学院",
      sheets: [
        {
          // Without any 设备 the parts are more than the whole, too. 19000/63 is above 301, 122.51 more than 122.5.
          figures: { "02": 41, "13": 42, "25": 122.51, "31": 0, "48": 0, "57": 63, "60": 61 },
          found: "G01 02, H02 13, J03 25, K01 32, K02 33, K04 32, K04 33, K04 34, L06 48, M05 58, M07 56",
        },
      ],
    },
    {
      school: "示例技师学院",
      sheets: [
        {
          // 48 台 of all groups; 476+25 is 501 人. “属实” explains nothing.
          figures: {
            ...{ "01": 1, "02": 1, "03": 1, "11": 1, "12": 1, "13": 1, "21": 1, "22": 1, "23": 1 },
            ...{ "41": 1, "42": 1, "43": 1, "51": 1, "52": 1, "53": 1, "04": 5000.01, "10": 476 },
          },
          explanations: { "01": "情况属实" },
          found: "N01 01, N02 10, N03 04, G07 06",
        },
      ],
    },
    {
      school: "示例开放学院",
      sheets: [
        {
          // Whether 07 and 08 are both 0 nobody knows; that their ratio is not asked for is certain.
          figures: { "07": null, "08": 0, "11": "四十", "24": 122.555 },
          found: "A08 07, F01 11, A01 24",
          unchecked: "G06 07, H01 12, H02 13, H04 11, J03 25, N01 01, N03 04",
        },
      ],
    },
  ],
};
