import type { Language } from "./language";
import { memoizedBy } from "./memoized";

/** Number in existence at the end of the period, or what happened within it. */
export type Measure = "stock" | "flow";

/** `decimals` is 0 for counts. */
export interface NumberType {
  readonly decimals: 0 | 1 | 2;
}

/** One row of the form. */
export interface Indicator {
  /**
   * A text, whatever it looks like: `01`, `1.10`, `1E2`. Where a row of the form has several figures, of the row and of the column: `20;1`.
   * No two of a form differ in case alone.
   */
  readonly code: string;
  readonly group: string;
  readonly name: string;
  /** 计量单位. */
  readonly unit: string;
  readonly type: NumberType;
  /** A stock is compared with the previous period, a flow with the same half of the previous year. */
  readonly measure: Measure;
  /** Absent where it is compared as its measure says; false where with nothing. */
  readonly compared?: false;
  /** Code of the indicator of which this is a part (其中). */
  readonly partOf?: string;
  /** The clause of the letter that asks for it. */
  readonly source: string;
}

/** A text of a programme report. */
export interface TextItem {
  readonly id: string;
  readonly label: string;
  /** Characters; also the limit of the native validation. */
  readonly maxLength: number;
  readonly required: boolean;
  /** Required where this indicator is above 0. */
  readonly requiredWhenPositive?: string;
  /** Lines of room on the printed form. */
  readonly lines: number;
  readonly source: string;
}

export type CoverKind = "text" | "phone" | "email" | "date";

/** What the program needs an item of the cover for, whatever the form calls it: 单位负责人, 填表人, 联系电话, 电子邮箱, 报出日期. */
export type CoverRole = "head" | "filler" | "phone" | "email" | "reported";

/** An item of the cover beside school and period. */
export interface CoverItem {
  readonly id: string;
  readonly label: string;
  readonly kind: CoverKind;
  /** No two items of a form have the same. */
  readonly role?: CoverRole;
  readonly maxLength: number;
  readonly source: string;
}

/** What a form is called. */
export interface FormNames {
  /** `附件2`. */
  readonly annex: string;
  readonly title: string;
  /** As sentences and file names call it: 进展情况统计表. */
  readonly shortTitle: string;
}

/** A statistical form as plain data. The template, the reader, the rules and all messages follow from it. */
export interface Form extends FormNames {
  readonly id: string;
  readonly version: number;
  /** Of the geometry in `sheets`; a reader refuses one it does not know. */
  readonly layout: number;
  /** `reconstructed`: the department's own sheet was not at hand, each item names the clause it follows from. */
  readonly provenance: "reconstructed" | "official";
  readonly source: string;
  /** How sentences of other languages call it; those without one call it as it is printed. */
  readonly translations?: { readonly [L in Exclude<Language, "zh-CN">]?: FormNames };
  readonly basis: string;
  /** Statistical-law slots, left out of the form while empty: 表号, 制定机关, 批准文号, 有效期至. */
  readonly slots: {
    readonly formNumber: string;
    readonly authority: string;
    readonly approvalNumber: string;
    readonly validUntil: string;
  };
  /** What a report is about: each programme with which a school serves a cluster, or a school as a whole. */
  readonly subject: "programme" | "school";
  readonly recipient: { readonly office: string; readonly email: string };
  /** First period that is due. */
  readonly firstPeriod: string;
  readonly labels: FormLabels;
  readonly cover: readonly CoverItem[];
  readonly indicators: readonly Indicator[];
  readonly texts: readonly TextItem[];
}

/** The words printed on the form. They are the form's own, in Chinese in every language: the reader finds its way by them. */
export interface FormLabels {
  readonly coverSheet: string;
  /** Prefix of the programme sheets: 表1, 表2, … */
  readonly programmeSheet: string;
  readonly school: string;
  readonly period: string;
  readonly seal: string;
  /** Stands after the label of the school: （盖章）. */
  readonly stampNote: string;
  readonly unitNote: string;
  readonly category: string;
  readonly cluster: string;
  readonly programme: string;
  readonly group: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly comparison: string;
  readonly current: string;
  readonly result: string;
  readonly explanation: string;
  /** Under the eight heads of the table, separated by spaces: 甲 乙 丙 丁 1 2 3 4. */
  readonly numbering: string;
  /** Prefix of an indicator that is part of another: 其中：. */
  readonly partOf: string;
  /** Under the label of a text; `{max}` is its limit. */
  readonly lengthNote: string;
  readonly carriedExplanation: string;
  /** Stands before a text of the last period that was carried over as a draft, until it is made the text of this period. */
  readonly draftMark: string;
}

const byCode = memoizedBy((indicators: readonly Indicator[]) => new Map(indicators.map((indicator) => [indicator.code, indicator])));

/** The indicators of a form by their codes: each finding of each of thousands of files asks for some. */
export function indicatorsByCode({ indicators }: Pick<Form, "indicators">): ReadonlyMap<string, Indicator> {
  return byCode(indicators);
}

/** The item of the cover that has a role; undefined where the form asks for none such. */
export function coverItem({ cover }: Pick<Form, "cover">, role: CoverRole): CoverItem | undefined {
  return cover.find((item) => item.role === role);
}

/** What sentences of a language call a form. */
export function formNames(form: Form, language: Language): FormNames {
  return (language === "zh-CN" ? undefined : form.translations?.[language]) ?? form;
}

/** How the form asks for the school: 填报单位（盖章）. */
export function schoolLabel({ labels }: Pick<Form, "labels">): string {
  return `${labels.school}${labels.stampNote}`;
}
