import type { EventMessage, MemoryExcel } from "./excel";

/** What the native code of desktop Excel calls with and answers: an array in a box. */
interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
  lbound(): number;
  ubound(): number;
  getItem(index: number): unknown;
}
type Callback = (answer: unknown) => void;
type Handler = (id: number, answer: SafeArray) => void;

/** Numbers by which the client calls the native code (`dispid...` in excel-win32-16.01.debug.js). */
const CALL = { fileProperties: 86, richApi: 93, commandDone: 94, getFile: 77, getSlice: 80, closeFile: 81 } as const;
const EVENT = { richApi: 33, command: 39 } as const;
const NOT_SUPPORTED = 5000;
/** "A network problem has prevented retrieval of the file." */
const NETWORK_PROBLEM = 11001;
/** `FileType.Compressed` on the wire. */
const COMPRESSED = 5;

const box = (items: readonly unknown[]): SafeArray => ({
  toArray: () => [...items],
  dimensions: () => 1,
  lbound: () => 0,
  ubound: () => items.length,
  getItem: (index) => items[index],
});
const unbox = (value: unknown): unknown[] =>
  value && typeof value === "object" && "toArray" in value ? (value as SafeArray).toArray() : (value as unknown[]);
/** On a microtask: answers come although a test holds the clock. */
const later = (happens: () => void): void => void Promise.resolve().then(happens);

export interface WindowOptions {
  /** Language of the interface and of the contents. */
  readonly locale?: string;
  /** Colours of the theme as numbers: text and background, of the page and of controls. */
  readonly theme?: {
    readonly primaryFontColor: number;
    readonly primaryBackgroundColor: number;
    readonly secondaryFontColor: number;
    readonly secondaryBackgroundColor: number;
  };
}

export interface WindowHost {
  /** Presses a button of the ribbon that calls a function. */
  press(functionName: string, controlId?: string): void;
  /** Functions of the ribbon that said they were done. */
  readonly completed: readonly unknown[];
}

function contextOf(excel: MemoryExcel, locale: string, theme: WindowOptions["theme"]): unknown {
  const { settings } = excel.book;
  const constants: Readonly<Record<string, unknown>> = {
    AppType: 1,
    SolutionRef: "add-in",
    AppVersionMajor: 16,
    AppVersionMinor: 1,
    AppUILocale: locale,
    AppDataLocale: locale,
    DocUrl: "",
    AppCapabilities: 0,
    ActivationMode: 2,
    ControlIntegrationLevel: 1,
    SolutionToken: "",
    CorrelationId: "c0",
    InstanceId: "i0",
    TouchEnabled: false,
    CommerceAllowed: true,
    SupportedMatrix: JSON.stringify({
      excelapi: excel.api,
      sharedruntime: "1.1",
      addincommands: "1.3",
      settings: "1.1",
      richapiruntime: "1.1",
      dialogapi: "1.2",
      file: "1.1",
      compressedfile: "1.1",
    }),
    HostCustomMessage: "",
    HostFullVersion: "16.0.15407.20000",
    InitialDisplayMode: 2,
    OfficeThemeInfo: JSON.stringify(
      theme ?? { primaryFontColor: 0, primaryBackgroundColor: 0xffffff, secondaryFontColor: 0, secondaryBackgroundColor: 0xeeeeee },
    ),
  };
  return {
    ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [`Get${name}`, () => value])),
    GetSettings: () => ({
      // Values travel as the client's own JSON.
      Read(keys: string[], values: string[]): void {
        for (const [key, value] of settings) {
          keys.push(key);
          values.push(JSON.stringify(value));
        }
      },
      Write(keys: readonly string[], values: readonly string[]): void {
        settings.clear();
        keys.forEach((key, index) => settings.set(key, parsed(values[index]!)));
        excel.settingsSaved();
      },
      RefreshAsync: (callback: () => void) => callback(),
    }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Makes a page believe that desktop Excel holds it: puts `window.external` there. Call it before the unmodified office.js loads.
 * @returns what only a person at the ribbon can do
 */
export function installWindowHost(target: object, excel: MemoryExcel, { locale = "zh-CN", theme }: WindowOptions = {}): WindowHost {
  const handlers = new Map<string, Handler>();
  const completed: unknown[] = [];
  const files = new Map<number, Uint8Array>();
  let nextFile = 1;
  const fire = (id: number, answer: SafeArray): void => {
    for (const [key, handler] of handlers) if (key.startsWith(`${id}|`)) handler(id, answer);
  };
  const calls: Readonly<Record<number, (params: unknown[], callback: Callback) => void>> = {
    [CALL.richApi](params, callback) {
      const request = unbox(params[0]);
      void excel
        .answer(String(request[4]))
        .then((answer) =>
          callback(
            typeof answer === "number"
              ? box([answer])
              : box([0, box([200, box(["Content-Type", "application/json"]), JSON.stringify(answer)])]),
          ),
        );
    },
    [CALL.commandDone](params, callback) {
      completed.push(params);
      later(() => callback(0));
    },
    [CALL.fileProperties]: (_, callback) => later(() => callback(box([0, ""]))),
    [CALL.getFile](params, callback) {
      if (params[0] !== COMPRESSED) return later(() => callback(box([NOT_SUPPORTED])));
      void excel.file().then((bytes) => {
        if (!bytes) return callback(box([NETWORK_PROBLEM]));
        files.set(nextFile, bytes);
        callback(box([0, box([nextFile++, bytes.length])]));
      });
    },
    [CALL.getSlice](params, callback) {
      const [handle, offset, size] = params.map(Number) as [number, number, number];
      const slice = files.get(handle)?.subarray(offset, offset + size);
      later(() => callback(slice ? box([0, box([box([...slice]), slice.length])]) : box([NOT_SUPPORTED])));
    },
    [CALL.closeFile](params, callback) {
      files.delete(Number(params[0]));
      later(() => callback(0));
    },
  };
  const external = {
    GetHostInfo: () => `excel$win32$16.01$${locale.toLowerCase()}$corr$$disableLogging$1`,
    GetContext: () => contextOf(excel, locale, theme),
    GetLoggingAllowed: () => false,
    Execute(id: number, params: unknown, callback: Callback): void {
      const call = calls[id];
      if (call) call(unbox(params), callback);
      else later(() => callback(NOT_SUPPORTED));
    },
    RegisterEvent(id: number, targetId: string, handler: Handler, callback: Callback): void {
      handlers.set(`${id}|${targetId}`, handler);
      later(() => callback(0));
    },
    UnregisterEvent(id: number, targetId: string, callback: Callback): void {
      handlers.delete(`${id}|${targetId}`);
      later(() => callback(0));
    },
  };
  Object.defineProperty(target, "external", { value: external, configurable: true, writable: true });
  excel.deliver = ({ messageCategory, messageType, targetId, message }: EventMessage) =>
    fire(EVENT.richApi, box([box([messageCategory, messageType, targetId, message, 0])]));
  let pressed = 0;
  return {
    completed,
    press: (functionName, controlId = functionName) =>
      fire(EVENT.command, box([`c${++pressed}`, functionName, JSON.stringify({ source: { id: controlId } })])),
  };
}
