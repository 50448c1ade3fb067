import type { Roster } from "../../domain";

/**
 * Annex 1: the first batch of schools and programmes that serve the clusters.
 * The copy at hand stops at row 31, inside the third category: the list is not complete, but its three categories are.
 */
export const roster: Roster = {
  id: "annex1",
  version: 1,
  source: "鄂教职成办函〔2022〕19号 附件1（第1—31行）",
  complete: false,
  categoriesComplete: true,
  // One entry a line, as in the annex.
  // prettier-ignore
  entries: [
    { number: 1, category: "5个万亿级支柱产业", cluster: "新一代信息技术（光芯屏端网）", school: "武汉职业技术学院", programme: "智能光电技术应用" },
    { number: 2, category: "5个万亿级支柱产业", cluster: "新一代信息技术（光芯屏端网）", school: "武汉软件工程职业学院", programme: "智能光电技术应用" },
    { number: 3, category: "5个万亿级支柱产业", cluster: "汽车制造", school: "湖北交通职业技术学院", programme: "新能源汽车技术" },
    { number: 4, category: "5个万亿级支柱产业", cluster: "汽车制造", school: "武汉城市职业学院", programme: "智能新能源汽车技术与服务" },
    { number: 5, category: "5个万亿级支柱产业", cluster: "现代化工及能源", school: "湖北三峡职业技术学院", programme: "绿色化工智能制造" },
    { number: 6, category: "5个万亿级支柱产业", cluster: "现代化工及能源", school: "武汉电力职业技术学院", programme: "发电厂及电力系统" },
    { number: 7, category: "5个万亿级支柱产业", cluster: "大健康", school: "湖北三峡职业技术学院", programme: "健康服务与促进" },
    { number: 8, category: "5个万亿级支柱产业", cluster: "大健康", school: "湖北中医药高等专科学校", programme: "中医药" },
    { number: 9, category: "5个万亿级支柱产业", cluster: "现代农产品加工", school: "湖北生物科技职业学院", programme: "现代农业技术" },
    { number: 10, category: "5个万亿级支柱产业", cluster: "现代农产品加工", school: "襄阳职业技术学院", programme: "现代农牧业" },
    { number: 11, category: "10个五千亿级优势产业", cluster: "高端装备", school: "武汉职业技术学院", programme: "装备智能制造技术" },
    { number: 12, category: "10个五千亿级优势产业", cluster: "高端装备", school: "武汉软件工程职业学院", programme: "工业机器人技术" },
    { number: 13, category: "10个五千亿级优势产业", cluster: "先进材料", school: "湖北三峡职业技术学院", programme: "绿色化工智能制造" },
    { number: 14, category: "10个五千亿级优势产业", cluster: "节能环保", school: "长江工程职业技术学院", programme: "生态水利" },
    { number: 15, category: "10个五千亿级优势产业", cluster: "节能环保", school: "湖北生态工程职业技术学院", programme: "林业技术" },
    { number: 16, category: "10个五千亿级优势产业", cluster: "现代纺织", school: "荆州职业技术学院", programme: "数字化纺织服装" },
    { number: 17, category: "10个五千亿级优势产业", cluster: "现代纺织", school: "仙桃职业学院", programme: "现代非织造技术" },
    { number: 18, category: "10个五千亿级优势产业", cluster: "绿色建材", school: "湖北城市建设职业技术学院", programme: "建筑工程技术" },
    { number: 19, category: "10个五千亿级优势产业", cluster: "绿色建材", school: "黄冈职业技术学院", programme: "建筑钢结构工程技术" },
    { number: 20, category: "10个五千亿级优势产业", cluster: "低碳冶金", school: "武汉工程职业技术学院", programme: "钢铁智能冶金技术" },
    { number: 21, category: "10个五千亿级优势产业", cluster: "现代金融", school: "咸宁职业技术学院", programme: "大数据与会计" },
    { number: 22, category: "10个五千亿级优势产业", cluster: "现代金融", school: "湖北财税职业学院", programme: "智慧财税" },
    { number: 23, category: "10个五千亿级优势产业", cluster: "现代物流", school: "武汉交通职业学院", programme: "智慧交通物流" },
    { number: 24, category: "10个五千亿级优势产业", cluster: "现代物流", school: "湖北交通职业技术学院", programme: "智能交通技术" },
    { number: 25, category: "10个五千亿级优势产业", cluster: "研发设计和科技服务", school: "武汉城市职业学院", programme: "数字媒体技术" },
    { number: 26, category: "10个五千亿级优势产业", cluster: "商务服务", school: "武汉职业技术学院", programme: "财经商贸与跨境电商" },
    { number: 27, category: "10个五千亿级优势产业", cluster: "商务服务", school: "武汉软件工程职业学院", programme: "电子商务" },
    { number: 28, category: "20个千亿级特色产业集群", cluster: "新能源与智能网联汽车", school: "湖北交通职业技术学院", programme: "新能源汽车技术" },
    { number: 29, category: "20个千亿级特色产业集群", cluster: "新能源与智能网联汽车", school: "襄阳汽车职业技术学院", programme: "智能新能源汽车" },
    { number: 30, category: "20个千亿级特色产业集群", cluster: "新能源", school: "湖北水利水电职业技术学院", programme: "发电厂及电力系统" },
    { number: 31, category: "20个千亿级特色产业集群", cluster: "新能源", school: "三峡电力职业学院", programme: "新能源电力工程技术" },
  ],
};
