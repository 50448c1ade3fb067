import { cellName, type GridSheet } from "../../domain";
import type { Path } from "../mistake";
import { folded } from "./codec";
import type { Column } from "./column";
import type { Draft } from "./draft";
import type { ReadRelation } from "./read-relations";
import { readRows, type SheetCell, type SheetRow } from "./read-sheet";
import { take } from "./read-table";
import { messagesOf, OF_MESSAGE, OF_RELATION, WORDS } from "./relation-columns";

/** More rows than the relations have words. */
const MOST = 5_000;

/** Reads 关系用语 into the relations that it is about. */
export function readWords(sheet: GridSheet, byRef: ReadonlyMap<string, ReadRelation>, draft: Draft): void {
  const rows = readRows(sheet, { columns: Object.values<Column>(WORDS), most: MOST }, draft);
  for (const row of rows) readRow(row, byRef, draft);
}

function readRow(row: SheetRow, byRef: ReadonlyMap<string, ReadRelation>, draft: Draft): void {
  const [ref, language, message] = [row.cell(WORDS.ref), row.cell(WORDS.language), row.cell(WORDS.message)];
  const relation = byRef.get(folded(String(ref.typed ?? "")));
  const tongue = language.typed === undefined ? undefined : WORDS.language.codec.read(language.typed);
  if (!relation && !ref.faulty) draft.tell("no-such-relation", ref.at, { found: String(ref.typed ?? "").slice(0, 40) });
  if (!tongue && !language.faulty) draft.tell("cell-blank", language.at, { heading: WORDS.language.heading });
  if (tongue && "fault" in tongue) draft.tellFault(tongue.fault, language.at);
  if (!relation || relation.rule === undefined || !tongue || "fault" in tongue || message.faulty) return;
  const path: Path = [...relation.path, "words", tongue.value as string];
  const one = message.typed === undefined ? undefined : folded(String(message.typed));
  const messages = messagesOf(relation.rule);
  const choices = messages.join("、");
  if (one !== undefined && !messages.includes(one)) return draft.tell("no-such-message", message.at, { found: one.slice(0, 40), choices });
  for (const [key, column] of Object.entries(OF_RELATION)) put(row.cell(column), column, [...path, key], draft);
  for (const [key, column] of Object.entries(OF_MESSAGE)) {
    const cell = row.cell(column);
    if (one !== undefined) put(cell, column, [...path, "messages", one, key], draft);
    else if (cell.typed !== undefined) draft.tell("message-missing", message.at, { choices });
  }
}

function put(cell: SheetCell, column: Column, path: Path, draft: Draft): void {
  if (cell.typed === undefined && !cell.faulty) return;
  if (draft.get(path) !== undefined) return draft.tell("words-twice", cell.at, { first: cellName(draft.placeOf(path)) });
  take(cell, column, path, {}, draft);
}
