import { turns } from "../turns";
import { bridgeError, type EventMessage, type MemoryExcel } from "./index";
import { isAlias } from "./recorder/aliases";
import { CALLS } from "./recorder/calls";
import { byHand } from "./recorder/hand";
import type { Entry, RecordedScenario, Recording } from "./recorder/recording";

/** Where names differ that each Excel makes up for itself. */
const OWN_NAMES = new Set(["_ReferenceId", "Id", "worksheetId"]);
/** What tells results. */
const RESULTS = new Set(["Values", "ValueTypes", "Text"]);
/** What an answer holds beside what is compared. */
const ASIDE = new Set(["TraceIds", "Message", "HttpStatusCode"]);

/** A range without the results of its formulas, where it tells them: an Excel in memory calculates nothing. */
function withoutResults(answer: object, { Formulas: formulas }: { readonly Formulas?: unknown }): Readonly<Record<string, unknown>> {
  if (!Array.isArray(formulas)) return answer as Readonly<Record<string, unknown>>;
  const isFormula = (row: number, column: number): boolean => String((formulas as unknown[][])[row]?.[column]).startsWith("=");
  const blanked = (grid: unknown): unknown =>
    (grid as unknown[][]).map((line, row) => line.map((value, column) => (isFormula(row, column) ? null : value)));
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, RESULTS.has(key) ? blanked(value) : value]));
}

/** Answers of an Excel in memory beside those that were recorded. */
class Replay {
  /** Names that the recording says, each with the one that this Excel made up. */
  private readonly names = new Map<string, string>();
  private readonly heard: EventMessage[] = [];
  private readonly groups = new Map<number, object>();

  constructor(private readonly excel: MemoryExcel) {
    const { deliver } = excel;
    excel.deliver = (event) => {
      this.heard.push(event);
      deliver(event);
    };
  }

  /** @returns where the answers and events of a scenario differ */
  async scenario({ id, entries }: RecordedScenario): Promise<string[]> {
    const found: string[] = [];
    this.heard.length = 0;
    let number = 0;
    for (const entry of entries) {
      if (entry.kind === "exchange") number++;
      const where = entry.kind === "call" ? `${id} ${entry.call}` : `${id} ${number}`;
      found.push(...(await this.entry(entry, where)));
      await turns(2);
    }
    await turns();
    const events = entries.flatMap((entry) => (entry.kind === "event" ? [{ type: entry.type, ...entry.event }] : []));
    const own = this.heard.map(({ messageType, message }) => ({ type: messageType, ...(JSON.parse(message) as object) }));
    return [...found, ...this.events(events, own, id)];
  }

  private async entry(entry: Entry, where: string): Promise<string[]> {
    switch (entry.kind) {
      case "exchange":
        return this.differences(entry.response, await this.answer(entry.request, entry.grouped), where);
      case "call":
        return this.differences(entry.answer, (await CALLS[entry.call]?.(entry.sheet)) ?? null, where);
      case "hand":
        byHand(this.excel, entry.sheet, entry.does);
        return [];
      case "event":
      case "failed":
        return [];
    }
  }

  private async answer(request: unknown, grouped: number | undefined): Promise<unknown> {
    const text = JSON.stringify(request, (_, value: unknown) => (typeof value === "string" ? (this.names.get(value) ?? value) : value));
    if (grouped !== undefined && !this.groups.has(grouped)) this.groups.set(grouped, {});
    this.excel.undoGroup = grouped === undefined ? undefined : this.groups.get(grouped);
    const answer = await this.excel.answer(text);
    this.excel.undoGroup = undefined;
    return typeof answer === "number" ? bridgeError(answer)[1] : answer;
  }

  /** Events tell less in some Excels than in others: what was recorded is what must be told. */
  private events(recorded: readonly object[], own: readonly object[], id: string): string[] {
    if (recorded.length !== own.length) return [`${id}: recorded ${recorded.length} events, here ${own.length}`];
    return recorded.flatMap((event, index) => {
      const told = Object.fromEntries(Object.entries(own[index]!).filter(([key]) => key in event));
      return this.differences(event, told, `${id} event ${index + 1}`);
    });
  }

  /** Where two answers differ; names made up by either are paired instead, and results of formulas are passed over. */
  private differences(recorded: unknown, own: unknown, where: string): string[] {
    if (typeof recorded === "object" && recorded !== null && typeof own === "object" && own !== null) {
      const [theirs, ours] = [withoutResults(recorded, recorded), withoutResults(own, recorded)];
      const keys = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].filter((key) => !ASIDE.has(key));
      return keys.flatMap((key) => {
        const [a, b] = [theirs[key], ours[key]];
        if (typeof a === "string" && typeof b === "string" && (isAlias(a) || OWN_NAMES.has(key)))
          return this.paired(a, b, `${where}.${key}`);
        return this.differences(a, b, `${where}.${key}`);
      });
    }
    return recorded === own ? [] : [`${where}: recorded ${JSON.stringify(recorded)}, here ${JSON.stringify(own)}`];
  }

  /** One name stands for one object throughout. */
  private paired(recorded: string, own: string, where: string): string[] {
    const known = this.names.get(recorded);
    if (known !== undefined && known !== own) return [`${where}: ${recorded} was another object before`];
    this.names.set(recorded, own);
    return [];
  }
}

/**
 * Gives what was recorded to an Excel in memory, one thing after the other.
 * @param excel a new one, behind the client (`startExcel`), with the ExcelApi, platform and behaviours of the recording
 * @returns where its answers and events are not those recorded: `scenario exchange.path: recorded …, here …`
 */
export async function replay({ scenarios }: Recording, excel: MemoryExcel): Promise<string[]> {
  const replaying = new Replay(excel);
  const found: string[] = [];
  for (const scenario of scenarios) found.push(...(await replaying.scenario(scenario)));
  return found;
}
