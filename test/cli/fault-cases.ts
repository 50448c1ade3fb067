import * as fs from "node:fs";
import { extname } from "node:path";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { copyOf, runWith, type Fault, type FaultyRun } from "./faulty";
import type { Scenario } from "./scenarios";

/** A fault at one call of a scenario. */
export interface Case {
  readonly scenario: Scenario;
  readonly fault: Fault;
  /** The call that it comes at. */
  readonly call: string;
}

const label = ({ scenario, fault, call }: Case): string => `${scenario.name}: call ${fault.at} (${call}) ${fault.error ?? fault.signal}`;

/** Every call of every scenario, with every one of some faults. */
export function cases(all: readonly Scenario[], faults: readonly Fault[]): Case[] {
  return all.flatMap((scenario) =>
    scenario.calls.flatMap((call, index) => faults.map((fault) => ({ scenario, call, fault: { ...fault, at: index + 1 } }))),
  );
}

/** Tries cases, and lists what is wrong with each in words. */
export async function wrongs(
  tried: readonly Case[],
  judge: (one: Case, folder: string, ran: FaultyRun) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const one of tried) {
    const folder = copyOf(one.scenario.folder);
    const ran = await runWith(one.fault, folder, one.scenario.args);
    for (const wrong of await judge(one, folder, ran)) found.push(`${label(one)}: ${wrong}\n${ran.err.slice(0, 300)}`);
    fs.rmSync(folder, { recursive: true });
  }
  return found;
}

export const isTemporary = (path: string): boolean => path.includes(".cluster-report-");

/** Whether a file is what its name says, to its end. */
export async function isWhole(path: string): Promise<boolean> {
  if (fs.statSync(path).isDirectory()) return true;
  const bytes = fs.readFileSync(path);
  switch (extname(path)) {
    case ".xlsx":
      return bytes.length > 0 && (await openXlsx(bytes, { inflate: nodeInflate }).read()).ok;
    case ".eml":
      return /\r\n--=_[^\r\n]+--\r\n$/.test(bytes.toString("latin1"));
    default:
      return typeof JSON.parse(bytes.toString("utf8")) === "object";
  }
}
