/** A file as it is kept over a reload. */
export interface StoredFile {
  readonly id: number;
  readonly name: string;
  readonly blob: Blob;
  /** Changed since it was last downloaded. */
  readonly dirty: boolean;
  /** How often it was kept with a change. */
  readonly revision?: number;
}

const NAME = "cluster-report";
const FILES = "files";

const revisionOf = ({ revision = 0 }: StoredFile): number => revision;

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
 * Where the browser keeps nothing (private windows), all is lost at a reload, and nothing else. All tabs have one store: none writes over
 * what is newer, and each hears what another one kept.
 */
export class Store {
  private base: Promise<IDBDatabase> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private readonly tabs = new BroadcastChannel(NAME);

  /** Has somebody told when another tab kept a change of a file. */
  hear(heard: (id: number) => void): void {
    this.tabs.onmessage = ({ data }: MessageEvent<number>) => heard(data);
  }

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
    await Promise.all(slices.map((slice) => this.each(slice, (files, file) => files.put(file))));
  }

  /**
   * Keeps a change of a file, unless another tab has kept a newer one meanwhile.
   * @param file with the revision it was changed from @returns the newer one, which stays
   */
  async change(file: StoredFile): Promise<StoredFile | undefined> {
    const newer = await this.putUnlessNewer(file, revisionOf(file) + 1);
    if (!newer) this.tabs.postMessage(file.id);
    return newer;
  }

  /** Keeps that a file was downloaded as it is; nothing where another tab has kept a newer one. */
  async downloaded(file: StoredFile): Promise<void> {
    await this.putUnlessNewer(file, revisionOf(file));
  }

  private putUnlessNewer(file: StoredFile, revision: number): Promise<StoredFile | undefined> {
    return this.then(async () => {
      const files = await this.files("readwrite");
      const stored = await answer(files.get(file.id) as IDBRequest<StoredFile | undefined>);
      if (stored && revisionOf(stored) > revisionOf(file)) return stored;
      await answer(files.put({ ...file, revision }));
      return undefined;
    });
  }

  /** A file as another tab has kept it; undefined where none has since the revision that is known here. */
  async newer(file: StoredFile): Promise<StoredFile | undefined> {
    const stored = await this.then(async () => answer((await this.files("readonly")).get(file.id) as IDBRequest<StoredFile | undefined>));
    return stored && revisionOf(stored) > revisionOf(file) ? stored : undefined;
  }

  async drop(ids: readonly number[]): Promise<void> {
    await this.each(ids, (files, id) => files.delete(id));
  }

  private async each<T>(all: readonly T[], one: (files: IDBObjectStore, each: T) => IDBRequest): Promise<void> {
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
