import { coverItem, type Form } from "./form";
import { byText } from "./order";
import { textOf, type Submission } from "./submission";

/** What decides which of several forms of one school and period counts. */
export interface Standing {
  /** A seal that does not hold is none. */
  readonly sealed: boolean;
  /** 报出日期, `2026-12-20`; absent where the cover has none. */
  readonly reported?: string;
  /** When it came, as text that sorts by time; absent where nobody knows. */
  readonly received?: string;
}

/** Sorts forms of one school and period, the one that counts first: sealed before unsealed, then the newer 报出日期, then the later arrival. */
export function byStanding(a: Standing, b: Standing): number {
  return Number(b.sealed) - Number(a.sealed) || byText(b.reported ?? "", a.reported ?? "") || byText(b.received ?? "", a.received ?? "");
}

/** 报出日期 of a submission, `2026-12-20`; undefined where its cover has no day, or the form asks for none. */
export function reportedDay({ cover }: Submission, form: Form): string | undefined {
  const item = coverItem(form, "reported");
  const day = item && textOf(cover[item.id]);
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined;
}
