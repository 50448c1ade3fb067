import { sameCell, type CellRef } from "../../domain";
import type { FixLine } from "../../ui/form/fixes";
import { viewed, type ViewChange } from "../../ui/form/view";
import type { CheckResult, Progress } from "./check-queue";
import type { PageFile } from "./files";
import type { Opened } from "./job";
import type { PageNotice } from "./notices";
import { Observable } from "./observable";
import { afterCheck, NEW_FORM, type OpenForm } from "./open-form";

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

/** The files on the page as they are shown, and each way in which that changes. */
export class WorkspaceModel extends Observable<WorkspaceState> {
  constructor() {
    super({ files: [], open: undefined, form: NEW_FORM, progress: undefined, entered: [], shown: undefined });
  }

  /** Changes what is shown of the open form. */
  show(change: Partial<OpenForm>): void {
    this.set({ form: { ...this.current.form, ...change } });
  }

  view(change: ViewChange): void {
    this.show({ view: viewed(this.current.form.view, change) });
  }

  tell(notice: PageNotice | undefined): void {
    this.show({ notice });
  }

  /** Offers repairs together; undefined withdraws them. */
  preview(preview: readonly FixLine[] | undefined): void {
    this.show({ preview });
  }

  reveal(at: CellRef): void {
    const before = this.current.shown?.at;
    // A second press on the same place goes there with the keyboard, too.
    const again = before !== undefined && sameCell(before, at);
    this.set({ shown: { at, focus: again } });
  }

  /** Back to the list. */
  close(): void {
    this.set({ open: undefined, form: NEW_FORM, shown: undefined });
  }

  put(file: PageFile): void {
    this.set({ files: this.current.files.map((one) => (one.id === file.id ? file : one)) });
  }

  fileOf(id: number | undefined): PageFile | undefined {
    return this.current.files.find((one) => one.id === id);
  }

  /** Puts what came of checks into the list. */
  showSummaries(results: ReadonlyMap<number, CheckResult>, progress: Progress | undefined): void {
    const put = (file: PageFile): PageFile => {
      const result = results.get(file.id);
      if (result === undefined) return file;
      return typeof result === "string" ? { ...file, failed: result } : { ...file, summary: result, failed: undefined };
    };
    this.set({ files: results.size > 0 ? this.current.files.map(put) : this.current.files, progress });
  }

  /** Shows what came of a file, in the list and, where it is the open one, in full. */
  showResult(file: PageFile, opened: Opened): void {
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
}
