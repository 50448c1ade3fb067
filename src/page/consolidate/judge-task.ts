import { refusedFile } from "../../actions/consolidate/judged";
import type { Arrival } from "../../domain";
import type { Locale } from "../../locales";
import { Stopped } from "../../workers/client";
import type { Task } from "../../workers/pool";
import type { JobClient } from "../work/job-client";
import { jsonLine } from "../work/json-lines";
import type { EarlierBlob, JudgedPart } from "../work/review-job";
import type { Progress } from "../work/check-queue";
import { pathKey, type Source } from "./source-list";

/** With what files are judged, and who hears how far that is. */
interface Judging {
  readonly key: string;
  readonly earlier: EarlierBlob | undefined;
  readonly locale: Locale;
  readonly count: (what: keyof Progress, by: number) => void;
}

/** The task of judging a file and all that is in it; at its end the file has its contents. */
export function judgeTask(source: Source, { key, earlier, locale, count }: Judging): Task<JobClient> {
  const { name, blob } = source;
  const lines: Blob[] = [];
  const copies = new Map<string, Blob>();
  let open = 1;
  const end = (): void => {
    count("done", 1);
    if (--open === 0) source.contents = { key, lines, copies };
  };
  const add = ({ path, line }: JudgedPart, bytes: Blob | undefined): void => {
    lines.push(line);
    if (bytes) copies.set(pathKey(path), bytes);
  };
  const inside =
    (arrival: Arrival, bytes: Blob): Task<JobClient> =>
    async (client) => {
      add(await survive(client.request("judge", locale.tag, { arrival, blob: bytes, earlier }), arrival, locale), bytes);
      end();
    };
  return async (client, more) => {
    if (!blob) {
      lines.push(refused({ path: [name] }, locale.commands.disk.denied).line);
      return end();
    }
    const work = client.request("arrive", locale.tag, { name, blob, earlier }, ({ part: piece }) => {
      if (piece?.kind === "judged") add(piece, piece.path.length > 1 ? piece.bytes : blob);
      else if (piece?.kind === "passed-over") lines.push(piece.line);
      else if (piece) {
        open++;
        count("all", 1);
        more([inside(piece.arrival, piece.blob)]);
      }
    });
    const fell = await survive(work, { path: [name] }, locale);
    if (fell) lines.push(fell.line);
    end();
  };
}

/** A file that is too much for a worker, or for the program, is refused; those beside it are none the worse for it. */
async function survive<T>(work: Promise<T>, arrival: Arrival, locale: Locale): Promise<T | JudgedPart> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Stopped && error.why === "asked") throw error;
    return refused(arrival, locale.page.consolidate.tooMuch);
  }
}

function refused(arrival: Arrival, detail: string): JudgedPart {
  const line = jsonLine({ judged: refusedFile(arrival, { code: "unreadable", detail }) });
  return { kind: "judged", path: arrival.path, line };
}
