import type { Catalogue, Consolidation } from "../../domain";
import { foundIn, type Found, type Reading, type Source } from "./arrived";
import { judgeFile, type ArrivedFile, type JudgeFileOptions } from "./judge-file";
import type { JudgedFile } from "./judged";
import { Shared } from "./shared";

/** What came of some files, ready to be consolidated. */
export interface Collected {
  readonly judged: readonly JudgedFile[];
  readonly passedOver: Consolidation["passedOver"];
}

/** Gathers what came of files, in whatever order that is told, and keeps once what they say alike. */
export class Collection {
  private readonly judged: JudgedFile[] = [];
  private readonly refused: JudgedFile[] = [];
  private readonly shared = new Shared();
  /** By their codes and rosters, which no code covers. */
  private readonly definitions = new Map<string, Catalogue>();
  readonly passedOver: Consolidation["passedOver"][number][] = [];

  /** @param index its place among the files that were judged; behind them where absent */
  judge(file: JudgedFile, index = this.judged.length): void {
    const { definition } = file;
    const known = definition && this.once(definition);
    this.judged[index] = this.shared.file(known ? { ...file, definition: known } : file);
  }

  private once(definition: Catalogue): Catalogue {
    const key = `${definition.code}\n${JSON.stringify(definition.roster)}`;
    const known = this.definitions.get(key) ?? definition;
    this.definitions.set(key, known);
    return known;
  }

  refuse(file: JudgedFile): void {
    this.refused.push(file);
  }

  /** @returns all that came: what was judged, then what could not be */
  get all(): Collected {
    return { judged: [...this.judged, ...this.refused], passedOver: this.passedOver };
  }
}

/**
 * Judges files, here or in workers.
 * @param files asked for one at a time, as there is room: memory holds a few of them
 * @param took is told what came of each, with its place among them
 */
export type JudgeAll = (files: AsyncIterable<ArrivedFile>, took: (judged: JudgedFile, index: number) => void) => Promise<void>;

/** Judges files in this thread, one after the other. */
export function judgedHere(options: JudgeFileOptions): JudgeAll {
  return async (files, took) => {
    let index = 0;
    for await (const file of files) took(await judgeFile(file, options), index++);
  };
}

/**
 * The first half of a consolidation: opens files as they came, and judges what is in them.
 * @param into what was found beside them already
 * @param onSource is told after each file how many are read
 */
export async function collect(
  sources: readonly Source[],
  reading: Reading,
  judgeAll: JudgeAll,
  onSource: (done: number) => void = () => undefined,
  into = new Collection(),
): Promise<Collected> {
  await judgeAll(files(sources, reading, into, onSource), (judged, index) => into.judge(judged, index));
  return into.all;
}

async function* files(
  sources: readonly Source[],
  reading: Reading,
  into: Collection,
  onSource: (done: number) => void,
): AsyncGenerator<ArrivedFile> {
  for (const [index, source] of sources.entries()) {
    for await (const found of foundIn(source, reading)) {
      if (found.kind === "file") yield found;
      else putAside(found, into);
    }
    onSource(index + 1);
  }
}

function putAside(found: Exclude<Found, { readonly kind: "file" }>, into: Collection): void {
  if (found.kind === "refused") into.refuse(found.file);
  else into.passedOver.push(found.item);
}
