import type { Checked } from "../../actions/check";
import type { CellRef, Finding } from "../../domain";
import { fixedNotice, type FixLine } from "../../ui/form/fixes";

import type { TaskRunner } from "./task-runner";
import { Debounce, Latest } from "./timing";

/** After the last change. */
const CHECK_AFTER = 150;

/** Effects of 检查: reading, judging, and what is written into the form because somebody asked. */
export class Checking {
  private readonly latest = new Latest();
  private readonly debounce: Debounce;

  constructor(private readonly tasks: TaskRunner) {
    this.debounce = new Debounce(CHECK_AFTER, () => void this.tasks.guard(async () => void (await this.read("hint"))));
  }

  /** A hint that something changed: the form is read once, a while after the last of them. */
  changed(): void {
    this.tasks.dispatch({ kind: "changed" });
    this.debounce.ask();
  }

  /** 检查: a full read now, whatever the events said. */
  check(): Promise<void> {
    return this.tasks.work("check", async () => void (await this.read("asked")));
  }

  /**
   * A full read at once, as part of other work.
   * @returns what was found; undefined where it was refused, or overtaken by a newer read
   */
  async read(why: "hint" | "asked"): Promise<Checked | undefined> {
    this.debounce.cancel();
    const current = this.latest.start();
    const { catalogue, workbook, locale, today } = this.tasks.around;
    const { check } = await import("../../actions/check");
    const checked = await check(workbook, catalogue, { locale });
    if (!current()) return undefined;
    if (checked.ok) {
      this.tasks.dispatch({ kind: "checked", checked: checked.value, at: today() });
      return checked.value;
    }
    // Somebody is typing, or Excel is busy: after a mere hint nobody needs to hear of it, only to read again.
    const passes = this.tasks.around.troubleOf(checked.error);
    if (why === "hint" && (passes?.kind === "cell-edit-mode" || passes?.kind === "busy")) this.debounce.ask();
    else this.tasks.refused(checked.error);
    return undefined;
  }

  /** What others have just read. */
  took(checked: Checked): void {
    this.latest.start();
    this.tasks.dispatch({ kind: "checked", checked, at: this.tasks.around.today() });
  }

  reveal(at: CellRef): Promise<void> {
    return this.tasks.guard(async () => {
      const revealed = await this.tasks.around.workbook.reveal(at);
      if (!revealed.ok) this.tasks.trouble(revealed.error);
    });
  }

  /**
   * Applies repairs, those of them that a check of this moment proposes still: somebody may have typed since they were shown.
   * @param unticked of several on offer those that the person does not want
   */
  fix(lines: readonly FixLine[], unticked?: readonly FixLine[]): Promise<void> {
    return this.tasks.work("fix", async () => {
      const now = await this.read("asked");
      if (!now) return;
      const { applyFixes, fixesOf } = await import("../../actions/fix");
      const proposed = new Set(fixesOf(now.findings).map((fix) => JSON.stringify(fix)));
      const still = lines.filter(({ fix }) => proposed.has(JSON.stringify(fix)));
      if (still.length === 0) return this.tasks.tell({ kind: "overtaken" });
      const applied = await applyFixes(
        this.tasks.around.workbook,
        now.form,
        still.map(({ fix }) => fix),
      );
      if (!applied.ok) return this.tasks.refused(applied.error);
      const after = await this.read("asked");
      this.tasks.tell({ ...fixedNotice(lines, still, unticked, after?.findings ?? []), undo: true });
    });
  }

  /** Writes an explanation into the 说明 cell of its row; the check tells whether it counts. */
  explain({ form }: Checked, { explanation }: Finding, text: string): Promise<void> {
    return this.tasks.work("explain", async () => {
      if (!explanation) return;
      const { edit } = await import("../../actions/fix");
      const written = await edit(this.tasks.around.workbook, form, [{ kind: "value", ...explanation.at, value: text.trim() || null }]);
      if (!written.ok) return this.tasks.refused(written.error);
      await this.read("asked");
      this.tasks.tell({ kind: "explained", undo: true });
    });
  }

  /** Takes back what was last written from here: older Excels forget their own undo with each write of an add-in. */
  undo(): Promise<void> {
    return this.tasks.work("undo", async () => {
      const undone = await this.tasks.around.workbook.undo();
      if (!undone.ok) return this.tasks.refused(undone.error);
      await this.read("asked");
      this.tasks.tell({ kind: undone.value ? "undone" : "not-undone" });
    });
  }

  /** 写入问题清单: what a check of this moment finds, as a sheet of the workbook. */
  list(): Promise<void> {
    return this.tasks.work("list", async () => {
      const checked = await this.read("asked");
      if (!checked) return;
      const { catalogue, workbook, locale, today } = this.tasks.around;
      const { listFindings } = await import("../../actions/list-findings");
      const by = checked.carried ?? catalogue;
      const listed = await listFindings(workbook, checked, today(), locale.ofForm(by.form), by.ruleset);
      if (!listed.ok) return this.tasks.trouble(listed.error);
      this.tasks.tell({ kind: "listed", sheet: locale.page.reports.sheet });
    });
  }

  stop(): void {
    this.debounce.cancel();
    this.latest.start();
  }
}
