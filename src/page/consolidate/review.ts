import { refusedFile } from "../../actions/consolidate/judged";
import { uniqueNames } from "../../actions/consolidate/unique-names";
import { periodDays, shiftPeriod, type Arrival, type Refusal, type ReportingPeriod } from "../../domain";
import type { Locale } from "../../locales";
import { download } from "../../taskpane/browser";
import { defaultPeriod } from "../../taskpane/state/period";
import { Stopped, type Client } from "../work/client";
import { jsonLine } from "../work/json-lines";
import type { ArrivedBlob, Copies, Delivered, Delivery, EarlierBlob, Judged, JudgedPiece, Told } from "../work/review-job";
import type { Progress } from "../work/waiting";
import { Crew, type Task } from "./crew";
import { filesIn, type Given } from "./sources";

/** Which files: those to consolidate, or those of earlier periods. */
export type Shelf = "arrived" | "earlier";

/** What stands in a file as it came, judged. */
interface Contents {
  /** What it was judged with: other earlier files, or another language, call for another judgement. */
  readonly key: string;
  readonly lines: readonly Blob[];
  /** The forms in it, by their path. */
  readonly forms: ReadonlyMap<string, Blob>;
}

interface Source extends Given {
  readonly name: string;
  contents?: Contents;
}

export type Stage = "gathering" | "earlier" | "reading" | "summing" | "making";

/** All that 汇总 shows. */
export interface ReviewState {
  readonly period: ReportingPeriod;
  readonly count: { readonly [S in Shelf]: number };
  readonly bytes: { readonly [S in Shelf]: number };
  /** The first few names of each shelf. */
  readonly names: { readonly [S in Shelf]: readonly string[] };
  readonly stage: Stage | undefined;
  readonly progress: Progress | undefined;
  readonly told: Told | undefined;
  /** Something was changed since: what is told is no longer of what is there. */
  readonly stale: boolean;
  readonly unused: readonly { readonly path: string; readonly refusal?: Refusal }[];
  readonly stopped: boolean;
  readonly delivered: Delivered | undefined;
  /** The program itself failed. */
  readonly bug: string | undefined;
}

const NAMES = 3;
/** Milliseconds between two drawings: thousands of files would otherwise be thousands of drawings. */
const DRAW_EVERY = 120;

/** The files of a reviewer and what is made of them. Nothing of it is kept over a reload. It knows no React. */
export class Review {
  private current: ReviewState;
  private readonly listeners = new Set<() => void>();
  private readonly crew: Crew;
  private shelves: { [S in Shelf]: Source[] } = { arrived: [], earlier: [] };
  private unique = { arrived: uniqueNames(), earlier: uniqueNames() };
  private earlier: { readonly key: string; readonly given: EarlierBlob; readonly unused: ReviewState["unused"] } | undefined;
  private judged: Judged | undefined;
  private ids = 0;
  private drawn = 0;
  private version = 0;

  constructor(
    makeClient: () => Client,
    private locale: Locale,
    today: Date,
  ) {
    this.crew = new Crew(makeClient);
    this.current = this.empty(lastDue(today));
  }

  private empty(period: ReportingPeriod): ReviewState {
    return {
      period,
      count: { arrived: 0, earlier: 0 },
      bytes: { arrived: 0, earlier: 0 },
      names: { arrived: [], earlier: [] },
      stage: undefined,
      progress: undefined,
      told: undefined,
      stale: false,
      unused: [],
      stopped: false,
      delivered: undefined,
      bug: undefined,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly state = (): ReviewState => this.current;

  private set(part: Partial<ReviewState>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }

  /** Sets what changes often, now and then. */
  private draw(stage: Stage, progress: Progress): void {
    if (performance.now() - this.drawn < DRAW_EVERY && this.current.stage === stage) return;
    this.drawn = performance.now();
    this.set({ stage, progress });
  }

  choose(period: ReportingPeriod): void {
    this.set({ period, stale: this.current.told !== undefined });
  }

  /** Takes files, and all that lies in folders. */
  async add(shelf: Shelf, entries: readonly (FileSystemEntry | Given)[]): Promise<void> {
    if (this.current.stage) return;
    const { version } = this;
    const found: Given[] = [];
    this.set({ stage: "gathering", progress: { done: 0, all: 0 }, stopped: false });
    for await (const given of filesIn(entries)) {
      if (version !== this.version) return;
      found.push(given);
      this.draw("gathering", { done: found.length, all: 0 });
    }
    const known = new Set(this.shelves[shelf].map(sameness));
    for (const given of found) {
      if (known.has(sameness(given))) continue;
      known.add(sameness(given));
      this.shelves[shelf].push({ ...given, name: this.unique[shelf](given.name) });
    }
    this.set({ ...this.shelved(), stage: undefined, progress: undefined, stale: this.current.told !== undefined });
  }

  /** Puts all files of a shelf away. */
  empties(shelf: Shelf): void {
    this.shelves[shelf] = [];
    this.unique[shelf] = uniqueNames();
    this.set({ ...this.shelved(), unused: [], ...(shelf === "arrived" ? { told: undefined, stale: false } : { stale: this.current.told !== undefined }) });
    if (shelf === "arrived") this.forget();
  }

  private shelved(): Pick<ReviewState, "count" | "bytes" | "names"> {
    const { arrived, earlier } = this.shelves;
    const bytes = (all: readonly Source[]): number => all.reduce((sum, { blob }) => sum + (blob?.size ?? 0), 0);
    const names = (all: readonly Source[]): string[] => all.slice(0, NAMES).map(({ name }) => name);
    return {
      count: { arrived: arrived.length, earlier: earlier.length },
      bytes: { arrived: bytes(arrived), earlier: bytes(earlier) },
      names: { arrived: names(arrived), earlier: names(earlier) },
    };
  }

  private forget(): void {
    this.judged = undefined;
    this.crew.end();
  }

  /** 清除本机数据. */
  clear(): void {
    this.version++;
    this.forget();
    this.earlier = undefined;
    this.shelves = { arrived: [], earlier: [] };
    this.unique = { arrived: uniqueNames(), earlier: uniqueNames() };
    this.set(this.empty(this.current.period));
  }

  /** Ends what is being done. What was judged by then need not be judged again. */
  stop(): void {
    this.version++;
    this.crew.end();
    this.set({ stage: undefined, progress: undefined, stopped: true });
  }

  /** Does work that can be stopped, and tells of what goes wrong. */
  private async guard(work: () => Promise<Partial<ReviewState>>): Promise<void> {
    const version = ++this.version;
    this.set({ stopped: false, bug: undefined, delivered: undefined });
    let done: Partial<ReviewState>;
    try {
      done = await work();
    } catch (error) {
      if (version !== this.version) return;
      done =
        error instanceof Stopped
          ? error.why === "asked"
            ? { stopped: true }
            : { bug: this.locale.page.consolidate.tooMuch }
          : { bug: error instanceof Error ? error.message : String(error) };
    }
    if (version === this.version) this.set({ ...done, stage: undefined, progress: undefined });
  }

  /** Judges what is not judged yet, and consolidates all. */
  async consolidate(): Promise<void> {
    if (this.current.stage || this.shelves.arrived.length === 0) return;
    await this.guard(async () => {
      const { period } = this.current;
      const earlier = await this.compared(period);
      await this.judge("arrived", "reading", earlier?.given);
      this.set({ stage: "summing", progress: { done: 0, all: 1 } });
      const judged = { id: ++this.ids, lines: this.lines("arrived"), period };
      const told = await this.crew.first.run("consolidate", this.locale.tag, judged);
      this.judged = judged;
      return { told, stale: false, unused: earlier?.unused ?? [] };
    });
  }

  /** Speaks another language from here on, and tells all anew in it. */
  speak(locale: Locale): void {
    if (locale.tag === this.locale.tag) return;
    this.locale = locale;
    void this.again();
  }

  private async again(): Promise<void> {
    const { judged } = this;
    if (!judged || this.current.stage || !this.current.told) return;
    const told = await this.crew.first.run("consolidate", this.locale.tag, judged).catch(() => undefined);
    if (told && this.judged === judged) this.set({ told, delivered: undefined });
  }

  /** Makes and downloads what was asked for. */
  async deliver(as: Delivery): Promise<void> {
    const { judged } = this;
    const { told } = this.current;
    if (!judged || !told || this.current.stage) return;
    await this.guard(async () => {
      this.set({ stage: "making", progress: { done: 0, all: 1 } });
      const copies = as === "zip" ? this.copies(told) : undefined;
      const delivered = await this.crew.first.run("deliver", this.locale.tag, { judged, as, copies });
      const { notices } = delivered;
      if (!notices || notices.queries + notices.missing + notices.refused > 0)
        download(delivered.name, delivered.blob, delivered.blob.type);
      return { delivered };
    });
  }

  private lines(shelf: Shelf): Blob {
    return new Blob(this.shelves[shelf].flatMap(({ contents }) => contents?.lines ?? []));
  }

  /** The bytes of the files that count. */
  private copies({ files }: Told): Copies {
    const forms = new Map(this.shelves.arrived.flatMap(({ contents }) => [...(contents?.forms ?? [])]));
    const used = files.filter(({ fate }) => fate === "used").map(({ path }) => forms.get(pathKey(path))!);
    return { blob: new Blob(used), sizes: used.map(({ size }) => size) };
  }

  /** What the earlier files say for a period; undefined where there are none. */
  private async compared(period: ReportingPeriod): Promise<typeof this.earlier> {
    if (this.shelves.earlier.length === 0) return undefined;
    await this.judge("earlier", "earlier", undefined);
    const key = [period.year, period.half, ...this.shelves.earlier.map(({ name }) => name)].join("\n");
    if (this.earlier?.key !== key) {
      const { earlier, unused } = await this.crew.first.run("compare", this.locale.tag, { lines: this.lines("earlier"), period });
      this.earlier = { key, given: { id: ++this.ids, blob: earlier }, unused };
    }
    return this.earlier;
  }

  /** Judges the files of a shelf side by side. */
  private async judge(shelf: Shelf, stage: Stage, earlier: EarlierBlob | undefined): Promise<void> {
    const key = `${this.locale.tag} ${earlier?.id ?? ""}`;
    const sources = this.shelves[shelf].filter(({ contents }) => contents?.key !== key);
    const progress = { done: 0, all: sources.length };
    const count = (what: keyof Progress, by: number): void => {
      progress[what] += by;
      this.draw(stage, { ...progress });
    };
    this.set({ stage, progress: { ...progress } });
    await this.crew.run(sources.map((source) => this.judging(source, key, earlier, count)));
  }

  private judging(source: Source, key: string, earlier: EarlierBlob | undefined, count: (what: keyof Progress, by: number) => void): Task {
    const { name, blob } = source;
    const language = this.locale.tag;
    const lines: Blob[] = [];
    const forms = new Map<string, Blob>();
    let open = 1;
    const end = (): void => {
      count("done", 1);
      if (--open === 0) source.contents = { key, lines, forms };
    };
    const took = ({ path, line, isForm }: JudgedPiece, bytes: Blob): void => {
      lines.push(line);
      if (isForm) forms.set(pathKey(path), bytes);
    };
    const inside =
      (arrival: Arrival, bytes: Blob): Task =>
      async (client) => {
        took(await this.survive(client.run("judge", language, { arrival, blob: bytes, earlier }), arrival), bytes);
        end();
      };
    return async (client, more) => {
      if (!blob) {
        lines.push(this.refused({ path: [name] }, this.locale.commands.disk.denied).line);
        return end();
      }
      const arrived: ArrivedBlob = { name, blob, changed: new Date(blob.lastModified).toISOString() };
      const ended = client.run("arrive", language, { ...arrived, earlier }, (_, __, piece) => {
        if (piece?.kind === "judged") took(piece, blob);
        else if (piece?.kind === "passed-over") lines.push(piece.line);
        else if (piece) {
          open++;
          count("all", 1);
          more([inside(piece.arrival, piece.blob)]);
        }
      });
      const fell = await this.survive(ended, { path: [name] });
      if (fell) lines.push(fell.line);
      end();
    };
  }

  /** A file that is too much for a worker, or for the program, is refused; those beside it are none the worse for it. */
  private async survive<T>(work: Promise<T>, arrival: Arrival): Promise<T | JudgedPiece> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof Stopped && error.why === "asked") throw error;
      return this.refused(arrival, this.locale.page.consolidate.tooMuch);
    }
  }

  private refused(arrival: Arrival, detail: string): JudgedPiece {
    const line = jsonLine({ judged: refusedFile(arrival, { code: "unreadable", detail }) });
    return { kind: "judged", path: arrival.path, isForm: false, line };
  }
}

const pathKey = (path: readonly string[]): string => path.join("\n");

/** The same file put in twice is one. */
function sameness({ name, blob }: Given): string {
  return [name, blob?.size, blob?.lastModified].join("\n");
}

/** The period of which the last day has come. */
function lastDue(today: Date): ReportingPeriod {
  // Months and days of the clock on the wall, not of Greenwich.
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const period = defaultPeriod(today);
  return periodDays(period).last <= day ? period : shiftPeriod(period, -1);
}
