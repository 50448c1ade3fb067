import { mediaTypeOf } from "../../domain";
import { REMEMBERED } from "../../actions/remembered";
import type { Sealed, SealTrouble } from "../../actions/seal";
import type { NamedFile, Outgoing, SendTrouble } from "../../actions/send";
import { blockingOf } from "../../ui/form/rows";
import type { Checking } from "./checking";
import type { TaskRunner } from "./task-runner";

/** Effects of 报送: sealing, saving, and making what is sent. */
export class Sending {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly checking: Checking,
    /** Told before our own save, which is no save behind our back. */
    private readonly savedHere: () => void,
  ) {}

  /** 检查并保存. */
  save(): Promise<void> {
    return this.tasks.work("save", async () => {
      const { catalogue, workbook, locale } = this.tasks.around;
      const { sealAndSave } = await import("../../actions/save");
      this.savedHere();
      const saved = await sealAndSave(workbook, catalogue, { locale });
      this.savedHere();
      if (saved.ok) {
        this.checking.took(saved.value.checked);
        return this.tasks.tell({ kind: "saved", code: saved.value.code });
      }
      if (saved.error.kind !== "not-saved") return this.blocked("save", saved.error);
      this.checking.took(saved.error.sealed.checked);
      this.tasks.tell({ kind: "sealed-not-saved", trouble: saved.error.trouble });
    });
  }

  /** 生成报送文件: what is handed out has itself been checked. */
  send(): Promise<void> {
    return this.tasks.work("send", async () => {
      const { catalogue, workbook, open, locale } = this.tasks.around;
      const { prepareSending } = await import("../../actions/send");
      const prepared = await prepareSending(workbook, open, catalogue, { locale });
      this.savedHere();
      if (prepared.ok) return this.handOut(prepared.value.sealed, prepared.value.outgoing);
      return this.notPrepared(prepared.error);
    });
  }

  /** Shows what is sent. Where a file can be downloaded it is; elsewhere the sealed workbook is saved in place, to be copied by the person. */
  private async handOut({ checked }: Sealed, outgoing: Outgoing): Promise<void> {
    const { workbook, platform } = this.tasks.around;
    this.checking.took(checked);
    this.tasks.dispatch({ kind: "sent", outgoing });
    if (platform === "other") {
      if (outgoing.files) this.download(outgoing.files.copy);
      return;
    }
    this.savedHere();
    const saved = await workbook.save();
    this.savedHere();
    if (!saved.ok) this.tasks.tell({ kind: "sealed-not-saved", trouble: saved.error });
  }

  private async notPrepared(trouble: SendTrouble): Promise<void> {
    switch (trouble.kind) {
      case "refused":
      case "blocked":
      case "summary":
        return this.blocked("send", trouble);
      case "no-file": {
        // An iPad never hands out the file: the form is sealed all the same, and there is a way to send it.
        if (this.tasks.around.platform !== "ipad" || trouble.trouble.kind !== "no-bytes") return this.tasks.trouble(trouble.trouble);
        const { outgoing } = await import("../../actions/send");
        const { catalogue, locale } = this.tasks.around;
        return this.handOut(trouble.sealed, outgoing(trouble.sealed, undefined, catalogue, locale));
      }
      case "differs":
        return this.tasks.tell({ kind: "differs", refusal: trouble.refusal });
    }
  }

  /** Hands a file to the browser. */
  download({ name, bytes }: NamedFile): void {
    this.tasks.around.download(name, bytes, mediaTypeOf(name));
  }

  /** Opens the sealed copy in a window of its own, where nothing can be downloaded. */
  openCopy({ bytes }: NamedFile): Promise<void> {
    return this.tasks.openWindow(bytes, { kind: "copy-opened" });
  }

  /** 删除汇总表. @param sure the person was asked, and wants it */
  dropSummary(sure: boolean): Promise<void> {
    return this.tasks.work("summary", async () => {
      const { workbook } = this.tasks.around;
      const dropped = await workbook.dropSummary({ sure });
      if (!dropped.ok) {
        const { error } = dropped;
        if (error.kind !== "summary-exists") return this.tasks.trouble(error);
        return this.tasks.dispatch({ kind: "asked-to-drop", asking: { what: error.what, links: error.links } });
      }
      await workbook.remember(REMEMBERED.summary, undefined);
      await this.checking.read("asked");
      this.tasks.tell({ kind: "summary-dropped" });
    });
  }

  private blocked(asked: "save" | "send", trouble: SealTrouble): void {
    if (trouble.kind === "refused") return this.tasks.refused(trouble.refusal);
    this.checking.took(trouble.checked);
    if (trouble.kind === "summary") return this.tasks.tell({ kind: "summary-beside", asked });
    this.tasks.tell({ kind: "not-sealed", asked, count: blockingOf(trouble.checked.findings).length });
  }
}
