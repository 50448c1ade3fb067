import type { MemoryExcel } from "./excel";

type Callback = (result: {
  readonly status: string;
  readonly value?: unknown;
  readonly error?: { readonly code: number; readonly name: string; readonly message: string };
}) => void;

const ok = (value?: unknown): Parameters<Callback>[0] => ({ status: "succeeded", value });
const failed = (code: number, message: string): Parameters<Callback>[0] => ({ status: "failed", error: { code, name: "Error", message } });

/** What of the common `Office` API the product uses, for tests that load only the Excel client. Callbacks come later, as in Office. */
export function officeShim(excel: MemoryExcel, options: { readonly locale: string; readonly files: boolean }): unknown {
  const [, newest = 0] = excel.api.split(".").map(Number);
  let open = 0;
  const later = (callback: Callback | undefined, result: Parameters<Callback>[0]): void =>
    void Promise.resolve().then(() => callback?.(result));
  const slices = (bytes: Uint8Array, size: number): unknown => ({
    size: bytes.length,
    sliceCount: Math.ceil(bytes.length / size),
    getSliceAsync: (index: number, callback: Callback) =>
      later(
        callback,
        index * size < bytes.length
          ? ok({ index, size, data: [...bytes.subarray(index * size, (index + 1) * size)] })
          : failed(5001, "No such slice"),
      ),
    closeAsync: (callback?: Callback) => {
      open--;
      later(callback, ok());
    },
  });
  const settings = {
    get: (key: string): unknown => excel.book.settings.get(key) ?? null,
    set: (key: string, value: unknown): void => void excel.book.settings.set(key, value),
    remove: (key: string): void => void excel.book.settings.delete(key),
    saveAsync(callback?: Callback): void {
      excel.settingsSaved();
      later(callback, ok());
    },
  };
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { PC: "PC", Mac: "Mac", OfficeOnline: "OfficeOnline", iOS: "iOS" },
    FileType: { Compressed: "compressed", Pdf: "pdf", Text: "text" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    onReady: (): Promise<unknown> => Promise.resolve({ host: "Excel", platform: excel.platform }),
    StartupBehavior: { none: "None", load: "Load" },
    VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
    addin: {
      setStartupBehavior: async (wanted: string) => void (excel.book.startState = wanted === "Load" ? "Background" : "Inactive"),
      getStartupBehavior: async () => (excel.book.startState === "Inactive" ? "None" : "Load"),
      showAsTaskpane: async () => excel.setPane("Visible"),
      hide: async () => excel.setPane("Background"),
      onVisibilityModeChanged: async (listener: (message: { readonly visibilityMode: string }) => void) =>
        excel.onPane((state) => listener({ visibilityMode: state === "Visible" ? "Taskpane" : "Hidden" })),
    },
    context: {
      host: "Excel",
      platform: excel.platform,
      displayLanguage: options.locale,
      contentLanguage: options.locale,
      requirements: {
        isSetSupported(name: string, version = "1.1"): boolean {
          const [major, minor = 0] = String(version).split(".").map(Number);
          if (name === "ExcelApi") return major === 1 && minor <= newest;
          // Sets that say how batches travel; real hosts have them. ExcelApiOnline and all others are not there.
          return name.startsWith("RichApiRuntime") || name === "DelayForCellEdit" || name === "SharedRuntime";
        },
      },
      document: {
        settings,
        getFileAsync(type: string, asked: { readonly sliceSize?: number }, callback: Callback): void {
          if (!options.files || type !== "compressed") return later(callback, failed(12000, "The file type is not supported"));
          if (open >= 2) return later(callback, failed(5001, "Two files are open already"));
          void excel.file().then((bytes) => {
            if (!bytes) return callback(failed(11001, "A network problem has prevented retrieval of the file."));
            open++;
            callback(ok(slices(bytes, Math.min(asked.sliceSize ?? 4194304, 4194304))));
          });
        },
      },
    },
  };
}
