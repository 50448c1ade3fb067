import { join } from "node:path";
import { letters, noNotices, notices } from "../actions/consolidate";
import type { Consolidation } from "../domain";
import { form } from "../forms";
import { fill } from "../locales";
import type { Context } from "./context";

/** 核实单 and 催报 into a folder. @returns how many of each, and of how many nobody knows the address, in words */
export async function writeNotices(
  consolidation: Consolidation,
  folder: string,
  { adapter, terminal, transaction }: Context,
): Promise<string> {
  transaction.makeFolder(folder);
  const count = noNotices();
  const all = notices(consolidation, form, terminal.locale, (plan) => adapter.write(plan));
  for (const { name, bytes } of letters(all, count)) await transaction.write(join(folder, name), bytes);
  const { done } = terminal.locale.commands;
  const said = fill(done.notices, { ...count, path: folder });
  return count.held > 0 ? `${said}\n${fill(done.held, { ...count })}` : said;
}
