import { join } from "node:path";
import { letters, noNotices, notices } from "../actions/consolidate";
import type { Consolidation } from "../domain";
import { form } from "../forms";
import { fill } from "../locales";
import type { Context } from "./context";
import { makeFolder, writeFile } from "./output";

/** 核实单 and 催报 into a folder, and how many of each; tells of those whose address nobody knows. */
export function writeNotices(consolidation: Consolidation, folder: string, context: Context): void {
  const { adapter, terminal, args } = context;
  const { done } = terminal.locale.commands;
  makeFolder(folder, terminal.locale);
  const count = noNotices();
  const all = notices(consolidation, form, terminal.locale, (plan) => adapter.write(plan));
  for (const { name, bytes } of letters(all, count)) writeFile(join(folder, name), bytes, args.flags.has("force"), terminal.locale);
  terminal.complain(fill(done.notices, { ...count, path: folder }));
}
