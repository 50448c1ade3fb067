import { linesOf, serialOfDay, type CellRef, type Change, type Previous, type ReportingPeriod } from "../src/domain";
import { catalogue, form, roster } from "../src/forms";
import { zhCN, type Locale } from "../src/locales";
import {
  coverAt,
  coverPlaces,
  explanationAt,
  lineAt,
  programmePlaces,
  programmeSheetName,
  textAt,
  valueAt,
  type LinePart,
} from "../src/sheets/places";
import { template, type Issue } from "../src/sheets/template";
import { writeXlsx } from "../src/workbook/xlsx";

/** What hands put into a cell. A day is a date cell. */
export type Entered = string | number | null | { readonly day: string };
export interface Entry {
  readonly at: CellRef;
  readonly value: Entered;
}

/** Plausible numbers that no relation objects to. */
export const VALUES: Readonly<Record<string, number>> = {
  "01": 12,
  "02": 4,
  "03": 6,
  "04": 5,
  "05": 3,
  "06": 2,
  "07": 8,
  "08": 15,
  "09": 6,
  "10": 3,
  "11": 2,
  "12": 1,
  "13": 1,
  "14": 2,
  "15": 1,
  "16": 1,
  "17": 2,
  "18": 21,
  "19": 12.5,
  "20": 186,
  "21": 60,
  "22": 45,
  "23": 81,
  "24": 24,
  "25": 32,
  "26": 143,
  "27": 97,
  "28": 9,
  "29": 236.55,
  "30": 1280,
  "31": 14,
  "32": 3,
};

export const TEXTS: Readonly<Record<string, string>> = {
  leader: "湖北省经济和信息化厅",
  partners: "示例光电股份有限公司、示例智能装备有限公司、示例信息技术有限公司",
  practice: "对接产业集群重点企业，共建课程与产业学院，选派教师到企业实践，承接企业职工培训。",
  problems: "部分企业参与深度不足。",
  next: "扩大合作企业范围，完善岗位实习管理。",
};

export const COVER: Readonly<Record<string, Entered>> = {
  head: "张三",
  filler: "李四",
  phone: "027-00000000",
  email: "zhangsan@example.edu.cn",
  date: { day: "2026-12-20" },
};

export const PERIOD: ReportingPeriod = { year: 2026, half: 2 };

/** What may differ on one programme sheet. */
export interface Sheet {
  readonly line?: Readonly<Partial<Record<LinePart, Entered>>>;
  readonly values?: Readonly<Record<string, Entered>>;
  readonly texts?: Readonly<Record<string, Entered>>;
  /** By indicator code, or `line`. */
  readonly explanations?: Readonly<Record<string, Entered>>;
}

/** The names of the programme sheets of a school. */
export function sheetsOf(school: string): string[] {
  return linesOf(roster, school).map((_, index) => programmeSheetName(form, index));
}

/**
 * A blank form as bytes.
 * @param issue what differs from a Chinese form for the second half of 2026 without earlier files
 */
export function blankForm(school: string, issue: Partial<Issue> & { readonly locale?: Locale } = {}): Uint8Array {
  return writeXlsx(template({ ...catalogue, school, period: PERIOD, previous: [], locale: zhCN, ...issue }));
}

/**
 * Everything that fills a blank form of a school so that nothing is found.
 * @param sheets what differs on each programme sheet
 * @param cover what differs on the cover, school and period among it
 */
export function entries(school: string, sheets: readonly Sheet[] = [], cover: Readonly<Record<string, Entered>> = {}): Entry[] {
  const names = sheetsOf(school);
  const onCover = coverPlaces(form, names.length);
  const filled: Entry[] = Object.entries({ ...COVER, ...cover }).map(([item, value]) => ({ at: coverAt(onCover, item), value }));
  names.forEach((name, index) => {
    const places = programmePlaces(form, name);
    const { line = {}, values, texts, explanations = {} } = sheets[index] ?? {};
    for (const [part, value] of Object.entries(line)) filled.push({ at: lineAt(places, part as LinePart), value });
    // No two programmes have the same figures throughout.
    for (const [code, value] of Object.entries({ ...VALUES, "26": VALUES["26"]! + index, ...values }))
      filled.push({ at: valueAt(places, code), value });
    for (const [id, value] of Object.entries({ ...TEXTS, ...texts })) filled.push({ at: textAt(places, id), value });
    for (const [row, value] of Object.entries(explanations)) filled.push({ at: explanationAt(places, row), value });
  });
  return filled;
}

/** What earlier forms of a school said: the values of now, so that nothing changed, but for what differs on each programme sheet. */
export function earlier(school: string, sheets: readonly Pick<Previous, "lastPeriod">["lastPeriod"][] = []): Previous[] {
  return linesOf(roster, school).map(({ cluster, programme }, index) => {
    // One number is not the same, so that the form is no copy of an earlier one.
    const values = { ...VALUES, "26": 141, ...sheets[index] };
    return { cluster, programme, lastPeriod: values, sameHalf: values, explanations: {}, texts: {} };
  });
}

/** Entries as changes of our own patcher. */
export function asChanges(filled: readonly Entry[]): Change[] {
  return filled.map(({ at, value }) => ({
    kind: "value",
    ...at,
    value: typeof value === "object" && value !== null ? serialOfDay(value.day)! : value,
  }));
}
