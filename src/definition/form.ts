import { mailAddress, MAX_TEXT, parsePeriod, plainName } from "../domain";
import type { CoverItem, Form, FormLabels, FormNames, Indicator, TextItem } from "../domain";
import { flag, list, object, oneOf, optional, sentence, slot, text, where, whole, type Schema } from "./schema";
import { isUnit } from "./units";

/** Longest name, and longest label: the reader looks for labels in cells of at most 60 characters, a note behind them included. */
const [NAME, LABEL, NOTE] = [100, 30, 30];
/** So many of each a form may have. */
export const MOST = { indicators: 500, texts: 50, cover: 30 };
/** Lines of a text on paper: a row is at most 409 points high. */
const LINES = 30;
/** Of a code as of an id. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u;
/** Names that rows have beside those of indicators and texts. */
const TAKEN = ["category", "cluster", "programme", "line", "school", "period", "seal"];
/** Columns of a programme sheet. */
const COLUMNS = 8;
/** Characters and names that Excel refuses for a sheet. */
const NO_SHEET = /[[\]:*?/\\]|^'|'$|^history$/i;
/** The longest number of a programme sheet stands behind its prefix. */
const [SHEET, SHEET_PREFIX] = [31, 26];

/** Of a row, and of its column where it has several figures. */
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}.-]*(;[\p{L}\p{N}]+)?$/u;

/** Data are kept under codes and ids: one that every object has of its own accord would be found where nothing is. */
const isFree = (key: string): boolean => !(key in {}) && !TAKEN.includes(key) && key === key.normalize("NFKC");

/** Whether a text can be the code of an indicator. */
export const isCode = (value: string): boolean => CODE.test(value) && isFree(value);

const code = where(text(20), isCode, "bad-code");
const id = where(text(40), (value) => ID.test(value) && isFree(value), "bad-id");
const source = text(200);
/** A label is found by its letters: one of punctuation alone never is. */
const label = where(text(LABEL), (value) => plainName(value) !== "", "blank");
const version = whole(1, 9_999);

const names = { annex: text(NAME), title: text(NAME), shortTitle: text(NAME) };

const labels: Schema<FormLabels> = object({
  coverSheet: where(text(SHEET), (value) => !NO_SHEET.test(value) && !value.startsWith("_"), "bad-sheet-name"),
  programmeSheet: where(text(SHEET_PREFIX), (value) => !NO_SHEET.test(value) && !value.startsWith("_"), "bad-sheet-name"),
  school: label,
  period: label,
  seal: label,
  stampNote: text(NOTE),
  unitNote: text(NAME),
  category: label,
  cluster: label,
  programme: label,
  group: label,
  code: label,
  name: label,
  unit: label,
  comparison: label,
  current: label,
  result: label,
  explanation: label,
  numbering: where(text(NAME), (value) => value.split(" ").filter(Boolean).length === COLUMNS && !value.includes("  "), "bad-numbering"),
  partOf: text(NOTE),
  lengthNote: where(sentence(NOTE, ["max"]), (value) => value.includes("{max}"), "without-max"),
  carriedExplanation: label,
  draftMark: text(NOTE),
});

const indicator = (units: readonly string[]): Schema<Indicator> =>
  object<Indicator>({
    code,
    group: text(NAME),
    name: text(NAME),
    unit: where(text(20), (value) => isUnit(value) || units.includes(value), "unknown-unit"),
    type: object({ decimals: oneOf(0, 1, 2) }),
    measure: oneOf("stock", "flow"),
    compared: optional(oneOf(false)),
    partOf: optional(text(20)),
    source,
  });

const textItem: Schema<TextItem> = object<TextItem>({
  id,
  label,
  maxLength: whole(1, MAX_TEXT),
  required: flag,
  requiredWhenPositive: optional(text(20)),
  lines: whole(1, LINES),
  source,
});

const coverItem: Schema<CoverItem> = object<CoverItem>({
  id,
  label,
  kind: oneOf("text", "phone", "email", "date"),
  role: optional(oneOf("head", "filler", "phone", "email", "reported")),
  maxLength: whole(1, MAX_TEXT),
  source,
});

/** The shape of a form. @param units 计量单位 that are right though nobody else uses them */
export const formSchema = (units: readonly string[]): Schema<Form> =>
  object<Form>({
    id: text(NAME),
    version,
    layout: version,
    provenance: oneOf("reconstructed", "official"),
    source,
    ...names,
    translations: optional(object<NonNullable<Form["translations"]>>({ "en-US": optional(object<FormNames>(names)) })),
    basis: source,
    slots: object({ formNumber: slot(NAME), authority: slot(NAME), approvalNumber: slot(NAME), validUntil: slot(NAME) }),
    subject: oneOf("programme", "school"),
    recipient: object({ office: text(NAME), email: where(text(254), (value) => mailAddress(value) === value, "bad-email") }),
    firstPeriod: where(text(20), (value) => parsePeriod(value) !== undefined, "bad-period"),
    labels,
    cover: list(coverItem, 1, MOST.cover),
    indicators: list(indicator(units), 1, MOST.indicators),
    texts: list(textItem, 0, MOST.texts),
  });
