import type { SealTrouble } from "../../actions/seal";
import type { NamedFile } from "../../actions/send";
import { blockingOf } from "../state/rows";
import { catalogue } from "../surroundings";
import type { Checking } from "./checking";
import type { Desk } from "./desk";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Effects of 报送: sealing, saving, and making the files that are sent. */
export class Sending {
  constructor(
    private readonly desk: Desk,
    private readonly checking: Checking,
    /** Told before our own save, which is no save behind our back. */
    private readonly savedHere: () => void,
  ) {}

  /** 检查并保存. */
  save(): Promise<void> {
    return this.desk.work("save", async () => {
      const { workbook, locale } = this.desk.around;
      const { sealAndSave } = await import("../../actions/save");
      this.savedHere();
      const saved = await sealAndSave(workbook, catalogue, { locale });
      this.savedHere();
      if (saved.ok) {
        this.checking.took(saved.value.checked);
        return this.desk.tell({ kind: "saved", code: saved.value.code });
      }
      if (saved.error.kind !== "not-saved") return this.blocked(saved.error);
      this.checking.took(saved.error.sealed.checked);
      this.desk.tell({ kind: "sealed-not-saved", trouble: saved.error.trouble });
    });
  }

  /** 生成报送文件: what is handed out has itself been checked. */
  send(): Promise<void> {
    return this.desk.work("send", async () => {
      const { workbook, open, locale } = this.desk.around;
      const { prepareSending } = await import("../../actions/send");
      const made = await prepareSending(workbook, open, catalogue, { locale });
      if (made.ok) {
        const { sealed, copy, mail } = made.value;
        this.checking.took(sealed.checked);
        this.desk.dispatch({ kind: "sent", files: [copy, mail] });
        this.download(copy);
        return this.download(mail);
      }
      const { error } = made;
      switch (error.kind) {
        case "refused":
        case "blocked":
          return this.blocked(error);
        case "no-file":
          return this.desk.trouble(error.trouble);
        case "differs":
          return this.desk.tell({ kind: "differs", refusal: error.refusal });
      }
    });
  }

  download({ name, bytes }: NamedFile): void {
    this.desk.around.download(name, bytes, name.endsWith(".eml") ? "message/rfc822" : XLSX);
  }

  private blocked(trouble: SealTrouble): void {
    if (trouble.kind === "refused") return this.desk.refused(trouble.refusal);
    this.checking.took(trouble.checked);
    this.desk.tell({ kind: "not-sealed", count: blockingOf(trouble.checked.findings).length });
  }
}
