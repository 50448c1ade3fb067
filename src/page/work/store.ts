/** A file as it is kept over a reload. */
export interface StoredFile {
  readonly id: number;
  readonly name: string;
  readonly blob: Blob;
  /** Changed since it was last downloaded. */
  readonly dirty: boolean;
}

const NAME = "cluster-report";
const FILES = "files";

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}

/** Files put in one go: their bytes are serialised on the thread that draws. */
const AT_ONCE = 10;

/**
 * The files of this page on this computer, one step after the other: what is dropped stays dropped, though it was still being put.
 * Where the browser keeps nothing (private windows), all is lost at a reload, and nothing else.
 */
export class Store {
  private base: Promise<IDBDatabase> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  private open(): Promise<IDBDatabase> {
    return (this.base ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(FILES, { keyPath: "id" });
      request.onsuccess = () => {
        // Another tab clears this computer's data: it must not wait for this one.
        request.result.onversionchange = () => this.leave(request.result);
        resolve(request.result);
      };
      request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
    }));
  }

  private leave(base: IDBDatabase): void {
    base.close();
    this.base = undefined;
  }

  /** Does work when that before it is done; undefined where the browser does not do it. */
  private then<T>(work: () => Promise<T>): Promise<T | undefined> {
    const next = this.last.then(work).catch(() => undefined);
    this.last = next;
    return next;
  }

  private async files(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    return (await this.open()).transaction(FILES, mode).objectStore(FILES);
  }

  /** All files, in the order they came. */
  async all(): Promise<readonly StoredFile[]> {
    return (await this.then(async () => answer((await this.files("readonly")).getAll() as IDBRequest<StoredFile[]>))) ?? [];
  }

  async keep(files: readonly StoredFile[]): Promise<void> {
    const slices = Array.from({ length: Math.ceil(files.length / AT_ONCE) }, (_, at) => files.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
    await Promise.all(slices.map((slice) => this.change(slice, (files, file) => files.put(file))));
  }

  async drop(ids: readonly number[]): Promise<void> {
    await this.change(ids, (files, id) => files.delete(id));
  }

  private async change<T>(all: readonly T[], one: (files: IDBObjectStore, each: T) => IDBRequest): Promise<void> {
    await this.then(async () => {
      const files = await this.files("readwrite");
      await Promise.all(all.map((each) => answer(one(files, each))));
    });
  }

  /** Deletes the whole database, not only what is in it. */
  async clear(): Promise<void> {
    await this.then(async () => {
      if (this.base) this.leave(await this.base);
      await answer(indexedDB.deleteDatabase(NAME));
    });
  }
}
