import type { Draft, EarlierFile } from "../../ui/fields/draft";
import type { Checking } from "./checking";
import type { TaskRunner } from "./task-runner";
import { Latest } from "./timing";

/** Effects of 填报: reading earlier forms, putting a form in. */
export class Filling {
  private readonly latest = new Latest();

  constructor(
    private readonly tasks: TaskRunner,
    private readonly checking: Checking,
  ) {}

  /** Reads what earlier forms give to the form being made. */
  readEarlier({ files, school, period }: Draft): Promise<void> {
    const current = this.latest.start();
    return this.tasks.guard(async () => {
      const { catalogue, open, locale } = this.tasks.around;
      const { readEarlier } = await import("../../actions/earlier");
      const opened = await Promise.all(files.map(async ({ name, bytes }: EarlierFile) => ({ name, workbook: await open(bytes) })));
      const earlier = await readEarlier(opened, catalogue, school, period, locale);
      if (current()) this.tasks.dispatch({ kind: "earlier-read", earlier });
    });
  }

  /** Puts a form into this workbook; asks first where it already holds one. */
  insert(draft: Draft, replace: boolean): Promise<void> {
    return this.tasks.work("insert", async () => {
      const { catalogue, workbook, write, locale } = this.tasks.around;
      const { insertForm } = await import("../../actions/insert");
      const inserted = await insertForm(
        workbook,
        catalogue,
        { ...draft, blankSheets: draft.sheets, previous: draft.earlier?.previous ?? [], locale },
        write,
        replace,
      );
      if (!inserted.ok) {
        if (inserted.error.kind === "form-exists") return this.tasks.dispatch({ kind: "asked-to-replace", asking: true });
        return this.tasks.trouble(inserted.error);
      }
      await this.show();
      this.tasks.tell({ kind: "inserted", unguarded: inserted.value.unguarded });
    });
  }

  /** Goes on with the form that is in the workbook. */
  useExisting(): Promise<void> {
    return this.tasks.work("open", () => this.show());
  }

  openAsNew(draft: Draft): Promise<void> {
    return this.tasks.work("open", async () => {
      const { catalogue, workbook, write, locale } = this.tasks.around;
      const { openForm } = await import("../../actions/insert");
      const opened = await openForm(
        workbook,
        catalogue,
        { ...draft, blankSheets: draft.sheets, previous: draft.earlier?.previous ?? [], locale },
        write,
      );
      if (!opened.ok) return this.tasks.trouble(opened.error);
      this.tasks.tell({ kind: "opened", behind: this.tasks.around.platform === "mac" });
    });
  }

  private async show(): Promise<void> {
    this.tasks.dispatch({ kind: "went", to: "check" });
    await this.checking.read("asked");
  }

  stop(): void {
    this.latest.start();
  }
}
