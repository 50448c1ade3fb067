import { createHash } from "node:crypto";
import { workerData } from "node:worker_threads";
import { judgeFile, refusedFile, type ArrivedFile, type EarlierValues, type JudgedFile } from "../actions/consolidate";
import type { Catalogue } from "../domain";
import { localeFor } from "../locales";
import type { Adapter } from "./adapter";
import type { Context } from "./context";
import { pool } from "./pool";
import { serve } from "./serve";

/** What a worker is told once. */
interface Orders {
  readonly language: string;
  readonly earlier: EarlierValues | undefined;
}

/** The first stage of a consolidation, side by side: judges files in workers of this same program. */
export function judging(
  files: AsyncIterable<ArrivedFile>,
  { adapter, catalogue, terminal }: Context,
  earlier?: EarlierValues,
): AsyncIterable<JudgedFile> {
  const orders: Orders = { language: terminal.locale.tag, earlier };
  return pool<ArrivedFile, JudgedFile>(files, {
    entry: adapter.program,
    data: orders,
    inline: (file) => judge(file, adapter, catalogue, orders),
    lost: ({ arrival }, why) => refusedFile(arrival, { code: "unreadable", detail: terminal.locale.commands.disk[why] }),
  });
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/** Serves the pool: called where this program runs as one of its workers. */
export function judgeInWorker(adapter: Adapter, catalogue: Catalogue): void {
  serve<ArrivedFile, JudgedFile>((file) => judge(file, adapter, catalogue, workerData as Orders));
}

/** @throws Error that names the file, where the program itself fails */
async function judge(file: ArrivedFile, { open }: Adapter, catalogue: Catalogue, { language, earlier }: Orders): Promise<JudgedFile> {
  try {
    return await judgeFile(file, { open, catalogue, locale: localeFor(language), earlier, sha256 });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${file.arrival.path.join(" › ")}: ${what}`, { cause: error });
  }
}
