import { parsePeriod, periodId, periodLabel, type Form, type FormLabels, type FormNames, type Roster, type Ruleset } from "../../domain";
import { choice, code, flag, list, number, text, type Codec } from "./codec";
import { partAt, placed, type Blank, type Column, type Items, type Placed } from "./column";

const item = (heading: string, codec: Codec, prompt: string, blank?: Blank): Column => ({
  heading,
  codec,
  prompt,
  ...(blank ? { blank } : {}),
});
const value =
  (of: unknown): Blank =>
  () =>
    of;
/** What another item says, which stands before this one. */
const as =
  (...path: readonly string[]): Blank =>
  (book) =>
    partAt(book, path);

/** A period is read as people write it, and kept as programs do. */
const period: Codec<string> = {
  ...code,
  write: (value) => periodLabel(parsePeriod(value)!),
  read: (typed) => {
    const period = parsePeriod(String(typed));
    return { value: period ? periodId(period) : typed };
  },
};
const provenance = choice(
  new Map([
    ["正式表样", "official"],
    ["复原", "reconstructed"],
  ]),
);

const subject = choice(
  new Map([
    ["专业（群）", "programme"],
    ["学校", "school"],
  ]),
);

const slot = (heading: string): Column => ({ ...item(heading, text, "没有的留空，表上就不印", value("")), optional: true });
const english = (heading: string, prompt: string): Column => ({ ...item(heading, text, prompt, value(undefined)), optional: true });
const ENGLISH: Items<FormNames> = {
  annex: english("附件（英文）", "英文提示语里怎样称呼；没有的，三项都留空"),
  title: english("标题（英文）", "英文邮件里怎样称呼这张表"),
  shortTitle: english("简称（英文）", "英文提示语里怎样称呼这张表"),
};

type Basics = {
  readonly form: Items<Omit<Form, "cover" | "indicators" | "texts" | "labels">>;
  readonly roster: Items<Omit<Roster, "entries">>;
  readonly ruleset: Items<Omit<Ruleset, "settings" | "across">>;
};

const BASICS: Basics = {
  form: {
    id: item("表式编号", code, "字母、数字、连字符；同一张表每次修订都用同一个编号"),
    version: item("版次", number, "每次修订加 1", value(1)),
    layout: item("版面", number, "由程序决定，请勿改动", value(1)),
    provenance: item("来源性质", provenance, "照正式表样录入的填“正式表样”", value("official")),
    annex: item("附件", text, "印在表首的附件号，如“附件2”"),
    title: item("标题", text, "表的全称，印在表上"),
    shortTitle: item("简称", text, "文件名和提示语里怎样称呼这张表", as("form", "title")),
    translations: { "en-US": ENGLISH },
    basis: item("依据", text, "印在标题下的依据"),
    source: item("来源", text, "表式出自哪份文件；指标、文字项没有写依据的按此", as("form", "basis")),
    slots: {
      formNumber: slot("表号"),
      authority: slot("制定机关"),
      approvalNumber: slot("批准文号"),
      validUntil: slot("有效期至"),
    },
    subject: item("填报对象", subject, "填“学校”的，每所学校填一份，名录的专业（群）留空", value("programme")),
    recipient: {
      office: item("报送单位", text, "收表的处室"),
      email: item("邮箱", code, "收表的邮箱，只写一个地址"),
    },
    firstPeriod: item("首个报告期", period, "如 2026年上半年，或 2026-S1"),
  },
  roster: {
    id: item("名录编号", code, "字母、数字、连字符", as("form", "id")),
    version: item("名录版次", number, "名录每次改动加 1", value(1)),
    source: item("名录来源", text, "名录出自哪份文件", as("form", "source")),
    complete: item("名录完整", flag, "填“否”的，名录以外的学校只作核实，不作错误", value(true)),
    categoriesComplete: item("类别完整", flag, "产业类别已经齐全的填“是”", as("roster", "complete")),
  },
  ruleset: {
    id: item("关系编号", code, "字母、数字、连字符", as("form", "id")),
    version: item("关系版次", number, "审核关系每次改动加 1", as("form", "version")),
    explanation: {
      minLength: item("说明最少字数", number, "少于这些字的说明不算说明", value(8)),
      boilerplate: item("空话", list, "用顿号隔开；说明里只有这些词的不算说明", value(["已", "核实", "无误", "属实", "情况", "数据"])),
      repeatedRows: item("重复行数", number, "同一句说明用在这么多行就不算说明", value(3)),
    },
    schoolNames: {
      threshold: item("校名相似度", number, "0 至 1；学校名称与名录这样相近，才提示可能写错", value(0.82)),
      lead: item("校名领先", number, "0 至 1；最相近的一所比第二所至少相近这么多", value(0.1)),
    },
  },
};

const label = (heading: string, usual: string, prompt = "印在统计表上的文字"): Column => item(heading, text, prompt, value(usual));

const LABELS: Items<FormLabels> = {
  coverSheet: label("封面工作表", "封面", "封面那张工作表的名称"),
  programmeSheet: label("专业表工作表", "表", "各专业（群）工作表名称的前一部分，后面加序号"),
  school: label("填报单位", "填报单位"),
  period: label("报告期", "报告期"),
  seal: label("校验码", "校验码"),
  stampNote: label("盖章提示", "（盖章）", "印在填报单位后面"),
  unitNote: label("单位提示", "计量单位：见丁栏", "印在表的右上角"),
  category: label("产业类别", "产业类别"),
  cluster: label("产业集群", "产业集群"),
  programme: label("专业（群）", "专业（群）"),
  group: label("指标分组", "指标分组"),
  code: label("代码", "代码"),
  name: label("指标名称", "指标名称"),
  unit: label("计量单位", "计量单位"),
  comparison: label("对比数", "对比数"),
  current: label("本期数", "本期数"),
  result: label("审核结果", "审核结果"),
  explanation: label("说明", "说明"),
  numbering: label("栏号", "甲 乙 丙 丁 1 2 3 4", "八个栏号，用一个空格隔开"),
  partOf: label("其中项提示", "其中：", "印在其中项名称的前面"),
  lengthNote: label("字数提示", "（不超过{max}字）", "{max} 处印出字数"),
  carriedExplanation: label("上期说明", "上期说明"),
  draftMark: label("草稿标记", "【上期草稿】", "带入的上期文字前面的标记"),
};

/** 基本信息. An item that reads another stands behind it. */
export const basics: readonly Placed[] = placed(BASICS, []);
/** 版式. */
export const labels: readonly Placed[] = placed(LABELS, ["form", "labels"]);

/** What is fixed for now: items that must say so, where they stand at all. */
export const FIXED: readonly Column[] = [item("报告周期", choice(new Map([["半年", "half-year"]])), "目前只能是半年")];
