import type { Checked } from "../../actions/check";
import { XLSX_TYPE, type CellRef, type CellValue, type Change } from "../../domain";
import type { Locale } from "../../locales";
import { download } from "../../ui/browser";
import { blockingOf } from "../../ui/form/rows";
import { CheckQueue } from "./check-queue";
import { FileTurns, type Work } from "./file-turns";
import { changed, isUnsaved, newFile, redone, storedOf, undone, type PageFile } from "./files";
import { givenFiles } from "./given-files";
import type { NamedBlob, Opened, ReportKind } from "./job";
import type { JobClient } from "./job-client";
import type { PageNotice } from "./notices";
import { NEW_FORM } from "./open-form";
import type { Store } from "./store";
import { TypedByFile } from "./typed-by-file";
import { WorkspaceModel, type Entered } from "./workspace-model";

/** The files on the page and what is done to them. It knows neither React nor how a worker is made. */
export class Workspace extends WorkspaceModel {
  /** From the clock: two tabs keep their files in one place. */
  private nextId = Date.now() * 1000;
  private readonly queue: CheckQueue;
  private readonly turns: FileTurns;
  /** When what a reload left is there. */
  readonly restoring: Promise<void>;
  /** Explanations that were typed and are not yet written. */
  readonly typed = new TypedByFile();

  constructor(
    private readonly client: JobClient,
    private readonly store: Store,
    /** Asked anew each time: the person may change it. */
    private readonly locale: () => Locale,
  ) {
    super();
    const language = (): Locale["tag"] => locale().tag;
    this.queue = new CheckQueue(client, language, (results, progress) => this.showSummaries(results, progress));
    this.turns = new FileTurns(this, this.queue, client, store, language);
    store.hear((id) => void this.turns.catchUp(id));
    this.restoring = this.restore();
  }

  /** What a reload left. */
  private async restore(): Promise<void> {
    const files = (await this.store.all()).map(newFile);
    this.typed.keepOnly(files.map(({ id }) => id));
    this.set({ files: [...files, ...this.current.files] });
    void this.checkAll(files);
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
    await this.checkAll(added);
  }

  private async checkAll(files: readonly PageFile[]): Promise<void> {
    const [only] = files;
    if (files.length === 1 && only && this.current.open === undefined) return this.open(only.id);
    if (files.length > 0) await this.queue.add(files);
  }

  /** Opens a file in full. */
  async open(id: number): Promise<void> {
    if (!this.fileOf(id)) return;
    this.set({ open: id, form: NEW_FORM, shown: undefined });
    await this.turns.run("check", this.turns.checkOnly);
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
    const work: Work = async (file) => {
      const opened = await this.turns.ask("change", { blob: file.blob, changes });
      if (opened.kind === "refused") {
        this.turns.showResult(file, opened);
        return undefined;
      }
      const next = changed(file, opened.blob);
      this.turns.showResult(next, opened);
      const whenKept = (): void => {
        if (told && this.current.open === id) this.tell(told(opened.checked));
      };
      return { file: next, whenKept, again: true };
    };
    await this.turns.run(task, work, id);
  }

  undo(): Promise<void> {
    return this.step(undone);
  }
  redo(): Promise<void> {
    return this.step(redone);
  }

  private async step(move: (file: PageFile) => PageFile): Promise<void> {
    await this.turns.run("undo", async (file) => {
      const next = move(file);
      return next === file ? undefined : { file: await this.turns.check(next) };
    });
  }

  /** 下载修改稿, with all that was entered before. */
  async draft(): Promise<void> {
    const id = this.current.open;
    await this.turns.idle;
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
    await this.turns.run("send", async (file) => {
      const sent = await this.turns.ask("send", { blob: file.blob });
      if (sent.kind !== "sent") return this.notSent(file, sent);
      const { outgoing, checked, blob } = sent;
      const next: PageFile = { ...changed(file, blob), saved: blob, sent: { outgoing, code: checked.code } };
      this.turns.showResult(next, { kind: "checked", checked, blob });
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
    this.turns.showResult(file, opened);
    if (this.current.open !== file.id || opened.kind !== "checked") return;
    const blocked = opened.checked.status === "blocked";
    const count = blockingOf(opened.checked.findings).length;
    this.tell({ asked: "send", ...(blocked ? { kind: "not-sealed", count } : { kind: "summary-beside" }) });
  }

  /** The list of findings of the open file, or of all, with all that was entered before. */
  async report(as: ReportKind): Promise<void> {
    const id = this.current.open;
    await this.turns.idle;
    const open = this.fileOf(id);
    const files = open ? [open] : this.current.files;
    this.set({ progress: { done: 0, all: files.length } });
    await this.turns.guard(
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

  stop(): void {
    this.client.stop();
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
    if (this.current.form.book.kind !== "unknown") await this.turns.run("check", this.turns.checkOnly);
  }
}
