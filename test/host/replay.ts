import type { MemoryExcel } from "./excel";

/** One round trip, as it was recorded. */
export interface Exchange {
  readonly request: unknown;
  readonly response: unknown;
}

const RECEIVED = "Received response: ";

interface Logged {
  readonly id?: number;
  readonly message?: { readonly url?: string; readonly body?: unknown };
}

function parsed(line: string): Logged | undefined {
  try {
    return JSON.parse(line) as Logged;
  } catch {
    return undefined;
  }
}

/**
 * The round trips in what the client logs while `OfficeExtension.CoreUtility._logEnabled` is on, in the order of their requests.
 * @param lines of the console; all that is no request and no response is passed over
 */
export function exchangesOf(lines: readonly string[]): Exchange[] {
  const responses = new Map<number, unknown>();
  const requests: { readonly id: number; readonly body: unknown }[] = [];
  for (const line of lines) {
    const received = line.startsWith(RECEIVED);
    const { id, message } = parsed(received ? line.slice(RECEIVED.length) : line) ?? {};
    if (id === undefined || !message) continue;
    if (received) responses.set(id, message.body);
    else if (message.url === "ProcessQuery") requests.push({ id, body: message.body });
  }
  return requests.flatMap(({ id, body }) => (responses.has(id) ? [{ request: body, response: responses.get(id) }] : []));
}

/** Names that each Excel makes up for itself. */
const OWN_NAMES = new Set(["_ReferenceId", "Id", "_Id", "id"]);

/** Where two answers differ; names made up by either are paired instead. */
function differences(recorded: unknown, own: unknown, where: string, names: Map<string, string>): string[] {
  if (typeof recorded === "object" && recorded !== null && typeof own === "object" && own !== null) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(own)])].filter((key) => key !== "TraceIds");
    return keys.flatMap((key) => {
      const [a, b] = [(recorded as Record<string, unknown>)[key], (own as Record<string, unknown>)[key]];
      if (OWN_NAMES.has(key) && typeof a === "string" && typeof b === "string") {
        names.set(a, b);
        return [];
      }
      return differences(a, b, `${where}.${key}`, names);
    });
  }
  return recorded === own ? [] : [`${where}: recorded ${JSON.stringify(recorded)}, here ${JSON.stringify(own)}`];
}

/** Gives recorded requests to an Excel in memory, one after the other. @returns where its answers are not those recorded */
export async function replay(exchanges: readonly Exchange[], excel: MemoryExcel): Promise<string[]> {
  const names = new Map<string, string>();
  const found: string[] = [];
  for (const [index, { request, response }] of exchanges.entries()) {
    const text = [...names].reduce(
      (known, [theirs, ours]) => known.replaceAll(JSON.stringify(theirs), JSON.stringify(ours)),
      JSON.stringify(request),
    );
    found.push(...differences(response, await excel.answer(text), `${index + 1}`, names));
  }
  return found;
}
