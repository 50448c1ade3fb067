import { fitPlan, type Area, type Definition, type CellValue, type SheetPlan, type WorkbookPlan } from "../../domain";
import { BODY_FONT } from "../../sheets/styles";
import { isUnit, UNITS } from "../units";
import { text } from "./codec";
import { cellValue, partAt, written, type Column, type Offer, type Placed, type Table } from "./column";
import { basics, FIXED, labels } from "./items";
import { ITEM_HEADS, SHEETS } from "./names";
import { WORDS, WRITTEN } from "./relation-columns";
import { KINDS } from "./rule-names";
import { ABOUT, CONTENT, tableSheet, validationOf, type Laid, type Offered } from "./sheet";
import { coverTable, indicatorTable, rosterTable, textTable, UNIT_CONFIRMED_COLUMN } from "./tables";
import { allOf, relationRows, wordRows } from "./write-relations";

/** A relation in words, for 读法与样例. */
export interface RelationReading {
  readonly ref: string;
  readonly severity: string;
  readonly title: string;
  /** As its author wrote it; absent for a rule that is none. */
  readonly relation?: string;
  /** What must hold. */
  readonly reading: string;
  /** Numbers of a report that keeps a relation, and of one that breaks it. */
  readonly passing?: string;
  readonly failing?: string;
  readonly why: string;
  /** What its messages say where it has no words of its own, by their ids. */
  readonly messages: Readonly<Record<string, string>>;
}

/**
 * Lays a definition out as a workbook that its author edits: `readDefinitionBook` reads it back to the same definition.
 * @param readings of the relations, in the order of the ruleset; only people read them
 */
export function definitionBook(definition: Definition, readings: readonly RelationReading[]): WorkbookPlan {
  const { form, roster, ruleset } = definition;
  const offered = offers(definition);
  const table = (of: Table, rows: readonly object[]): SheetPlan =>
    tableSheet(
      of.sheet,
      laid(of.columns),
      rows.map((row) => of.columns.map((column) => written(column, row))),
      offered,
    );
  return fitPlan({
    title: `${form.title} 表式簿`,
    defaultFont: { name: BODY_FONT, size: 10 },
    active: 0,
    sheets: [
      itemSheet(SHEETS.basics, basics, FIXED, definition, offered),
      table(rosterTable, roster.entries),
      indicatorSheet(definition, offered),
      table(textTable, form.texts),
      table(coverTable, form.cover),
      tableSheet(SHEETS.relations, laid(WRITTEN), relationRows(definition), offered),
      tableSheet(SHEETS.words, laid(Object.values<Column>(WORDS)), wordRows(allOf(ruleset), readings), offered),
      itemSheet(SHEETS.labels, labels, [], definition, offered),
      readingSheet(readings, offered),
      choiceSheet(),
    ],
  });
}

const laid = (columns: readonly Column[]): Laid[] => columns.map((column) => ({ column }));

function indicatorSheet({ form }: Definition, offered: Offered): SheetPlan {
  const { columns, sheet } = indicatorTable;
  const confirmed = (unit: string): CellValue => (isUnit(unit) ? null : "是");
  const rows = form.indicators.map((row) => [...columns.map((column) => written(column, row)), confirmed(row.unit)]);
  return tableSheet(sheet, laid([...columns, UNIT_CONFIRMED_COLUMN]), rows, offered);
}

const head = (heading: string, width: number): Column => ({ heading, codec: text, width, prompt: "" });

/** A sheet with an item in each row, and beside it what to fill in. */
function itemSheet(name: string, items: readonly Placed[], fixed: readonly Column[], definition: Definition, offered: Offered): SheetPlan {
  const rows = [
    ...items.map((item) => ({ item, value: cellValue(item, partAt(definition, item.path)) })),
    ...fixed.map((item) => ({ item, value: item.codec.words?.[0] ?? null })),
  ];
  const columns: Laid[] = [
    { column: head(ITEM_HEADS.item, 18) },
    { column: head(ITEM_HEADS.content, 58), style: CONTENT },
    { column: head(ITEM_HEADS.about, 52), style: ABOUT },
  ];
  const sheet = tableSheet(
    name,
    columns,
    rows.map(({ item, value }) => [item.heading, value, item.prompt]),
    offered,
    0,
  );
  const at = (row: number): Area => ({ top: row, bottom: row, left: 1, right: 1 });
  return { ...sheet, validations: rows.flatMap(({ item }, index) => validationOf(item, at(index + 1), offered)) };
}

const READING_HEADS: readonly (readonly [heading: string, width: number])[] = [
  ["编号", 6],
  ["级别", 14],
  ["名称", 18],
  ["关系式", 22],
  ["读法", 36],
  ["符合的例子", 16],
  ["不符合的例子", 16],
  ["理由", 26],
];

/** 读法与样例: written by the program, and never read. */
function readingSheet(readings: readonly RelationReading[], offered: Offered): SheetPlan {
  const columns = READING_HEADS.map(([heading, width]) => head(heading, width));
  const rows = readings.map(({ ref, severity, title, relation, reading, passing, failing, why }) =>
    [ref, severity, title, relation, reading, passing, failing, why].map((said) => said ?? null),
  );
  return tableSheet(
    SHEETS.readings,
    columns.map((column) => ({ column, style: ABOUT })),
    rows,
    offered,
    0,
  );
}

const CHOICES: readonly (readonly [heading: string, words: readonly string[]])[] = [
  ["计量单位", UNITS],
  ["种类", KINDS],
];

/** The words that cells offer which are too many to stand in a validation. */
function choiceSheet(): SheetPlan {
  const most = Math.max(...CHOICES.map(([, words]) => words.length));
  const rows = Array.from({ length: most + 1 }, (_, row) => CHOICES.map(([heading, words]) => (row === 0 ? heading : words[row - 1])));
  const cells = rows.flatMap((values, row) => values.flatMap((value, column) => (value === undefined ? [] : [{ row, column, value }])));
  return { name: SHEETS.choices, state: "veryHidden", cells };
}

/** So many rows of a sheet offer what is in them: more are typed in later. */
const OFFERED_ROWS = 500;

function offers({ form }: Definition): Offered {
  return ({ sheet, heading }: Offer) => {
    const column = CHOICES.findIndex(([name]) => name === heading);
    if (sheet === SHEETS.choices) return { sheet, top: 1, bottom: CHOICES[column]![1].length, left: column, right: column };
    const left = indicatorTable.columns.findIndex((one) => one.heading === heading);
    return { sheet, top: 1, bottom: Math.max(OFFERED_ROWS, form.indicators.length), left, right: left };
  };
}
