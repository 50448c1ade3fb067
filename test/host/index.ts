import { readFileSync } from "node:fs";
import { MemoryExcel, type ExcelOptions, type Failure } from "./excel";
import { officeShim } from "./office-shim";
import { observeUndoGroups } from "./undo-groups";

export { BEHAVIOUR_IDS, BEHAVIOURS, type Behaviour, type BehaviourId } from "./behaviours";
export type { Damage } from "./damage";
export { Downloads } from "./downloads";
export {
  bytesOfBase64,
  FAILURE_NUMBERS,
  MemoryExcel,
  type EventMessage,
  type ExcelOptions,
  type Failure,
  type Platform,
  type Traffic,
} from "./excel";

export interface StartOptions extends ExcelOptions {
  /** Of the interface, as `Office.context.displayLanguage`. */
  readonly locale?: string;
  /** Whether `getFileAsync(Compressed)` works; it does not in every Excel on the web. */
  readonly files?: boolean;
  /** Turns the client into a linter: members newer than `api` throw before they are sent. */
  readonly strict?: boolean;
}

interface Client {
  readonly HostBridge: { init(bridge: unknown): void };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  readonly Utility: { _doApiNotSupportedCheck: boolean };
  readonly CoreUtility: { _logEnabled: boolean };
  readonly Error: new () => Error;
}

interface Bridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}

const scope = globalThis as unknown as {
  OfficeExtension?: Client;
  Office?: unknown;
  window?: unknown;
  document?: unknown;
  location?: unknown;
  localStorage?: unknown;
  navigator?: unknown;
};

/** Codes and statuses as an Excel behind a bridge tells them; the numbers are for `window.external`. */
const BRIDGE_ERRORS: Readonly<Record<Failure, readonly [status: number, code: string]>> = {
  busy: [429, "ActivityLimitReached"],
  "cell-edit": [400, "InvalidOperationInCellEditMode"],
  "access-denied": [403, "AccessDenied"],
  "request-too-large": [400, "RequestPayloadSizeLimitExceeded"],
  "response-too-large": [400, "ResponsePayloadSizeLimitExceeded"],
  general: [500, "GeneralException"],
};
const BY_NUMBER = new Map<number, Failure>([
  [5102, "busy"],
  [5004, "cell-edit"],
  [7000, "access-denied"],
  [5103, "request-too-large"],
  [5104, "response-too-large"],
  [5001, "general"],
]);

/** Loads Microsoft's client, as it is, into the global scope: once per test file. `require` would hide its globals. */
function loadClient(): Client {
  if (scope.OfficeExtension) return scope.OfficeExtension;
  scope.window ??= globalThis;
  // Where there is no page, the client is content with one that holds nothing.
  scope.document ??= {
    URL: "http://localhost/",
    getElementById: () => null,
    getElementsByTagName: () => [],
    createElement: () => ({}),
    head: { appendChild: () => undefined },
  };
  scope.navigator ??= { userAgent: "", platform: "", appVersion: "" };
  scope.localStorage ??= { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  scope.location ??= {
    href: "http://localhost/",
    search: "",
    hash: "",
    origin: "http://localhost",
    protocol: "http:",
    hostname: "localhost",
  };
  const source = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8");
  // eslint-disable-next-line no-eval -- the one way that keeps its globals global
  (0, eval)(source);
  return scope.OfficeExtension!;
}

/** Starts an Excel in memory behind the real client: from here on `Excel.run` and `Office.context` speak to it. */
export function startExcel({ locale = "zh-CN", files = true, strict = false, ...options }: StartOptions = {}): MemoryExcel {
  const excel = new MemoryExcel(options);
  const client = loadClient();
  const bridge: Bridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const { id, message } = JSON.parse(text) as { id: number; message: { body: unknown } };
      const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
      void excel.answer(body).then((answer) => bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: responseOf(answer) })));
    },
  };
  excel.deliver = (event) => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries: [event] } }));
  scope.Office = officeShim(excel, { locale, files });
  client.HostBridge.init(bridge);
  observeUndoGroups(excel, globalThis);
  client.CommonUtility._doApiNotSupportedCheck = strict;
  client.Utility._doApiNotSupportedCheck = strict;
  return excel;
}

/** What the client makes of the number that a request failed with as a whole. */
export function bridgeError(number: number): readonly [status: number, code: string] {
  return BRIDGE_ERRORS[BY_NUMBER.get(number) ?? "general"];
}

function responseOf(answer: unknown): unknown {
  if (typeof answer !== "number") return { statusCode: 200, headers: {}, body: answer };
  const [statusCode, code] = bridgeError(answer);
  return { statusCode, headers: {}, body: JSON.stringify({ error: { code, message: code } }) };
}
