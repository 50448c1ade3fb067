import type { Checked } from "../../actions/check";
import { sameCell, XLSX_TYPE, type CellRef, type CellValue, type Change } from "../../domain";
import type { Locale } from "../../locales";
import { download } from "../../ui/browser";
import type { FixLine } from "../../ui/form/fixes";
import type { FormNotice } from "../../ui/form/notices";
import { blockingOf } from "../../ui/form/rows";
import { viewed, type ViewChange } from "../../ui/form/view";
import { Stopped } from "../../workers/client";
import type { JobClient } from "./job-client";
import { changed, newFile, redone, undone, type PageFile } from "./files";
import type { Jobs, NamedBlob, Opened, ReportKind } from "./job";
import { afterCheck, NEW_FORM, type OpenForm } from "./open-form";
import type { Store } from "./store";
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

/** The files on the page and what is done to them. It knows neither React nor how a worker is made. */
export class Workspace {
  private current: WorkspaceState = {
    files: [],
    open: undefined,
    form: NEW_FORM,
    progress: undefined,
    entered: [],
    shown: undefined,
  };
  private readonly listeners = new Set<() => void>();
  /** From the clock: two tabs keep their files in one place. */
  private nextId = Date.now() * 1000;
  private readonly queue: CheckQueue;
  private readonly restoring: Promise<void>;
  /** The end of the last turn that was asked for, and how many have not come to theirs. */
  private last: Promise<void> = Promise.resolve();
  private turns = 0;

  constructor(
    private readonly client: JobClient,
    private readonly store: Store,
    /** Asked anew each time: the person may change it. */
    private readonly locale: () => Locale,
  ) {
    this.queue = new CheckQueue(
      client,
      () => locale().tag,
      (come, progress) => this.came(come, progress),
    );
    this.restoring = this.restore();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly state = (): WorkspaceState => this.current;

  private set(part: Partial<WorkspaceState>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
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

  tell(notice: FormNotice | undefined): void {
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
    const kept = await this.store.all();
    if (kept.length === 0) return;
    const files = kept.map(({ id, name, blob, dirty }) => newFile(id, name, blob, dirty));
    this.set({ files: [...files, ...this.current.files] });
    await this.look(files);
  }

  /** Takes files, checks them all, and opens the one where there is but one. */
  async add(files: readonly NamedBlob[]): Promise<void> {
    await this.restoring;
    if (files.length === 0) return;
    const added = files.map(({ name, blob }) => newFile(this.nextId++, name, blob));
    this.set({ files: [...this.current.files, ...added] });
    void this.store.keep(added.map(({ id, name, blob, dirty }) => ({ id, name, blob, dirty })));
    await this.look(added);
  }

  private async look(files: readonly PageFile[]): Promise<void> {
    const [only] = files;
    if (files.length === 1 && only && this.current.open === undefined) return this.open(only.id);
    await this.queue.add(files);
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
    await this.work("check", (file) => this.check(file));
  }

  private async check(file: PageFile): Promise<void> {
    const opened = await this.ask("open", { blob: file.blob });
    // From here on a copy: the file on the disk may be changed by another program meanwhile.
    this.took(opened.kind === "checked" ? { ...file, blob: opened.blob } : file, opened);
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
        ? { status: checked.status, school: checked.form.submission.issued.school, counts: checked.counts, refusal: undefined }
        : { status: "refused", school: "", counts: undefined, refusal },
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
   * Does work on the file that is open now, after all that was asked for before: each turn finds the file as the last one left it,
   * and nothing that was entered meanwhile is lost.
   */
  private work(task: NonNullable<OpenForm["task"]>, run: (file: PageFile) => Promise<void>): Promise<void> {
    const id = this.current.open;
    this.turns++;
    this.show({ task, notice: undefined });
    this.last = this.last.then(async () => {
      const file = this.fileOf(id);
      if (file)
        await this.guard(
          () => run(file),
          (why) => this.put({ ...file, failed: why }),
        );
      // What came is drawn first: both in one go would hold up the page.
      await new Promise((resolve) => setTimeout(resolve));
      if (--this.turns === 0) this.show({ task: undefined });
    });
    return this.last;
  }

  /** Writes what was entered in a cell of the open form; until its turn comes, the form shows it all the same. */
  async enter(at: CellRef, text: string, value: CellValue): Promise<void> {
    const file = this.current.open;
    if (file === undefined) return;
    const one: Entered = { file, at, text };
    this.set({ entered: [...this.current.entered, one] });
    await this.change([{ kind: "value", ...at, value }], "fix");
    this.set({ entered: this.current.entered.filter((other) => other !== one) });
  }

  /**
   * Changes cells of the open form; the bytes before are kept for undoing.
   * @param told what is told of the form once it is checked again
   */
  async change(changes: readonly Change[], task: "fix" | "explain", told?: (checked: Checked) => FormNotice): Promise<void> {
    await this.work(task, async (file) => {
      const opened = await this.ask("change", { blob: file.blob, changes });
      const next = opened.kind === "checked" ? changed(file, opened.blob) : file;
      this.took(next, opened);
      this.keep(next);
      if (told && opened.kind === "checked" && this.current.open === file.id) this.tell(told(opened.checked));
    });
  }

  private keep({ id, name, blob, dirty }: PageFile): void {
    // What was removed meanwhile stays removed.
    if (this.fileOf(id)) void this.store.keep([{ id, name, blob, dirty }]);
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
      if (next === file) return;
      await this.check(next);
      this.keep(next);
    });
  }

  /** 下载修改稿, with all that was entered before. */
  async draft(): Promise<void> {
    const id = this.current.open;
    await this.last;
    const file = this.fileOf(id);
    if (!file) return;
    const { draftSuffix } = this.locale().page.work;
    download(file.name.replace(/(\.xlsx)?$/i, `${file.name.includes(draftSuffix) ? "" : draftSuffix}.xlsx`), file.blob, XLSX_TYPE);
    this.clean(file);
  }

  private clean(file: PageFile): void {
    const next = { ...file, dirty: false };
    this.put(next);
    this.keep(next);
  }

  /** 生成报送文件: sealed, checked again, and handed out; its mail is shown. */
  async send(): Promise<void> {
    // A second press asks for no second file.
    if (this.current.form.task === "send") return;
    await this.work("send", async (file) => {
      const sent = await this.ask("send", { blob: file.blob });
      const open = this.current.open === file.id;
      if (sent.kind !== "sent") {
        this.took(file, sent);
        if (!open || sent.kind !== "checked") return;
        const blocked = sent.checked.status === "blocked";
        const count = blockingOf(sent.checked.findings).length;
        this.tell({ asked: "send", ...(blocked ? { kind: "not-sealed", count } : { kind: "summary-beside" }) });
        return;
      }
      const next: PageFile = { ...changed(file, sent.blob), dirty: false };
      this.took(next, { kind: "checked", checked: sent.checked, blob: sent.blob });
      this.keep(next);
      if (open) this.show({ outgoing: sent.outgoing, notice: { kind: "sent", beside: sent.outgoing.beside.length > 0 } });
      // One file a press: browsers ask before a second. The draft has a button of its own.
      const copy = sent.outgoing.files?.copy;
      if (copy) download(copy.name, copy.bytes, XLSX_TYPE);
    });
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
        download(`${stem}${this.locale().page.reports.fileName}.${as}`, blob, blob.type);
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
    if (this.current.files.length === 0) void this.client.end();
  }

  /** 清除本机数据. */
  async clear(): Promise<void> {
    this.remove(this.current.files.map(({ id }) => id));
    await this.store.clear();
  }

  get dirty(): boolean {
    return this.current.entered.length > 0 || this.current.files.some((file) => file.dirty);
  }

  /** Says everything again after the language changed. */
  async again(): Promise<void> {
    // One that was not yet checked is about to be.
    if (this.current.form.book.kind !== "unknown") await this.work("check", (file) => this.check(file));
  }
}
