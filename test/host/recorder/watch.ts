/// <reference types="office-js" />
import type { Aliases } from "./aliases";
import type { Entry } from "./recording";

/** What the client hands a batch to, whichever Excel it runs in. */
interface Executor {
  executeAsync(customData: unknown, flags: number, message: { readonly Body: object }): PromiseLike<Response>;
}
interface Response {
  readonly ErrorCode?: string | null;
  readonly Body?: unknown;
}
interface Client {
  readonly ClientRequestContext: { readonly prototype: object };
  readonly CoreUtility: { _logEnabled: boolean; log(line: string): void };
}
type Run = (...args: unknown[]) => Promise<unknown>;

/** The client keeps its executor in this member of each context; all builds of office.js have it under this name. */
const MEMBER = "_requestExecutor";
/** What an event may tell: all of it is about sheets of the kit's own. */
const TOLD = ["worksheetId", "address", "changeType", "source", "triggerSource", "valueBefore", "valueAfter", "details"];
const EVENTS = 65536;
const NO_ANSWER = "NoAnswer";

/** What the kit keeps of an answer: results, or the code and place of an error; never sentences, addresses or sessions. */
function answerOf({ ErrorCode, Body }: Response, aliases: Aliases): unknown {
  if (typeof Body !== "object" || Body === null) return ErrorCode ?? NO_ANSWER;
  const { Results, Error: error } = Body as { Results?: unknown; Error?: { Code?: unknown; Location?: unknown; ActionIndex?: unknown } };
  if (error) return { Error: { Code: error.Code, Location: error.Location, ActionIndex: error.ActionIndex } };
  return aliases.told({ Results });
}

/** The message behind a line of the client's log; undefined where it is another line. */
function eventOf(line: string, aliases: Aliases): Entry | undefined {
  try {
    const { messageCategory, messageType, message } = JSON.parse(line) as Record<string, unknown>;
    if (messageCategory !== EVENTS || typeof messageType !== "number") return undefined;
    const told = Object.entries(JSON.parse(String(message)) as object).filter(([key]) => TOLD.includes(key));
    return { kind: "event", type: messageType, event: aliases.told(Object.fromEntries(told) as Record<string, unknown>) };
  } catch {
    return undefined;
  }
}

/**
 * Watches all that the client exchanges with Excel, from now on.
 * Its log (`CoreUtility._logEnabled`) would not do: in a real Excel the client logs no request, only behind a bridge, as in jest.
 * @returns how to stop
 */
export function watch(note: (entry: Entry) => void, aliases: Aliases): () => void {
  const scope = globalThis as unknown as { OfficeExtension: Client; Excel: { run: Run } };
  const { ClientRequestContext, CoreUtility } = scope.OfficeExtension;
  const executors = new WeakMap<object, Executor>();
  let runs = 0;
  let grouped: number | undefined;
  const watched = (executor: Executor): Executor => ({
    executeAsync(customData, flags, message) {
      const entry: Entry & { kind: "exchange" } = {
        kind: "exchange",
        request: aliases.asked(message.Body),
        ...(grouped === undefined ? {} : { grouped }),
      };
      note(entry);
      const answered = executor.executeAsync(customData, flags, message);
      answered.then(
        (response) => void (entry.response = answerOf(response, aliases)),
        () => void (entry.response = NO_ANSWER),
      );
      return answered;
    },
  });
  Object.defineProperty(ClientRequestContext.prototype, MEMBER, {
    configurable: true,
    get(this: object) {
      return executors.get(this);
    },
    set(this: object, executor: Executor) {
      executors.set(this, watched(executor));
    },
  });
  const { log } = CoreUtility;
  CoreUtility.log = (line) => {
    const event = eventOf(line, aliases);
    if (event) note(event);
  };
  CoreUtility._logEnabled = true;
  const { run } = scope.Excel;
  scope.Excel.run = async (...args) => {
    runs++;
    grouped = (args[0] as { readonly mergeUndoGroup?: boolean } | undefined)?.mergeUndoGroup === true ? runs : undefined;
    try {
      return await run(...args);
    } finally {
      grouped = undefined;
    }
  };
  return () => {
    scope.Excel.run = run;
    CoreUtility._logEnabled = false;
    CoreUtility.log = log;
    Reflect.deleteProperty(ClientRequestContext.prototype, MEMBER);
  };
}
