import { join } from "node:path";
import { letters, noNotices, notices } from "../actions/consolidate";
import type { Consolidation } from "../domain";
import { plain } from "../actions/report";
import { fill } from "../locales";
import type { Context } from "./context";
import { namesIn } from "./output";

/** 核实单 and 催报 into a folder. @returns how many of each, and of how many nobody knows the address, in words */
export async function writeNotices(
  consolidation: Consolidation,
  folder: string,
  { catalogue, adapter, terminal, transaction }: Context,
): Promise<string> {
  transaction.makeFolder(folder);
  const count = noNotices();
  const all = notices(consolidation, catalogue, terminal.locale, (plan) => adapter.write(plan));
  const written = new Set<string>();
  // Letters of an earlier run may say what is no longer so.
  const before = namesIn(folder, terminal.locale);
  for (const { name, bytes } of letters(all, count)) {
    await transaction.write(join(folder, name), bytes);
    written.add(name);
  }
  const left = before.filter((name) => /\.(xlsx|eml)$/i.test(name) && !written.has(name));
  const { done } = terminal.locale.commands;
  return [
    fill(done.notices, { ...count, path: folder }),
    ...(count.held > 0 ? [fill(done.held, { ...count })] : []),
    ...(left.length > 0 ? [plain(fill(done.lettersLeft, { path: folder, count: left.length, name: left[0]! }))] : []),
  ].join("\n");
}
