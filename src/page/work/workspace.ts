import type { Checked } from "../../actions/check";
import { sameCell, XLSX_TYPE, type CellRef, type CellValue, type Change } from "../../domain";
import type { Locale } from "../../locales";
import { download } from "../../ui/browser";
import type { FixLine } from "../../ui/form/fixes";
import { blockingOf } from "../../ui/form/rows";
import { viewed, type ViewChange } from "../../ui/form/view";
import { Stopped } from "../../workers/client";
import type { JobClient } from "./job-client";
import { changed, copied, isUnsaved, newFile, overtaken, redone, storedOf, undone, type PageFile } from "./files";
import { givenFiles } from "./given-files";
import type { Jobs, NamedBlob, Opened, ReportKind } from "./job";
import type { PageNotice } from "./notices";
import { Observable } from "./observable";
import { afterCheck, NEW_FORM, type OpenForm } from "./open-form";
import type { Store } from "./store";
import { TypedByFile } from "./typed-by-file";
import { CheckQueue, type CheckResult, type Progress } from "./check-queue";

/** All that 检查并报送 shows. */
export interface WorkspaceState {
  readonly files: readonly PageFile[];
  readonly open: number | undefined;
  /** The form of the open file. */
  readonly form: OpenForm;
  readonly progress: Progress | undefined;
  /** What was entered and is not yet in its file, in the order it came. */
  readonly entered: readonly Entered[];
  /** The cell the form is to bring into view; a new object each time. */
  readonly shown: { readonly at: CellRef; readonly focus: boolean } | undefined;
}

/** A text as it was entered in a cell of a file. */
export interface Entered {
  readonly file: number;
  readonly at: CellRef;
  readonly text: string;
}

/** What a turn comes to: the file as it is to be kept, and what is done once it is. */
interface Done {
  readonly file: PageFile;
  readonly whenKept?: () => void;
  /** Where another tab was first it is done once more, to what that tab kept; else what that tab kept is shown, and nothing is done. */
  readonly again?: boolean;
}

/** Work on a file; what changes nothing that is to be kept comes to nothing. */
type Run = (file: PageFile) => Promise<Done | undefined>;

/** The files on the page and what is done to them. It knows neither React nor how a worker is made. */
export class Workspace extends Observable<WorkspaceState> {
  /** From the clock: two tabs keep their files in one place. */
  private nextId = Date.now() * 1000;
  private readonly queue: CheckQueue;
  /** When what a reload left is there. */
  readonly restoring: Promise<void>;
  /** Explanations that were typed and are not yet written. */
  readonly typed = new TypedByFile();
  /** The end of the last turn that was asked for, and how many have not come to theirs. */
  private last: Promise<void> = Promise.resolve();
  private turns = 0;

  constructor(
    private readonly client: JobClient,
    private readonly store: Store,
    /** Asked anew each time: the person may change it. */
    private readonly locale: () => Locale,
  ) {
    super({ files: [], open: undefined, form: NEW_FORM, progress: undefined, entered: [], shown: undefined });
    this.queue = new CheckQueue(
      client,
      () => locale().tag,
      (come, progress) => this.came(come, progress),
    );
    store.hear((id) => void this.catchUp(id));
    this.restoring = this.restore();
  }

  private show(change: Partial<OpenForm>): void {
    this.set({ form: { ...this.current.form, ...change } });
  }

  view(change: ViewChange): void {
    this.show({ view: viewed(this.current.form.view, change) });
  }

  /** Offers repairs together; undefined withdraws them. */
  preview(preview: readonly FixLine[] | undefined): void {
    this.show({ preview });
  }

  tell(notice: PageNotice | undefined): void {
    this.show({ notice });
  }

  private put(file: PageFile): void {
    this.set({ files: this.current.files.map((one) => (one.id === file.id ? file : one)) });
  }

  private fileOf(id: number | undefined): PageFile | undefined {
    return this.current.files.find((one) => one.id === id);
  }

  /** What a reload left. */
  private async restore(): Promise<void> {
    const files = (await this.store.all()).map(newFile);
    this.typed.keepOnly(files.map(({ id }) => id));
    this.set({ files: [...files, ...this.current.files] });
    void this.look(files);
  }

  /** Takes files, checks them all, and opens the one where there is but one. What is there already is not taken twice. */
  async add(files: readonly NamedBlob[]): Promise<void> {
    await this.restoring;
    const given = await givenFiles(files, this.current.files);
    const added = given.map((one): PageFile => ("id" in one ? one : newFile({ ...one, id: this.nextId++, dirty: false })));
    const known = new Set(this.current.files.map(({ id }) => id));
    const fresh = added.filter(({ id }) => !known.has(id));
    this.set({ files: [...this.current.files, ...fresh] });
    void this.store.keep(fresh.map(storedOf));
    await this.look(added);
  }

  private async look(files: readonly PageFile[]): Promise<void> {
    const [only] = files;
    if (files.length === 1 && only && this.current.open === undefined) return this.open(only.id);
    if (files.length > 0) await this.queue.add(files);
  }

  /** Puts what came of files into the list. */
  private came(come: ReadonlyMap<number, CheckResult>, progress: Progress | undefined): void {
    const put = (file: PageFile): PageFile => {
      const came = come.get(file.id);
      if (came === undefined) return file;
      return typeof came === "string" ? { ...file, failed: came } : { ...file, summary: came, failed: undefined };
    };
    this.set({ files: come.size > 0 ? this.current.files.map(put) : this.current.files, progress });
  }

  /** Runs work of the worker; a stop is told to `stopped`, and anything else that is thrown is a bug and is shown. */
  private async guard(run: () => Promise<void>, stopped: (why: "stopped" | "crashed") => void): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (error instanceof Stopped) stopped(error.why === "asked" ? "stopped" : "crashed");
      else {
        stopped("crashed");
        this.show({ bug: error instanceof Error ? error.message : String(error), task: undefined });
      }
    }
  }

  /** Opens a file in full. */
  async open(id: number): Promise<void> {
    if (!this.fileOf(id)) return;
    this.set({ open: id, form: NEW_FORM, shown: undefined });
    await this.work("check", this.checkOnly);
  }

  private readonly checkOnly: Run = async (file) => {
    await this.check(file);
    return undefined;
  };

  /** Checks a file and shows what came of it. @returns the file with a copy of its bytes */
  private async check(file: PageFile): Promise<PageFile> {
    const opened = await this.ask("open", { blob: file.blob });
    // From here on a copy: the file on the disk may be changed by another program meanwhile.
    const next = opened.kind === "checked" ? copied(file, opened.blob) : file;
    this.took(next, opened);
    return next;
  }

  /** Shows what came of a file. */
  private took(file: PageFile, opened: Opened): void {
    // A check of the list may still be under way, of the file as it was.
    this.queue.forget(new Set([file.id]));
    const refusal = opened.kind === "refused" ? opened.refusal : undefined;
    const checked = opened.kind === "checked" ? opened.checked : undefined;
    this.put({
      ...file,
      failed: undefined,
      summary: checked
        ? { status: checked.status, counts: checked.counts, refusal: undefined, ...checked.form.submission.issued }
        : { status: "refused", school: "", period: "", counts: undefined, refusal },
    });
    if (this.current.open !== file.id) return;
    if (checked) this.set({ form: afterCheck(this.current.form, checked) });
    // On the page somebody chose this very file: that it is no form is worth saying.
    else if (refusal) this.show({ book: { kind: "refused", refusal } });
  }

  private async ask<K extends "open" | "change" | "send">(kind: K, of: Jobs[K]["ask"]): Promise<Jobs[K]["give"]> {
    const came = await this.client.request(kind, this.locale().tag, of);
    // Taken up in a task of its own: for a large form reading the message alone is a long one.
    await new Promise((resolve) => setTimeout(resolve));
    return came;
  }

  /**
   * Does work on a file, after all that was asked for before: each turn finds the file as the last one left it, and nothing that was
   * entered meanwhile is lost.
   * @param id the file that is open now where absent
   */
  private work(task: NonNullable<OpenForm["task"]>, run: Run, id = this.current.open): Promise<void> {
    this.turns++;
    if (id === this.current.open) this.show({ task, notice: undefined });
    this.last = this.last.then(async () => {
      await this.guard(
        () => this.turn(id, run),
        (why) => {
          const file = this.fileOf(id);
          if (file) this.put({ ...file, failed: why });
        },
      );
      // What came is drawn first: both in one go would hold up the page.
      await new Promise((resolve) => setTimeout(resolve));
      if (--this.turns === 0) this.show({ task: undefined });
    });
    return this.last;
  }

  /** Does work on a file and keeps it; where another tab has kept a newer one, on from that. */
  private async turn(id: number | undefined, run: Run): Promise<void> {
    let elsewhere = false;
    for (let file = this.fileOf(id); file;) {
      const done = await run(file);
      // What was removed meanwhile stays removed.
      const newer = done && this.fileOf(id) && (await this.store.change(storedOf(done.file)));
      if (done && !newer) this.kept(done);
      if (!done || !newer) break;
      elsewhere = true;
      file = overtaken(file, newer);
      if (done.again) continue;
      await this.check(file);
      break;
    }
    if (elsewhere && this.current.open === id) this.tell({ kind: "elsewhere" });
  }

  private kept({ file: { id, revision }, whenKept }: Done): void {
    const file = this.fileOf(id);
    if (!file) return;
    this.put({ ...file, revision: revision + 1 });
    whenKept?.();
  }

  /** Another tab changed a file: it is shown as it is now. */
  private async catchUp(id: number): Promise<void> {
    const look: Run = async (file) => {
      const newer = await this.store.newer(storedOf(file));
      if (!newer) return undefined;
      await this.check(overtaken(file, newer));
      if (this.current.open === id) this.tell({ kind: "elsewhere" });
      return undefined;
    };
    if (this.fileOf(id)) await this.work("check", look, id);
  }

  /** Writes what was entered in a cell of a form; until its turn comes, the form shows it all the same. */
  async enter(file: number, at: CellRef, text: string, value: CellValue): Promise<void> {
    const one: Entered = { file, at, text };
    this.set({ entered: [...this.current.entered, one] });
    await this.change([{ kind: "value", ...at, value }], "fix", undefined, file);
    this.set({ entered: this.current.entered.filter((other) => other !== one) });
  }

  /**
   * Changes cells of a form, of the open one where no other is named; the bytes before are kept for undoing.
   * @param told what is told of the form once it is checked again
   */
  async change(
    changes: readonly Change[],
    task: "fix" | "explain",
    told?: (checked: Checked) => PageNotice,
    id = this.current.open,
  ): Promise<void> {
    const run: Run = async (file) => {
      const opened = await this.ask("change", { blob: file.blob, changes });
      if (opened.kind === "refused") {
        this.took(file, opened);
        return undefined;
      }
      const next = changed(file, opened.blob);
      this.took(next, opened);
      const whenKept = (): void => {
        if (told && this.current.open === id) this.tell(told(opened.checked));
      };
      return { file: next, whenKept, again: true };
    };
    await this.work(task, run, id);
  }

  undo(): Promise<void> {
    return this.step(undone);
  }
  redo(): Promise<void> {
    return this.step(redone);
  }

  private async step(move: (file: PageFile) => PageFile): Promise<void> {
    await this.work("undo", async (file) => {
      const next = move(file);
      return next === file ? undefined : { file: await this.check(next) };
    });
  }

  /** 下载修改稿, with all that was entered before. */
  async draft(): Promise<void> {
    const id = this.current.open;
    await this.last;
    const file = this.fileOf(id);
    if (!file) return;
    const { draftSuffix } = this.locale().page.work;
    const name = file.name.replace(/(\.xlsx)?$/i, `${file.name.includes(draftSuffix) ? "" : draftSuffix}.xlsx`);
    download(name, file.blob, XLSX_TYPE);
    const next = { ...file, saved: file.blob };
    this.put(next);
    if (this.current.open === id) this.tell({ kind: "downloaded", name });
    await this.store.downloaded(storedOf(next));
  }

  /** 生成报送文件: sealed, checked again, and handed out; its mail is shown. */
  async send(): Promise<void> {
    // A second press asks for no second file.
    if (this.current.form.task === "send") return;
    await this.work("send", async (file) => {
      const sent = await this.ask("send", { blob: file.blob });
      if (sent.kind !== "sent") return this.notSent(file, sent);
      const { outgoing, checked, blob } = sent;
      const next: PageFile = { ...changed(file, blob), saved: blob, sent: { outgoing, code: checked.code } };
      this.took(next, { kind: "checked", checked, blob });
      const whenKept = (): void => {
        if (this.current.open === file.id) this.tell({ kind: "sent", beside: outgoing.beside.length > 0 });
        // One file a press: browsers ask before a second. The draft has a button of its own.
        const copy = outgoing.files?.copy;
        if (copy) download(copy.name, copy.bytes, XLSX_TYPE);
      };
      return { file: next, whenKept };
    });
  }

  private notSent(file: PageFile, opened: Opened): undefined {
    this.took(file, opened);
    if (this.current.open !== file.id || opened.kind !== "checked") return;
    const blocked = opened.checked.status === "blocked";
    const count = blockingOf(opened.checked.findings).length;
    this.tell({ asked: "send", ...(blocked ? { kind: "not-sealed", count } : { kind: "summary-beside" }) });
  }

  /** The list of findings of the open file, or of all, with all that was entered before. */
  async report(as: ReportKind): Promise<void> {
    const id = this.current.open;
    await this.last;
    const open = this.fileOf(id);
    const files = open ? [open] : this.current.files;
    this.set({ progress: { done: 0, all: files.length } });
    await this.guard(
      async () => {
        const blob = await this.client.request("report", this.locale().tag, { files, as }, ({ done }) =>
          this.set({ progress: { done, all: files.length } }),
        );
        const stem = open ? `${open.name.replace(/\.xlsx$/i, "")}-` : "";
        const name = `${stem}${this.locale().page.reports.fileName}.${as}`;
        download(name, blob, blob.type);
        if (open && this.current.open === id) this.tell({ kind: "downloaded", name });
      },
      () => undefined,
    );
    this.set({ progress: undefined });
  }

  reveal(at: CellRef): void {
    const before = this.current.shown?.at;
    // A second press on the same place goes there with the keyboard, too.
    const again = before !== undefined && sameCell(before, at);
    this.set({ shown: { at, focus: again } });
  }

  stop(): void {
    this.client.stop();
  }

  /** Back to the list. */
  close(): void {
    this.set({ open: undefined, form: NEW_FORM, shown: undefined });
  }

  remove(ids: readonly number[]): void {
    if (this.current.open !== undefined && ids.includes(this.current.open)) this.close();
    void this.store.drop(ids);
    const gone = new Set(ids);
    this.queue.forget(gone);
    this.set({ files: this.current.files.filter(({ id }) => !gone.has(id)) });
    this.typed.keepOnly(this.current.files.map(({ id }) => id));
    if (this.current.files.length === 0) void this.client.end();
  }

  /** 清除本机数据. */
  async clear(): Promise<void> {
    this.remove(this.current.files.map(({ id }) => id));
    await this.store.clear();
  }

  get dirty(): boolean {
    return this.current.entered.length > 0 || this.typed.any || this.current.files.some(isUnsaved);
  }

  /** Says everything again after the language changed. */
  async again(): Promise<void> {
    // One that was not yet checked is about to be.
    if (this.current.form.book.kind !== "unknown") await this.work("check", this.checkOnly);
  }
}
