import type { BehaviourId } from "../../host/behaviours";
import { MemoryExcel } from "../../host/excel";
import { officeShim } from "../../host/office-shim";

/**
 * Stands where office.js is loaded from, in a real browser: the in-memory Excel behind Microsoft's Excel client, which the test
 * puts before this script. What the page should start with is left on `window.testBook` before the pane loads.
 */
interface TestBook {
  readonly file?: string;
  readonly locale: string;
  readonly background?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly behaviours?: readonly BehaviourId[];
}
interface Bridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}
declare global {
  interface Window {
    testBook: TestBook;
    testExcel: MemoryExcel;
  }
}

const scope = globalThis as unknown as { OfficeExtension: { HostBridge: { init(bridge: Bridge): void } }; Office: Record<string, unknown> };
const { file, locale, background, settings = {}, behaviours } = window.testBook;
const excel = new MemoryExcel({ api: "1.15", behaviours });
window.testExcel = excel;
const bridge: Bridge = {
  onMessageFromHost: null,
  sendMessageToHost(text) {
    const { id, message } = JSON.parse(text) as { id: number; message: { body: unknown } };
    const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
    void excel
      .answer(body)
      .then((answer) =>
        bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body: answer } })),
      );
  },
};
excel.deliver = (event) => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries: [event] } }));
const office = officeShim(excel, { locale, files: true }) as { context: Record<string, unknown>; onReady: () => Promise<unknown> };
if (background) office.context["officeTheme"] = { bodyBackgroundColor: background };
const ready = file ? excel.openFile(Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))) : Promise.resolve();
office.onReady = async () => {
  await ready;
  for (const [key, value] of Object.entries(settings)) excel.book.settings.set(key, value);
  return { host: "Excel", platform: excel.platform };
};
scope.Office = office as unknown as Record<string, unknown>;
scope.OfficeExtension.HostBridge.init(bridge);
