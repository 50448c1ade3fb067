import type { Entered } from "../fill";

/** A form of another subject: its 表式簿 as a clerk types it, reports filled in with faults planted on purpose, and what is to be found in them. */
export interface OtherForm {
  readonly counts: { readonly indicators: number; readonly texts: number; readonly relations: number; readonly roster: number };
  /** Sheets by their names: a row a line, its cells between |, the headings first; 〃 is merged with the cell above. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Figures to which no relation objects, in the order of the form. */
  readonly figures: readonly number[];
  readonly texts: Readonly<Record<string, string>>;
  /** Items of the cover that it asks for. */
  readonly cover: readonly string[];
  /** Reports of earlier periods, by period: figures where they differ. */
  readonly earlier?: { readonly schools: readonly string[]; readonly figures: Readonly<Record<string, Readonly<Record<string, number>>>> };
  readonly reports: readonly Report[];
}

/** Lists of `ref place` with commas between them; a place is the code of an indicator, or the id of a text or of an item of the cover. */
interface Expected {
  readonly found?: string;
  /** Queries that an explanation settles. */
  readonly explained?: string;
  /** 未审核. */
  readonly unchecked?: string;
}

/** A file of a school: what differs on its cover and on each of its sheets. */
export interface Report extends Expected {
  readonly school: string;
  readonly cover?: Readonly<Record<string, Entered>>;
  readonly sheets: readonly (Expected & {
    readonly figures?: Readonly<Record<string, Entered>>;
    readonly texts?: Readonly<Record<string, Entered>>;
    readonly explanations?: Readonly<Record<string, string>>;
  })[];
}

/** What the cover is filled in with. */
export const COVER: Readonly<Record<string, Entered>> = {
  head: "张三",
  filler: "李四",
  phone: "027-00000000",
  email: "zhangsan@example.edu.cn",
  date: { day: "2026-12-20" },
};
