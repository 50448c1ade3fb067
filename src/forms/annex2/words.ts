import type { Setting } from "../../domain";

/** What relations of annex 2 say in terms of its own indicators and texts, where the general words of their rules would say less. */
export const words = {
  A09: {
    "zh-CN": {
      description: "合作企业数为 0 时，规模以上企业数和订单培养学生数都应为 0。",
      why: "没有合作企业，就不可能有规模以上企业和订单培养。",
      messages: {
        positive: { cure: "请核对 {whole} 和 {code}：漏填合作企业的，补填 {whole}；没有的，将 {code} 改为 0。" },
      },
    },
    "en-US": {
      description: "With 0 partner enterprises there are no large ones and no order-based students.",
      why: "Without partners neither can exist.",
    },
  },
  A10: {
    "zh-CN": {
      description: "封面各项和规定必填的文字内容应填写；合作企业数大于 0 的，应填写主要合作企业；上期带入的草稿须改写或核对后才算填写。",
      why: "缺少联系方式和进展情况，报表无法审核。",
    },
    "en-US": {
      description:
        "Every item of the cover and every required text is filled in; the main enterprises are named where there are any. A draft carried over counts once it is rewritten or checked.",
      why: "Without contacts and an account of progress the report cannot be reviewed.",
    },
  },
  B01: {
    "zh-CN": { why: "课程、企业、基地等期末数通常逐期积累，减少多半是漏填，或者统计口径有变。" },
    "en-US": {
      why: "Courses, partners and facilities add up over time; a fall is most likely an omission or another way of counting.",
    },
  },
  B03: {
    "zh-CN": { why: "有项目而无到款，或者有到款而无项目，多半是漏填其中一项。" },
    "en-US": { why: "Projects without income, or income without projects: most likely one of them was left out." },
  },
  B04: {
    "zh-CN": {
      title: "单个项目平均金额合理",
      description: "两项指标的比值（平均每个项目的到款额）应在规定范围内。",
      why: "比值过大或者过小，多半是把元填成了万元，或者把万元填成了元。",
    },
    "en-US": {
      title: "A plausible amount per project",
      description: "The ratio of two indicators (income per project) lies within the set range.",
      why: "Outside of it, 元 and 万元 were most likely confused.",
    },
  },
  B05: {
    "zh-CN": { why: "现场工程师通常从订单培养或者现代学徒制学生中培养，两项都为 0 多半是归类有误。" },
    "en-US": {
      why: "Field engineers are usually trained among order-based students or apprentices: with neither, something was put in the wrong row.",
    },
  },
  B08: {
    "zh-CN": {
      title: "有合作活动应有合作企业",
      description: "合作企业数为 0 时，兼职教师、学徒制、实习、就业、到款和培训等与企业有关的指标一般也应为 0。",
      why: "这些活动都以合作企业为前提，企业数为 0 多半是漏填。",
      messages: {
        active: {
          cure: "请核对 {code}，补填合作企业数；确无合作企业的，请核对 {active}，或者在{where}写明原因。",
          brief: "为0，但有合作活动数据",
        },
      },
    },
    "en-US": {
      title: "Activities with enterprises need enterprises",
      description:
        "Where there are no partner enterprises, the figures that rest on them (part-time teachers, apprentices, placements, jobs, income, training) are usually 0 too.",
      why: "All of these need a partner: 0 enterprises was most likely left out by mistake.",
      messages: {
        active: { cure: "Check {code} and enter the enterprises; if there are none, check {active}, or explain in {where}." },
      },
    },
  },
  B10: {
    "zh-CN": {
      title: "列出主要合作企业名称",
      description: "有合作企业的，应列出主要合作企业；合作企业不足规定家数的，全部列出。",
      why: "只有家数而无名称，审核时无从核对。",
      messages: {
        tooFew: {
          message: "{code} {name}填报 {found} {unit}，“{label}”只列出 {names} 家，至少应列出 {least} 家。",
          cure: "请在“{label}”中补列企业全称，用顿号隔开；不便列出的，在{where}写明原因。",
          brief: "应列出至少{least}家企业名称",
        },
      },
    },
    "en-US": {
      title: "The main enterprises are named",
      description: "Where there are partner enterprises the main ones are named; all of them where there are fewer than the set number.",
      messages: {
        tooFew: {
          cure: "Add full company names to “{label}”, separated by 、; if they cannot be named, explain in {where}.",
          brief: "name at least {least} companies",
        },
      },
    },
  },
  C02: {
    "zh-CN": { description: "做法与成效应写本期的新进展，不照抄上期报表。" },
    "en-US": { description: "The account of progress tells what is new, and is not copied from the previous report." },
  },
  C03: {
    "zh-CN": {
      title: "平均每家企业的人数与他校相近",
      description: "平均每家合作企业的接收岗位实习学生数、企业兼职教师数，应与其他学校在同一水平（按各校比值的中位数和绝对中位差判断）。",
    },
    "en-US": {
      description:
        "Interns received and part-time teachers per partner enterprise are about where they are for other schools (median and median absolute deviation of all ratios).",
    },
  },
  X02: {
    "zh-CN": {
      title: "同一集群的牵头部门一致",
      description:
        "服务同一产业集群的各校，填报的产业集群牵头部门应当一致。比较的是所填名称：其中有一个部门相同，或一个是另一个的简称（例如“省经信厅”与“湖北省经济和信息化厅”），即视为一致。",
      why: "一个集群由同一部门牵头，说法不一的，多半有一校填错或情况已有变化。程序只比较文字，不知道哪一个是对的。",
      messages: {
        differs: {
          message: "“{cluster}”的牵头部门填为“{found}”，与服务同一集群的其他学校不一致：{others}。",
          cure: "请与主管部门核对该集群的牵头部门；填写无误的，请在答复中说明依据。",
          brief: "牵头部门与他校不一致",
        },
      },
    },
    "en-US": {
      title: "One cluster, one leading department",
      description:
        "The schools that serve a cluster name the same leading department. Compared are the names as typed: they agree where one department is the same, or one name is the other one shortened.",
      why: "A cluster is led by one department; where schools differ, one of them is mistaken or things have changed. A program compares words: it cannot know who is right.",
      messages: {
        differs: {
          message: "The leading department of “{cluster}” is given as “{found}”, unlike other schools that serve it: {others}.",
          cure: "Ask the department in charge who leads the cluster; if the entry is right, say in the answer what it rests on.",
          brief: "leader differs from other schools",
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Setting["words"]>>;
