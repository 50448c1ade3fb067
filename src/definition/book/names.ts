import { DEFINITION_BOOK_SHEETS } from "../../sheets/places";

/** The sheets of the workbook, by their names. */
export const SHEETS = {
  ...DEFINITION_BOOK_SHEETS,
  roster: "名录",
  columns: "栏目",
  texts: "文字项",
  cover: "封面项",
  relations: "审核关系",
  words: "关系用语",
  labels: "版式",
  readings: "读法与样例",
  choices: "_选项",
} as const;

/** Sheets of the design of this workbook that nothing uses yet. */
export const UNUSED_SHEETS = ["更名", "停用指标", "填表说明", "待确认", "识别记录"];

/** Heads of the sheets that have an item in each row. */
export const ITEM_HEADS = { item: "项目", content: "内容", about: "填写说明" } as const;
