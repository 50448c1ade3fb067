import { consolidate, judgeFile, notices, type JudgedFile, type SchoolNotice } from "../../src/actions/consolidate";
import type { Arrival, Consolidation } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { catalogue } from "../sheets/plans";
import { compoundFile } from "../xlsx/zip-maker";
import { letterIn, type Letter } from "./letter";

export const PERIOD = { year: 2026, half: 2 } as const;

/** Schools of the roster. */
export const WUHAN = "武汉职业技术学院";
export const SOFTWARE = "武汉软件工程职业学院";
export const TRAFFIC = "湖北交通职业技术学院";
export const TAX = "湖北财税职业学院";
export const HUANGGANG = "黄冈职业技术学院";

/** A file of which nobody can tell what it holds. */
export const encrypted = compoundFile("EncryptionInfo", "EncryptedPackage");

/**
 * A file as it comes back from a worker.
 * @param path one name, or from the outermost container to the file
 * @param rest of how it arrived: its mail, its time
 */
export async function judged(
  path: string | readonly string[],
  bytes: Uint8Array = encrypted,
  rest: Partial<Arrival> = {},
): Promise<JudgedFile> {
  const arrival = { path: typeof path === "string" ? [path] : path, ...rest };
  const open = (content: Uint8Array) => openXlsx(content, { inflate: nodeInflate });
  return structuredClone(await judgeFile({ arrival, bytes }, { open, catalogue, locale: zhCN }));
}

/** By a mail that was sent on that day of December 2026, at nine in Beijing. */
export function mailed(day: number, mail: Arrival["mail"] = {}): Partial<Arrival> {
  return { received: `2026-12-${String(day).padStart(2, "0")}T01:00:00.000Z`, mailed: true, mail };
}

/** Everything consolidated for the second half of 2026. */
export function summedUp(files: readonly JudgedFile[], options: Partial<Parameters<typeof consolidate>[1]> = {}): Consolidation {
  return consolidate(files, { period: PERIOD, catalogue, passedOver: [], ...options });
}

/** What goes to a school, and its letter as it reads it; undefined where nothing does. */
export function letterTo(
  school: string,
  consolidation: Consolidation,
  locale = zhCN,
): { readonly notice: SchoolNotice; readonly letter: Letter } | undefined {
  const its = [...notices(consolidation, catalogue, locale, writeXlsx)].filter((one) => one.school === school && one.files.length > 0);
  if (its.length > 1) throw new Error(`${its.length} letters to ${school}`);
  return its[0] && { notice: its[0], letter: letterIn(its[0].files.at(-1)!.bytes) };
}
