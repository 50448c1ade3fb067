import type { OtherForm } from "./forms";

/** No texts at all, and no 电子邮箱 on the cover; codes of letters. */
export const contest: OtherForm = {
  counts: { indicators: 12, texts: 0, relations: 14, roster: 4 },
  sheets: {
    基本信息: `
项目|内容|填写说明
表式编号|example-contest|不要改
版次|2
附件|附件一
标题|示例省技能竞赛参赛情况统计表
依据|示例〔2026〕03号
来源|示例竞赛章程
报送单位|示例竞赛办公室
邮箱|contest@example.edu.cn
首个报告期|2026年上半年`,
    指标: `
计量单位|代码|指标名称|其中属于|指标分组|时点/时期|小数位
个|A1|参赛队总数||队伍|时期|0
个|A2|学生队|A1|队伍|时期|0
个|A3|教师队|A1|队伍|时期|0
人|B1|参赛人数||人员|时期|0
人|B2|参赛学生|B1|人员|时期|0
项|C1|获奖总数||获奖|时期|0
项|C2|一等奖|C1|获奖|时期|0
项|C3|二等奖|C1|获奖|时期|0
项|C4|三等奖|C1|获奖|时期|0
万元|D1|参赛经费||经费|时期|2
万元|D2|差旅费|D1|经费|时期|2
万元|D3|训练费|D1|经费|时期|2`,
    名录: `
序号|学校|产业类别|产业集群|专业（群）
1|示例职业学院|示例大类|示例赛区|数控技术
2|示例职业学院|示例大类|示例赛区|软件技术
3|示例技师学院|示例大类|示例赛区|数控技术
4|示例开放学院|示例大类|示例赛区|会计`,
    审核关系: `
关系式|编号|单位已确认|级别|种类
A1=A2+A3|P01
B2<=B1|P02
C1＝合计（C2～C4）|P03
若 A1=0，则 B1=0 且 C1=0|P04
B1>=A1|P05|是
D2+D3<=D1|P06
若 B1>0 且 D1>0，则 D1/B1 在 0.01 至 2.0 之间|P07
C1 <= 最大(A1，B1)|P08|是
个数(C2，C3，C4) >= 1.0|P09||提示性
若 C2>0，则 B2>0|P10||核实性
若 A1、B1 至少一项>0，则 D1>0|P11
非（B1=0 且 C1>0）|P12||强制性
|P20|||必填内容填写齐全
|P21|||联系方式和日期填写规范`,
    封面项: `
代号|名称|最多字数|用途|类型
head|领队|20|负责人|文字
filler|填表人|20|填表人
phone|手机|30|电话
date|报出日期|10|报出日期|日期`,
  },
  figures: [12, 9, 3, 60, 48, 6, 1, 2, 3, 15.6, 6.1, 9],
  texts: {},
  cover: ["head", "filler", "phone", "date"],
  reports: [
    {
      school: "示例职业学院",
      sheets: [{}, { figures: { A2: 10, B1: 11, B2: 11, C4: 4 }, found: "P01 A1, P03 C1, P05 B1" }],
    },
    {
      school: "示例技师学院",
      cover: { phone: null },
      found: "P20 phone",
      sheets: [{ figures: { A1: 0, A2: 0, A3: 0, B2: 61, D1: 0 }, found: "P04 B1, P04 C1, P02 B2, P06 D2, P11 D1" }],
    },
    {
      school: "示例开放学院",
      cover: { date: "20261220" },
      found: "P21 date",
      sheets: [
        {
          // A blank is a blank, though somebody typed a space. No prize at all: 非（B1=0 且 C1>0） holds whatever B1 is.
          figures: { B1: " ", C1: 0, C2: 0, C3: 0, C4: 0, D1: 40 },
          found: "A08 B1, P09 C2",
          unchecked: "P02 B2, P05 B1, P07 D1, P08 C1",
        },
      ],
    },
  ],
};
