import { WHOLE_SCHOOL, type CoverItem, type CoverRole, type Indicator, type RosterEntry, type TextItem } from "../../domain";
import { choice, code, flag, folded, number, text, type Codec } from "./codec";
import { keyed, type Column, type Columns, type Table } from "./column";
import { SHEETS } from "./names";

type Extra = Partial<Omit<Column, "heading" | "codec" | "width" | "prompt">>;
const column = (heading: string, codec: Codec, width: number, prompt: string, extra: Extra = {}): Column => ({
  heading,
  codec,
  width,
  prompt,
  ...extra,
});

/** What rests on no other document rests on the one that the whole form does. */
const source = column("依据", text, 30, "依据哪份文件的哪一条；不填的按“基本信息”的来源", {
  optional: true,
  blank: ({ form }) => (form as Readonly<Record<string, unknown>> | undefined)?.["source"],
});
/** Points to an indicator by its code. */
const CODES = { sheet: SHEETS.indicators, heading: "代码" };

const ROSTER: Columns<RosterEntry> = {
  number: column("序号", number, 7, "与印发的名录一致"),
  category: column("产业类别", text, 24, "同一产业集群只能属于一个产业类别"),
  cluster: column("产业集群", text, 28, "与印发的名录一字不差"),
  school: column("学校", text, 28, "学校全称"),
  shortName: column("简称", text, 12, "没有的留空；用来认出来件是哪所学校的", { optional: true }),
  programme: column("专业（群）", text, 28, "与印发的名录一字不差；填报对象是学校的，留空", {
    blank: ({ form }) => ((form as Readonly<Record<string, unknown>> | undefined)?.["subject"] === "school" ? WHOLE_SCHOOL : undefined),
  }),
};

const decimals = choice(
  new Map([
    ["0", { decimals: 0 }],
    ["1", { decimals: 1 }],
    ["2", { decimals: 2 }],
  ]),
);
/** A number to people and programs; three of them to choose from. */
const DECIMALS: Codec<{ readonly decimals: 0 | 1 | 2 }> = { ...decimals, asText: false, write: (value) => value.decimals };
const MEASURE = choice(
  new Map([
    ["时点", "stock"],
    ["时期", "flow"],
  ]),
);

/** Nothing is said of what is compared, as almost all is. */
const COMPARED: Codec<false> = {
  ...flag,
  write: () => "否",
  read: (typed) => {
    const read = flag.read(typed);
    return "value" in read && read.value === true ? { value: undefined } : read;
  },
};

const INDICATORS: Columns<Indicator> = {
  code: column("代码", code, 10, "字母、数字、小数点、连字符；按文本填写，开头的 0 不能丢。改动或停用后，不再用于别的指标"),
  group: column("指标分组", text, 18, "同一分组的指标排在一起"),
  name: column("指标名称", text, 38, "印在表上的名称"),
  unit: column("计量单位", text, 10, "常用单位可从列表选择；列表里没有而确实要用的，在“单位已确认”填“是”", {
    offer: { sheet: SHEETS.choices, heading: "计量单位" },
  }),
  type: column("小数位", DECIMALS, 8, "0、1 或 2；人数、个数填 0"),
  measure: column("时点/时期", MEASURE, 10, "时点：期末有多少，与上期比；时期：本期发生多少，与上年同期比"),
  partOf: column("其中属于", code, 10, "是其中项的，填它所属总项的代码；总项要排在前面", {
    optional: true,
    offer: { ...CODES, strict: true },
  }),
  source,
  compared: column("对比", COMPARED, 7, "不与往期对比的填“否”", { optional: true }),
};

/** `08>0 时`: required where the indicator is above 0. */
const CONDITION = /^(.+?)\s*>\s*0\s*时?$/;
interface Requirement {
  readonly required: boolean;
  readonly when?: string;
}
const REQUIRED: Codec<Requirement> = {
  asText: true,
  write: ({ required, when }) => (when === undefined ? (required ? "是" : "否") : `${required ? "是；" : ""}${when}>0 时`),
  read(typed) {
    // The key of a figure may hold a semicolon too.
    const said = folded(String(typed));
    const [, first = said, second] = /^([是否])\s*;\s*(.*)$/.exec(said) ?? [];
    const always = flag.read(typeof typed === "boolean" ? typed : first);
    const when = CONDITION.exec(second ?? first)?.[1];
    if ("value" in always && second === undefined) return { value: { required: always.value } };
    if (when === undefined || (second !== undefined && first !== "是"))
      return { fault: { code: "bad-requirement", facts: { found: String(typed) } } };
    return { value: { required: second !== undefined, when } };
  },
};

const TEXTS: Columns<TextItem> = {
  id: column("代号", code, 14, "字母、数字、连字符；不与指标代码、封面项代号相同"),
  label: column("名称", text, 26, "印在表上的名称"),
  maxLength: column("最多字数", number, 10, "超过的不能封签"),
  required: column("必填", REQUIRED, 14, "是、否，或者写明何时必填，如：08>0 时", {
    from: ({ required, requiredWhenPositive }: TextItem): Requirement => ({
      required,
      ...(requiredWhenPositive === undefined ? {} : { when: requiredWhenPositive }),
    }),
    into: ({ required, when }: Requirement) => ({ required, ...(when === undefined ? {} : { requiredWhenPositive: when }) }),
  }),
  requiredWhenPositive: { within: "required" },
  lines: column("打印行数", number, 10, "纸上留几行"),
  source,
};

const KIND = choice(
  new Map([
    ["文字", "text"],
    ["电话", "phone"],
    ["邮箱", "email"],
    ["日期", "date"],
  ]),
);
/** By the word for what an item of the cover is for. */
const ROLES = new Map<string, CoverRole>([
  ["负责人", "head"],
  ["填表人", "filler"],
  ["电话", "phone"],
  ["邮箱", "email"],
  ["报出日期", "reported"],
]);
const ROLE = choice(ROLES);
/** What such an item is filled in with, unless the row says otherwise. */
const KIND_OF: ReadonlyMap<unknown, string> = new Map([
  ["phone", "phone"],
  ["email", "email"],
  ["reported", "date"],
]);

const COVER: Columns<CoverItem> = {
  id: column("代号", code, 14, "字母、数字、连字符；不与指标代码、文字项代号相同"),
  label: column("名称", text, 26, "印在封面上的名称"),
  role: column("用途", ROLE, 12, "程序靠用途找到这些内容，不靠名称；每种用途至多一项，没有的留空", { optional: true }),
  kind: column("类型", KIND, 10, "按什么检查填写的内容；不填的按用途", {
    optional: true,
    blank: (_, { role }) => KIND_OF.get(role) ?? "text",
  }),
  maxLength: column("最多字数", number, 10, "最多可填多少字"),
  source,
};

/** The words of values that stand as such in facts of mistakes: what an item of the cover is for, and how it is filled in. */
export const VALUE_WORDS = { role: ROLE, kind: KIND };

/** Says that a unit which the program does not know is right all the same. It is no part of the form: the reader takes it in. */
export const UNIT_CONFIRMED = "单位已确认";
export const UNIT_CONFIRMED_COLUMN = column(UNIT_CONFIRMED, flag, 11, "计量单位不常见但没有写错的，填“是”", { optional: true });

export const rosterTable: Table = {
  sheet: SHEETS.roster,
  path: ["roster", "entries"],
  columns: keyed(ROSTER),
  unused: ["批次", "起用期", "停用期"],
};
/** A column of the form, where its rows have several figures. It is no part of the definition, which has an indicator for each figure. */
export interface FigureColumn {
  readonly id: string;
  readonly name: string;
  readonly measure?: Indicator["measure"];
  readonly compared?: false;
}
const FIGURE_COLUMNS: Columns<FigureColumn> = {
  id: column("栏号", code, 10, "字母、数字；关系式里写成 [20;1]"),
  name: column("名称", text, 30, "如 本期新增、期末累计"),
  measure: column("时点/时期", MEASURE, 10, "不填的按指标的时点/时期", { optional: true }),
  compared: column("对比", COMPARED, 7, "不与往期对比的填“否”", { optional: true }),
};
export const figureColumnTable: Table = {
  sheet: SHEETS.columns,
  path: ["columns"],
  columns: keyed(FIGURE_COLUMNS),
  unused: [],
  optional: true,
};

export const indicatorTable: Table = {
  sheet: SHEETS.indicators,
  path: ["form", "indicators"],
  columns: keyed(INDICATORS),
  unused: ["印出的代码", "解释（口径）", "上版对应", "简报", "表样位置"],
};
export const textTable: Table = {
  sheet: SHEETS.texts,
  path: ["form", "texts"],
  columns: keyed(TEXTS),
  unused: ["用途"],
  optional: true,
};
export const coverTable: Table = {
  sheet: SHEETS.cover,
  path: ["form", "cover"],
  columns: keyed(COVER),
  unused: ["必填", "打印行数"],
};
