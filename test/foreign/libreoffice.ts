import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { CellRef } from "../../src/domain";
import { foreign, NEUTRAL } from "./programs";

export interface OfficeSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  readonly printAreas: readonly string[];
  readonly titleRows: readonly [number, number] | null;
}

export interface OfficeCell {
  readonly number: number;
  /** As it is shown. */
  readonly text: string;
  /** 0, or LibreOffice's own error number. */
  readonly error: number;
}

export interface OfficeValidation {
  readonly type: string;
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string;
  readonly ignoreBlank: boolean;
  readonly alertStyle: string;
  readonly showList: number;
  readonly prompt: readonly [string, string] | null;
  readonly alert: readonly [string, string] | null;
}

/** Room and need in points. A `shrink` is a text that would lose more than a third of its size. */
export type Misfit = readonly [row: number, column: number, how: "height" | "width" | "shrink", room: number, need: number];

/** What is put into a cell: a number, a text that stays one, or what a user types and LibreOffice interprets. */
export type OfficeInput = string | number | null | { readonly typed: string };
export type OfficeEntry = readonly [at: CellRef, value: OfficeInput];
type Place = readonly [row: number, column: number];

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Real LibreOffice, with a profile of its own, over office.py. One document is open at a time. */
export class LibreOffice {
  private readonly waiting: Waiting[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), "foreign-"));
  private stderr = "";
  private files = 0;

  private constructor(private readonly process: ChildProcessWithoutNullStreams) {
    createInterface({ input: process.stdout }).on("line", (line) => {
      const answer = JSON.parse(line) as { ok?: unknown; error?: string };
      const waiting = this.waiting.shift();
      if (answer.error === undefined) waiting?.resolve(answer.ok);
      else waiting?.reject(new Error(answer.error));
    });
    process.stderr.on("data", (data: Buffer) => (this.stderr += String(data)));
    process.stdin.on("error", () => undefined);
    process.on("exit", () => {
      for (const { reject } of this.waiting.splice(0)) reject(new Error(`LibreOffice's server ended. ${this.stderr}`));
    });
  }

  /** Starts an instance; resolves when it answers. */
  static async start(): Promise<LibreOffice> {
    const found = foreign("libreoffice");
    if (!found) throw new Error("LibreOffice is not installed");
    const office = new LibreOffice(spawn(found.python, [join(__dirname, "office.py"), found.soffice], { env: NEUTRAL }));
    await office.answer();
    return office;
  }

  /** Ends it, and takes its files away. */
  async end(): Promise<void> {
    const ended = new Promise((resolve) => (this.process.exitCode === null ? this.process.once("exit", resolve) : resolve(null)));
    this.process.stdin.end();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private answer(): Promise<unknown> {
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  private async ask<T = void>(verb: string, order: Record<string, unknown> = {}): Promise<T> {
    const answer = this.answer();
    this.process.stdin.write(`${JSON.stringify({ do: verb, ...order })}\n`);
    return (await answer) as T;
  }

  /** A path for a file that goes when the instance ends. */
  path(ending: string): string {
    return join(this.folder, `${++this.files}.${ending}`);
  }

  /** Opens the bytes of a workbook in place of the document that was open. */
  async open(bytes: Uint8Array): Promise<void> {
    const path = this.path("xlsx");
    writeFileSync(path, bytes);
    await this.ask("open", { path });
  }

  /** Saves as .xlsx. */
  async saved(): Promise<Uint8Array> {
    const path = this.path("xlsx");
    await this.ask("store", { path });
    return new Uint8Array(readFileSync(path));
  }

  /** Exports a PDF and tells where. */
  async pdf(): Promise<string> {
    const path = this.path("pdf");
    await this.ask("pdf", { path });
    return path;
  }

  /** Where an absolute address with its `#place` leads, and what the cell there shows. */
  landed = (url: string): Promise<[cell: string, text: string]> => this.ask("landed", { url });
  recalculate = (): Promise<void> => this.ask("recalculate");
  sheets = (): Promise<OfficeSheet[]> => this.ask("sheets");
  names = (): Promise<string[]> => this.ask("names");
  unlocked = (sheet: string): Promise<Place[]> => this.ask("unlocked", { sheet });
  /** All texts shown on a sheet. */
  texts = (sheet: string): Promise<[row: number, column: number, text: string][]> => this.ask("texts", { sheet });
  validation = ({ sheet, row, column }: CellRef): Promise<OfficeValidation> => this.ask("validation", { sheet, row, column });
  /** Cells that its own validator marks as invalid. */
  invalid = (sheet: string): Promise<Place[]> => this.ask("invalid", { sheet });
  /** Entries of the list of a cell. */
  offered = ({ sheet, row, column }: CellRef): Promise<string[]> => this.ask("offered", { sheet, row, column });
  /** Points, and whether the row follows its text. */
  heights = (sheet: string, rows: readonly number[]): Promise<[points: number, automatic: boolean][]> =>
    this.ask("heights", { sheet, rows });
  /** Texts that do not fit their cells. */
  misfits = (sheet: string): Promise<Misfit[]> => this.ask("misfits", { sheet });
  type = ({ sheet, row, column }: CellRef, text: string): Promise<void> => this.ask("type", { sheet, row, column, text });
  rename = (sheet: string, to: string): Promise<void> => this.ask("rename", { sheet, to });
  unprotect = (sheet: string): Promise<void> => this.ask("unprotect", { sheet });
  insertRows = (sheet: string, at: number, count: number): Promise<void> => this.ask("insert_rows", { sheet, at, count });
  insertColumns = (sheet: string, at: number, count: number): Promise<void> => this.ask("insert_columns", { sheet, at, count });
  deleteRows = (sheet: string, at: number, count: number): Promise<void> => this.ask("delete_rows", { sheet, at, count });
  /** Sorts whole rows from column A to `last` by one of them, largest first. */
  sort = (sheet: string, top: number, bottom: number, last: number, by: number): Promise<void> =>
    this.ask("sort", { sheet, top, bottom, last, by });
  setHeight = (sheet: string, row: number, points: number): Promise<void> => this.ask("set_height", { sheet, row, points });

  /** Cells in the order asked, on one sheet or several. */
  async cells(at: readonly CellRef[]): Promise<OfficeCell[]> {
    const sheets = [...new Set(at.map(({ sheet }) => sheet))];
    const found = new Map<CellRef, OfficeCell>();
    for (const sheet of sheets) {
      const here = at.filter((one) => one.sheet === sheet);
      const cells = await this.ask<OfficeCell[]>("cells", { sheet, at: here.map(({ row, column }) => [row, column]) });
      here.forEach((one, index) => found.set(one, cells[index]!));
    }
    return at.map((one) => found.get(one)!);
  }

  set(entries: readonly OfficeEntry[]): Promise<void> {
    return this.ask("set", { cells: entries.map(([{ sheet, row, column }, value]) => [sheet, row, column, value]) });
  }
}
