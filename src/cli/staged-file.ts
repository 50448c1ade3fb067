import type { FileHandle } from "node:fs/promises";
import { setImmediate as turn } from "node:timers/promises";
import type { CommandLineLocale } from "../locales/command-line";
import { cannotWrite } from "./wrong-use";

/** Bytes of text that are worth a call to the system. */
const CHUNK = 65_536;

/** A file being written under a temporary name. Whatever else waits, such as a signal, gets its turn at each write. */
export class StagedFile {
  private pieces: Buffer[] = [];
  private buffered = 0;

  /** @param path the name it will have */
  constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly locale: CommandLineLocale,
  ) {}

  /** Appends. @throws WrongUse where the system refuses */
  async write(data: string | Uint8Array): Promise<void> {
    const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    this.pieces.push(bytes);
    this.buffered += bytes.length;
    await (this.buffered < CHUNK ? turn() : this.trying(() => this.flush()));
  }

  /** Makes it whole on the disk. @throws WrongUse where the system refuses */
  async close(): Promise<void> {
    await this.trying(async () => {
      await this.flush();
      await this.file.sync();
      await this.file.close();
    });
  }

  /** Writes what is buffered. The loop is `writeFile`'s own: the system may take less than it is given. */
  private async flush(): Promise<void> {
    const pieces = this.pieces;
    this.pieces = [];
    this.buffered = 0;
    for (const piece of pieces.length > 1 ? [Buffer.concat(pieces)] : pieces) await this.file.writeFile(piece);
  }

  private async trying(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      throw cannotWrite(this.path, error, this.locale);
    }
  }
}
