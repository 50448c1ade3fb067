import type { NamedFile } from "../../actions/send";
import type { Platform } from "../../workbook/port";

/** How the files to send reach the person. */
export interface HandingOut {
  readonly platform: Platform;
  download(file: NamedFile): void;
  /** Opens the sealed copy in a window of its own; absent where there is no Excel. */
  openCopy?(file: NamedFile): void;
}
