import { dayOfSerial, parseDay, parsePeriod, periodDays, serialOfDay, shown, textOf, type CoverItem, type Reported } from "../domain";
import { defineRule, type Case, type Out } from "./define";

const messages = {
  phone: ["label", "text"],
  email: ["label", "text"],
  notADay: ["label", "text"],
  tooEarly: ["label", "day", "first"],
} as const;

/** Telephone, e-mail and date are well formed, and nothing is reported before its period begins. */
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
      if (!isPhone(text ?? "")) out.report("phone", { at: cell.at, found: shown(cell) }, { label, text: shown(cell) });
      return;
    case "email":
      if (!EMAIL.test(text ?? "")) out.report("email", { at: cell.at, found: shown(cell) }, { label, text: shown(cell) });
      return;
    case "date":
      return checkDate(judged, label, cell, out);
  }
}

function checkDate({ submission }: Case, label: string, cell: Reported, out: Out<typeof messages>): void {
  const day = cell.kind === "date" ? cell.day : cell.kind === "number" ? dayOfSerial(cell.value) : undefined;
  if (day === undefined) {
    const meant = parseDay(String(shown(cell)).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"));
    const fix = meant === undefined ? {} : ({ fix: { kind: "value", at: cell.at, value: serialOfDay(meant)!, shown: meant } } as const);
    out.report("notADay", { at: cell.at, found: shown(cell), ...fix }, { label, text: shown(cell) });
    return;
  }
  const period = parsePeriod(textOf(submission.period) ?? "") ?? parsePeriod(submission.issued.period);
  const first = period && periodDays(period).first;
  // ISO days sort as texts.
  if (first !== undefined && day < first) out.report("tooEarly", { at: cell.at, found: day, expected: first }, { label, day, first });
}

/** Area code and 7 or 8 digits with an extension if any, or a mobile number. */
const ONE_NUMBER = /^(?:(?:\+?86-?)?(?:\(0\d{2,3}\)|0\d{2,3}-?)[2-9]\d{6,7}(?:(?:-|转|ext\.?)\d{1,6})?|(?:\+?86-?)?1[3-9]\d{9})$/;
/** Landlines of 武汉 in examples begin with 0 (027-00000000): numbers nobody has. */
const SAMPLE_NUMBER = /^0\d{2,3}-?0{7,8}$/;
const EMAIL = /^[\w.%+'-]+@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

/** One or two numbers, separated by 、 / or spaces. */
function isPhone(text: string): boolean {
  const numbers = text
    .normalize("NFKC")
    .trim()
    .replace(/[‐-―]/g, "-")
    .replace(/^(\+?86)\s+/, "$1-")
    .replace(/\s*(-|转|ext\.?)\s*/gi, "$1")
    .split(/[、/\s]+/);
  return numbers.length <= 2 && numbers.every((number) => ONE_NUMBER.test(number) || SAMPLE_NUMBER.test(number));
}
