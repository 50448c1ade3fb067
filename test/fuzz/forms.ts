import fc from "fast-check";
import { unzipSync } from "fflate";
import { form } from "../../src/forms";
import { openXlsx } from "../../src/workbook/xlsx";
import { asChanges, blankForm, COVER, entries, TEXTS, VALUES, type Entered } from "../fill";
import { makeZip } from "../xlsx/zip-maker";
import { hostileNumber, hostileText } from "./texts";

/** Schools of the roster with one, two and several programmes. */
const SCHOOLS = ["武汉职业技术学院", "湖北三峡职业技术学院", "武汉软件工程职业学院"] as const;

/** A cell that another program wrote: a text, a number as it stands in the file, or what a sound form holds there. */
export interface Planted {
  /** `text:leader`, `number:29`, `why:29`, `cover:filler`. */
  readonly field: string;
  readonly raw: string;
}

const texts = [
  ...form.texts.map(({ id }) => `text:${id}`),
  ...form.indicators.map(({ code }) => `why:${code}`),
  "cover:head",
  "cover:filler",
  "cover:email",
  "cover:phone",
];
const numbers = form.indicators.map(({ code }) => `number:${code}`);

const planted: fc.Arbitrary<Planted> = fc.oneof(
  fc.record({ field: fc.constantFrom(...texts, "cover:school"), raw: hostileText }),
  fc.record({ field: fc.constantFrom(...numbers), raw: hostileNumber }),
);

/** Harmless as far as the rules go: these may be sealed whatever they hold. */
const free: fc.Arbitrary<Planted> = fc.record({
  field: fc.constantFrom("text:leader", "text:partners", "text:problems"),
  raw: hostileText,
});

/** A mark that stands in the base form where a field is: nothing else in it looks so. */
const markOf = (field: string): string => `⟦${field}⟧`;
const numberMark = (code: string): number => 771_000_000 + Number(code);

const bases = new Map<string, ReadonlyMap<string, string>>();

/** The parts of a filled form with a mark in every field. */
async function baseOf(school: string): Promise<ReadonlyMap<string, string>> {
  const known = bases.get(school);
  if (known) return known;
  const marked = (kind: string, keys: readonly string[]): Record<string, Entered> =>
    Object.fromEntries(keys.map((key) => [key, markOf(`${kind}:${key}`)]));
  const sheet = {
    values: Object.fromEntries(form.indicators.map(({ code }) => [code, numberMark(code)])),
    texts: marked(
      "text",
      form.texts.map(({ id }) => id),
    ),
    explanations: marked(
      "why",
      form.indicators.map(({ code }) => code),
    ),
  };
  const cover = { ...marked("cover", ["head", "filler", "email", "phone"]), school: markOf("cover:school") };
  const book = openXlsx(blankForm(school));
  const written = await book.write(asChanges(entries(school, [sheet, sheet, sheet, sheet, sheet, sheet], cover)));
  if (!written.ok) throw new Error(written.error.detail);
  const parts = new Map(Object.entries(unzipSync(book.bytes())).map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]));
  bases.set(school, parts);
  return parts;
}

/** Text as XML; what XML cannot hold is written as Excel writes it. */
function xml(text: string): string {
  return (
    text
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      // eslint-disable-next-line no-control-regex -- these are what XML cannot hold
      .replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]|\r/g, (char) => `_x${char.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`)
  );
}

function soundText(field: string, school: string): string {
  const [kind = "", key = ""] = field.split(":");
  if (kind === "text") return TEXTS[key] ?? "";
  if (kind === "cover") return key === "school" ? school : String(COVER[key] ?? "");
  return "";
}

/** A filled form as a file, with fields as some other program may have written them. */
export async function formWith(school: string, fields: readonly Planted[]): Promise<Uint8Array> {
  const raw = new Map(fields.map((one) => [one.field, one.raw]));
  const parts = [...(await baseOf(school))].map(([name, text]) => ({
    name,
    content: /^xl\/worksheets\//.test(name)
      ? text
          .replace(/⟦([^⟧]+)⟧/g, (_, field: string) => xml(raw.get(field) ?? soundText(field, school)))
          .replace(/77100\d{4}/g, (mark) => {
            const code = mark.slice(-2);
            return xml(raw.get(`number:${code}`) ?? String(VALUES[code]));
          })
      : text,
  }));
  return makeZip(parts);
}

/** A form of some school with some fields as hostile as they come. */
export const hostileForm = fc.record({ school: fc.constantFrom(...SCHOOLS), fields: fc.array(planted, { maxLength: 8 }) });
/** A form that nothing holds back from being sealed. */
export const sealableForm = fc.record({ school: fc.constantFrom(...SCHOOLS), fields: fc.array(free, { maxLength: 3 }) });
