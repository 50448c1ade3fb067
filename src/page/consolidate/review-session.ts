import { defaultPeriod, type Form, type ReportingPeriod } from "../../domain";
import type { Locale } from "../../locales";
import { download } from "../../ui/browser";
import type { EarlierRemark, GivenAddresses, ReviewerClaims } from "../../actions/consolidate";
import { Stopped } from "../../workers/client";
import { WorkerPool } from "../../workers/pool";
import type { Jobs } from "../work/job";
import type { JobClient } from "../work/job-client";
import type { Download, DownloadKind, EarlierBlob, JudgedFiles, Overview } from "../work/review-job";
import type { Progress } from "../work/check-queue";
import { Observable } from "../work/observable";
import { judgeTask } from "./judge-task";
import { SourceList, type SourceTotals } from "./source-list";
import { filesIn, type Given } from "./sources";

/** Which files: those to consolidate, or those of earlier periods. */
export type SourceRole = "arrived" | "earlier";

export type Stage = "gathering" | "earlier" | "reading" | "summing" | "making";

/** All that 汇总 shows. */
export interface ReviewState {
  readonly period: ReportingPeriod;
  readonly sources: { readonly [S in SourceRole]: SourceTotals };
  readonly stage: Stage | undefined;
  readonly progress: Progress | undefined;
  readonly overview: Overview | undefined;
  /** Something was changed since: the overview is no longer of what is there. */
  readonly stale: boolean;
  readonly remarks: readonly EarlierRemark[];
  readonly stopped: boolean;
  readonly downloaded: Download | undefined;
  /** That the files are of several forms, and what to do. */
  readonly mixed: string | undefined;
  /** The program itself failed. */
  readonly bug: string | undefined;
}

/** Workers at most: each may need 300 MB for a file that is made to cost much. */
const MOST_WORKERS = 4;
/** Milliseconds between two drawings: thousands of files would otherwise be thousands of drawings. */
const DRAW_EVERY = 120;

const NO_FILES: SourceTotals = { count: 0, bytes: 0, names: [] };

function emptyState(period: ReportingPeriod): ReviewState {
  return {
    period,
    sources: { arrived: NO_FILES, earlier: NO_FILES },
    stage: undefined,
    progress: undefined,
    overview: undefined,
    stale: false,
    remarks: [],
    stopped: false,
    downloaded: undefined,
    bug: undefined,
    mixed: undefined,
  };
}

/** The files of a reviewer and what is made of them. Nothing of it is kept over a reload. It knows no React. */
export class ReviewSession extends Observable<ReviewState> {
  private readonly workers: WorkerPool<JobClient>;
  private readonly lists = { arrived: new SourceList(), earlier: new SourceList() };
  /** Handed in while other work was under way. */
  private waiting: { readonly role: SourceRole; readonly entries: readonly (FileSystemEntry | Given)[] }[] = [];
  private earlier:
    | {
        readonly key: string;
        readonly given: EarlierBlob;
        readonly form: Form;
        readonly addresses: GivenAddresses;
        readonly remarks: ReviewState["remarks"];
      }
    | undefined;
  /** Whose files are, as the reviewer said. */
  private claims: ReviewerClaims = new Map();
  private judged: JudgedFiles | undefined;
  private ids = 0;
  private drawn = 0;
  private version = 0;

  constructor(
    makeClient: () => JobClient,
    private locale: Locale,
    today: Date,
  ) {
    super(emptyState(defaultPeriod(today)));
    this.workers = new WorkerPool(makeClient, Math.min(MOST_WORKERS, Math.max(2, navigator.hardwareConcurrency || 2)));
  }

  /** Sets what changes often, now and then. */
  private draw(stage: Stage, progress: Progress): void {
    if (performance.now() - this.drawn < DRAW_EVERY && this.current.stage === stage) return;
    this.drawn = performance.now();
    this.set({ stage, progress });
  }

  /** Chooses the half-year that is consolidated. */
  choose(period: ReportingPeriod): void {
    this.set({ period, stale: this.current.overview !== undefined });
  }

  /** Takes files, and all that lies in folders. */
  async add(role: SourceRole, entries: readonly (FileSystemEntry | Given)[]): Promise<void> {
    if (this.current.stage) return void this.waiting.push({ role, entries });
    const { version } = this;
    const found: Given[] = [];
    this.set({ stage: "gathering", progress: { done: 0, all: 0 }, stopped: false });
    for await (const given of filesIn(entries)) {
      if (version !== this.version) return;
      found.push(given);
      this.draw("gathering", { done: found.length, all: 0 });
    }
    this.lists[role].put(found);
    this.set({ ...this.totals(), stale: this.current.overview !== undefined });
    this.rest();
  }

  /** Nothing is under way any more: what was handed in meanwhile is taken. */
  private rest(part: Partial<ReviewState> = {}): void {
    this.set({ ...part, stage: undefined, progress: undefined });
    const next = this.waiting.shift();
    if (next) void this.add(next.role, next.entries);
  }

  /** Puts away all files of a list. */
  clearList(role: SourceRole): void {
    this.lists[role].empty();
    const overview = role === "arrived" ? undefined : this.current.overview;
    this.set({ ...this.totals(), remarks: [], overview, stale: overview !== undefined, downloaded: undefined });
    if (role === "arrived") this.forget();
  }

  private totals(): Pick<ReviewState, "sources"> {
    return { sources: { arrived: this.lists.arrived.totals(), earlier: this.lists.earlier.totals() } };
  }

  private forget(): void {
    this.judged = undefined;
    this.claims = new Map();
    void this.workers.end();
  }

  /** 清除本机数据. */
  clear(): void {
    this.version++;
    this.forget();
    this.earlier = undefined;
    this.waiting = [];
    this.lists.arrived.empty();
    this.lists.earlier.empty();
    this.set(emptyState(this.current.period));
  }

  /** Ends what is being done. What was judged by then need not be judged again. */
  stop(): void {
    this.version++;
    void this.workers.end();
    this.rest({ stopped: true });
  }

  /** Does work that can be stopped, and tells of what goes wrong. */
  private async guard(work: () => Promise<Partial<ReviewState>>): Promise<void> {
    const version = ++this.version;
    this.set({ stopped: false, bug: undefined, mixed: undefined, downloaded: undefined });
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
    if (version === this.version) this.rest(done);
  }

  /** Judges what is not judged yet, and consolidates all. */
  async consolidate(): Promise<void> {
    if (this.current.stage || this.lists.arrived.sources.length === 0) return;
    await this.guard(async () => {
      const { period } = this.current;
      const earlier = await this.compared(period);
      await this.judge("arrived", "reading", earlier?.given);
      this.set({ stage: "summing", progress: { done: 0, all: 1 } });
      const addresses = earlier?.addresses ?? [];
      const of = earlier ? { earlier: earlier.form } : {};
      const judged = { id: ++this.ids, lines: this.lists.arrived.lines(), period, ...of, addresses, claims: this.claims };
      const result = await this.workers.first.request("consolidate", this.locale.tag, judged);
      const remarks = earlier?.remarks ?? [];
      if ("mixed" in result) return { overview: undefined, stale: false, remarks, mixed: result.mixed };
      this.judged = judged;
      return { overview: result, stale: false, remarks };
    });
  }

  /**
   * Says whose files are that could not be used, and consolidates anew by it. Nothing is judged again.
   * @param claims schools by `Claim.key`; all that were said before are in it, or no longer hold
   */
  async claim(claims: ReviewerClaims): Promise<void> {
    const { judged } = this;
    if (!judged || this.current.stage || !this.current.overview) return;
    this.claims = claims;
    await this.guard(async () => {
      this.set({ stage: "summing", progress: { done: 0, all: 1 } });
      const now = { ...judged, id: ++this.ids, claims };
      const result = await this.workers.first.request("consolidate", this.locale.tag, now);
      if ("mixed" in result) return { overview: undefined, mixed: result.mixed };
      this.judged = now;
      return { overview: result };
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
    if (!judged || this.current.stage || !this.current.overview) return;
    const { tag } = this.locale;
    const [overview, earlier] = await Promise.all([
      this.workers.first.request("consolidate", tag, judged),
      this.current.remarks.length > 0 ? this.compare(judged.period) : undefined,
    ]).catch(() => []);
    if (!overview || "mixed" in overview || this.judged !== judged || this.locale.tag !== tag) return;
    this.set({ overview, remarks: earlier?.remarks ?? [], downloaded: undefined });
  }

  /** Makes and downloads what was asked for. */
  async makeDownload(as: DownloadKind): Promise<void> {
    const { judged } = this;
    const { overview } = this.current;
    if (!judged || !overview || this.current.stage) return;
    await this.guard(async () => {
      this.set({ stage: "making", progress: { done: 0, all: 1 } });
      const copies = as === "zip" ? this.lists.arrived.copies(overview) : undefined;
      const downloaded = await this.workers.first.request("download", this.locale.tag, { judged, as, copies });
      const { notices } = downloaded;
      if (!notices || notices.queries + notices.missing + notices.refused > 0)
        download(downloaded.name, downloaded.blob, downloaded.blob.type);
      return { downloaded };
    });
  }

  /** What the earlier files say for a period; undefined where there are none. */
  private async compared(period: ReportingPeriod): Promise<typeof this.earlier> {
    if (this.lists.earlier.sources.length === 0) return undefined;
    await this.judge("earlier", "earlier", undefined);
    const key = [this.locale.tag, period.year, period.half, ...this.lists.earlier.sources.map(({ name }) => name)].join("\n");
    if (this.earlier?.key !== key) {
      const { earlier, form, addresses, remarks } = await this.compare(period);
      this.earlier = { key, given: { id: ++this.ids, blob: earlier }, form, addresses, remarks };
    }
    return this.earlier;
  }

  private compare(period: ReportingPeriod): Promise<Jobs["compare"]["give"]> {
    return this.workers.first.request("compare", this.locale.tag, { lines: this.lists.earlier.lines(), period });
  }

  /** Judges the files of a list side by side. */
  private async judge(role: SourceRole, stage: Stage, earlier: EarlierBlob | undefined): Promise<void> {
    const key = `${this.locale.tag} ${earlier?.id ?? ""}`;
    const sources = this.lists[role].sources.filter(({ contents }) => contents?.key !== key);
    const progress = { done: 0, all: sources.length };
    const count = (what: keyof Progress, by: number): void => {
      progress[what] += by;
      this.draw(stage, { ...progress });
    };
    this.set({ stage, progress: { ...progress } });
    await this.workers.run(sources.map((source) => judgeTask(source, { key, earlier, locale: this.locale, count })));
  }
}
