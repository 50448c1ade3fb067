import {
  address,
  cellAt,
  fitPlan,
  isAnswered,
  keyColumn,
  keyRow,
  type Catalogue,
  type Finding,
  type Grid,
  type GridSheet,
  type PlanCell,
  type SheetPlan,
  type Style,
  type WorkbookPlan,
} from "../domain";
import { fill, formFacts, sayInNotice, type Locale } from "../locales";
import { META_SHEET } from "./places";
import { fitted } from "./row-heights";
import { BODY_FONT, framed, input, STYLE } from "./styles";
import { fittedWidths } from "./widths";

/** What a 核实单 asks: a finding with its stable name. */
export interface NoticeItem {
  readonly id: string;
  readonly finding: Finding;
  readonly answer?: string;
}

/** What a 核实单 is about. */
export interface Notice {
  readonly catalogue: Catalogue;
  readonly school: string;
  /** Its id, and as people of the language write it. */
  readonly period: string;
  readonly periodLabel: string;
  /** The file that was judged, as the school knows it. */
  readonly judged?: string;
  /** What else the school has to know, in lines. */
  readonly remark?: string;
  readonly items: readonly NoticeItem[];
}

/** First cell of the identification: tells a 核实单 from a form. */
const KIND = "notice";
/** Head of the hidden column of names; the answers stand left of it. Programs look for it: never rename it. */
const ID_HEAD = "_id";
const HEAD_ROW = 3;
/** How far left of the names 填报 stands. */
const FOUND = 4;
const WIDTHS = [5, 11, 6, 7, 7, 17, 40, 10, 10, 32, 34, 0];
const LONGEST_ANSWER = 400;
/** Points: of what is said above the heads, and of each line more. */
const HOW_HEIGHT = 42;
const LINE_HEIGHT = 14;

/** 核实单: the open errors and queries of one school in words, with a column for its answers. It comes back, and its answers are told by the hidden names. */
export function noticeBook(notice: Notice, locale: Locale): WorkbookPlan {
  const { school, period } = notice;
  const { form } = notice.catalogue;
  const meta = [
    [KIND, form.id, form.version],
    ["issued", school, period],
  ];
  return fitPlan({
    title: locale.notice.sheet,
    defaultFont: { name: BODY_FONT, size: 10 },
    sheets: [
      noticeSheet(notice, locale),
      { name: META_SHEET, state: "veryHidden", cells: meta.flatMap((line, row) => line.map((value, column) => ({ row, column, value }))) },
    ],
    lockStructure: true,
  });
}

function noticeSheet({ catalogue, school, periodLabel, judged, remark, items }: Notice, locale: Locale): SheetPlan {
  const words = locale.notice;
  const heads = [...words.heads, ID_HEAD];
  const last = heads.length - 1;
  const text = framed({ ...STYLE.text, vertical: "top" });
  const centred: Style = { ...text, horizontal: "center" };
  const answer = input(text);
  const rows = items.map((item, index) =>
    [index + 1, ...itemRow(item, catalogue, locale)].map((value, column): PlanCell => ({
      row: HEAD_ROW + 1 + index,
      column,
      value: value === "" ? null : value,
      style: column === last - 1 ? answer : column < 5 ? centred : text,
    })),
  );
  const widths = fittedWidths(WIDTHS, rows.flat());
  const about = fill(words.about, { school, period: periodLabel, count: items.length });
  const how = [words.how, ...sayAnsweredBefore(items, locale), ...(remark ? [remark] : [])].join("\n");
  return {
    name: words.sheet,
    state: "visible",
    columnWidths: widths,
    gridLines: false,
    freeze: { row: HEAD_ROW + 1, column: 0 },
    rowHeights: new Map([
      [0, 30],
      [2, HOW_HEIGHT + LINE_HEIGHT * (how.split("\n").length - 1)],
      [HEAD_ROW, 18],
    ]),
    // The hidden column of names takes no room.
    autoHeights: fitted(
      rows.map((row) => row.slice(0, -1)),
      widths,
    ),
    cells: [
      { row: 0, column: 0, value: fill(words.title, formFacts(catalogue.form, locale)), style: STYLE.title },
      { row: 1, column: 0, value: judged ? `${about}　${fill(words.judged, { file: judged })}` : about, style: STYLE.basis },
      { row: 2, column: 0, value: how, style: STYLE.note },
      ...heads.map((value, column) => ({ row: HEAD_ROW, column, value, style: framed(STYLE.heading) })),
      ...rows.flat(),
    ],
    merges: [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: last - 1 })),
    validations: [
      {
        areas: [{ top: HEAD_ROW + 1, left: last - 1, bottom: HEAD_ROW + Math.max(rows.length, 1), right: last - 1 }],
        type: "textLength",
        operator: "lessThanOrEqual",
        formula1: String(LONGEST_ANSWER),
        allowBlank: true,
        errorStyle: "stop",
        alert: { title: words.sheet, text: fill(words.tooLong, { most: LONGEST_ANSWER }) },
        prompt: { title: words.heads.at(-1)!, text: fill(words.prompt, { min: catalogue.ruleset.explanation.minLength }) },
      },
    ],
    protection: { allow: ["formatColumns", "formatRows"] },
    page: { paper: 9, landscape: true, fitTo: { width: 1, height: 0 }, titleRows: [HEAD_ROW, HEAD_ROW], footer: "&C&P/&N" },
  };
}

/** What holds for the rows that were answered before, in lines: queries wait for the reviewer, errors have to be corrected all the same. */
function sayAnsweredBefore(items: readonly NoticeItem[], { notice: { answeredBefore } }: Locale): string[] {
  const answered = items.filter(({ answer }) => answer !== undefined);
  const queries = answered.filter(isAnswered).length;
  return [...(queries > 0 ? [answeredBefore.queries] : []), ...(answered.length > queries ? [answeredBefore.errors] : [])];
}

function itemRow(item: NoticeItem, catalogue: Catalogue, locale: Locale): (string | number)[] {
  const { id, finding, answer } = item;
  const { message, cure } = sayInNotice(finding, locale, catalogue);
  const { severity, ref, at, programme, found, expected } = finding;
  return [
    locale.severity[severity],
    ref,
    at.sheet,
    address(at),
    programme ?? "",
    message,
    found ?? "",
    expected ?? "",
    isAnswered(item) ? locale.notice.forReviewer : cure,
    answer ?? "",
    id,
  ];
}

/** What an answered 核实单 says. */
export interface ReadNotice {
  readonly school: string;
  readonly period: string;
  /** Only what was answered, in the order of the sheet. */
  readonly answers: readonly NoticeAnswer[];
}

/** One answer. `found`: 填报, what was reported when it was asked; absent where nothing was, or the sheet does not say it. */
export interface NoticeAnswer {
  readonly id: string;
  readonly text: string;
  readonly found?: string;
}

/** Reads a 核实单; undefined where the workbook is none. Rows and columns may have moved: the hidden names tell what an answer is about. */
export function readNotice(grid: Grid): ReadNotice | undefined {
  const meta = grid.sheets.find(({ name }) => name === META_SHEET);
  if (!meta || textAt(meta, 0, 0) !== KIND) return undefined;
  const answers = grid.sheets.filter((sheet) => sheet !== meta).flatMap(answersOf);
  return { school: textAt(meta, 1, 1), period: textAt(meta, 1, 2), answers };
}

function answersOf(sheet: GridSheet): ReadNotice["answers"] {
  const head = [...sheet.cells].find(([, { value }]) => value === ID_HEAD)?.[0];
  if (head === undefined) return [];
  const column = keyColumn(head);
  return [...sheet.cells.keys()]
    .filter((key) => keyColumn(key) === column && key > head)
    .map((key) => answerAt(sheet, keyRow(key), column))
    .filter(({ id, text }) => id !== "" && text !== "");
}

function answerAt(sheet: GridSheet, row: number, column: number): NoticeAnswer {
  const found = textAt(sheet, row, column - FOUND);
  return { id: textAt(sheet, row, column), text: textAt(sheet, row, column - 1), ...(found === "" ? {} : { found }) };
}

function textAt(sheet: GridSheet, row: number, column: number): string {
  const value = cellAt(sheet, { row, column })?.value;
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}
