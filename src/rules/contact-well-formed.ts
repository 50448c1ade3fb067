import {
  dayOfSerial,
  isPhone,
  landlineStartsWrong,
  lastReportable,
  mailAddress,
  meantAddress,
  parseDay,
  parsePeriod,
  periodDays,
  serialOfDay,
  shown,
  textOf,
  type CoverItem,
  type Reported,
} from "../domain";
import { defineRule, type Case, type Out } from "./define";

const messages = {
  phone: ["label", "text"],
  landline: ["label", "text"],
  email: ["label", "text"],
  notADay: ["label", "text"],
  tooEarly: ["label", "day", "first"],
  tooLate: ["label", "day", "last"],
} as const;

/** Telephone, e-mail and date are well formed, and nothing is reported before its period begins, or when that of the next is over. */
export const contactWellFormed = defineRule({
  id: "contact-well-formed",
  severity: "error",
  messages,
  check(judged, _options: object, out) {
    for (const item of judged.form.cover) checkItem(judged, item, judged.submission.cover[item.id]!, out);
  },
});

function checkItem(judged: Case, { kind, label }: CoverItem, cell: Reported, out: Out<typeof messages>): void {
  const text = textOf(cell);
  const blank = cell.kind !== "date" && text === undefined;
  // Blank and fault are other rules' business.
  if (blank || cell.kind === "fault") return;
  switch (kind) {
    case "text":
      return;
    case "phone":
      if (isPhone(text ?? "")) return;
      out.report(landlineStartsWrong(text ?? "") ? "landline" : "phone", { at: cell.at, found: shown(cell) }, { label, text: shown(cell) });
      return;
    case "email":
      return checkEmail(label, text ?? "", cell, out);
    case "date":
      return checkDate(judged, label, cell, out);
  }
}

function checkEmail(label: string, text: string, cell: Reported, out: Out<typeof messages>): void {
  if (mailAddress(text) !== undefined) return;
  const meant = meantAddress(text);
  const fix = meant === undefined ? {} : ({ expected: meant, fix: { kind: "value", at: cell.at, value: meant } } as const);
  out.report("email", { at: cell.at, found: shown(cell), ...fix }, { label, text: shown(cell) });
}

function checkDate({ submission }: Case, label: string, cell: Reported, out: Out<typeof messages>): void {
  const day = cell.kind === "date" ? cell.day : cell.kind === "number" || cell.kind === "time" ? dayOfSerial(cell.value) : undefined;
  if (day === undefined) {
    const meant = parseDay(String(shown(cell)).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"));
    const fix = meant === undefined ? {} : ({ fix: { kind: "value", at: cell.at, value: serialOfDay(meant)!, shown: meant } } as const);
    out.report("notADay", { at: cell.at, found: shown(cell), ...fix }, { label, text: shown(cell) });
    return;
  }
  const period = parsePeriod(textOf(submission.period) ?? "") ?? parsePeriod(submission.issued.period);
  if (!period) return;
  const [first, last] = [periodDays(period).first, lastReportable(period)];
  // ISO days sort as texts.
  if (day > last) out.report("tooLate", { at: cell.at, found: day, expected: last }, { label, day, last });
  if (day < first) out.report("tooEarly", { at: cell.at, found: day, expected: first }, { label, day, first });
}
