import type { EnvironmentContext, JestEnvironmentConfig } from "@jest/environment";
import { TestEnvironment } from "jest-environment-jsdom";

/** What Node and every browser have, and jsdom lacks or has in a version that tests cannot mix with Node's. */
const FROM_NODE = { TextEncoder, TextDecoder, Uint8Array, ArrayBuffer, crypto: globalThis.crypto, structuredClone };

/** A page with the parts that Excel's web view has beside those of jsdom. */
// eslint-disable-next-line no-restricted-syntax -- jest takes an environment by its default export
export default class PageEnvironment extends TestEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    const page = this.global as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(FROM_NODE)) Object.defineProperty(page, name, { value, configurable: true, writable: true });
    const { Blob: PageBlob, FileReader: PageReader } = this.global as unknown as { Blob: typeof Blob; FileReader: typeof FileReader };
    Object.defineProperty(PageBlob.prototype, "arrayBuffer", {
      configurable: true,
      value(this: Blob): Promise<ArrayBuffer> {
        return new Promise((resolve) => {
          const reader = new PageReader();
          reader.onload = () => resolve(reader.result as ArrayBuffer);
          reader.readAsArrayBuffer(this);
        });
      },
    });
    // Layout does not exist here: nothing is ever resized or in view.
    page["ResizeObserver"] = class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    };
    page["matchMedia"] = (media: string) => ({
      media,
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    });
  }
}
