import { seal } from "../../../src/actions/seal";
import { catalogue } from "../../../src/forms";
import { zhCN } from "../../../src/locales";
import { openXlsx } from "../../../src/workbook/xlsx";
import type { FileWorkbook } from "../../../src/workbook/port";
import { asChanges, blankForm, entries, type Entered, type Sheet } from "../../fill";
import type { Words } from "../words";

export const SCHOOL = "武汉职业技术学院";
export { catalogue };

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A place to start from in the playground, and a sample for tests. Everything in it is made up. */
export interface Situation {
  readonly id: string;
  readonly title: Words;
  /** One sentence. */
  readonly says: Words;
  /** Makes the workbook, undefined for an empty one, and the files that lie at hand beside it. */
  make(): Promise<{ readonly book?: NamedFile; readonly files?: readonly NamedFile[] }>;
  /** What a check of the workbook finds: the state of its seal and the refs of what is open, each once; undefined where it holds no form. */
  readonly finds?: { readonly seal: "none" | "sealed" | "changed"; readonly refs: readonly string[] };
}

/** What differs in a form that is filled in. */
export interface Filling {
  readonly school?: string;
  readonly sheets?: readonly Sheet[];
  readonly cover?: Readonly<Record<string, Entered>>;
  readonly issue?: Parameters<typeof blankForm>[1];
}

/** A form filled in so that nothing is found, but for what differs. */
export async function filled({ school = SCHOOL, sheets, cover, issue }: Filling = {}): Promise<FileWorkbook> {
  const workbook = openXlsx(blankForm(school, issue));
  const written = await workbook.write(asChanges(entries(school, sheets, cover)));
  if (!written.ok) throw new Error(written.error.code);
  return workbook;
}

/** The same, sealed. */
export async function sealed(filling: Filling = {}): Promise<{ readonly workbook: FileWorkbook; readonly fileName: string }> {
  const workbook = await filled(filling);
  const done = await seal(workbook, catalogue, { locale: zhCN });
  if (!done.ok) throw new Error(`Not sealed: ${done.error.kind}`);
  return { workbook, fileName: done.value.fileName };
}
