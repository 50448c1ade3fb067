/** A file as it is kept over a reload. */
export interface Kept {
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

/** The files of this page on this computer. Where the browser keeps nothing (private windows), all is lost at a reload, and nothing else. */
export class Store {
  private base: Promise<IDBDatabase> | undefined;

  private open(): Promise<IDBDatabase> {
    return (this.base ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(FILES, { keyPath: "id" });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
    }));
  }

  private async in<T>(mode: IDBTransactionMode, work: (files: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
    try {
      return await answer(work((await this.open()).transaction(FILES, mode).objectStore(FILES)));
    } catch {
      return undefined;
    }
  }

  /** All files, in the order they came. */
  async all(): Promise<readonly Kept[]> {
    return (await this.in<Kept[]>("readonly", (files) => files.getAll() as IDBRequest<Kept[]>)) ?? [];
  }

  async keep(file: Kept): Promise<void> {
    await this.in("readwrite", (files) => files.put(file));
  }

  async drop(id: number): Promise<void> {
    await this.in("readwrite", (files) => files.delete(id));
  }

  /** Deletes the whole database, not only what is in it. */
  async clear(): Promise<void> {
    const base = await this.base?.catch(() => undefined);
    base?.close();
    this.base = undefined;
    await answer(indexedDB.deleteDatabase(NAME)).catch(() => undefined);
  }
}
