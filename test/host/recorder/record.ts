/// <reference types="office-js" />
import { liveForm } from "../../../src/actions/live-form";
import { catalogue } from "../../../src/forms";
import { openOffice } from "../../../src/workbook/office";
import { Aliases } from "./aliases";
import { CALLS } from "./calls";
import type { Kit, Scenario } from "./kit";
import type { Entry, Hand, RecordedScenario, Recording } from "./recording";
import { SCENARIOS } from "./scenarios";
import { watch } from "./watch";

/** What the kit needs of whoever runs it. */
export interface Around {
  /** Has a person do something in a sheet, which is in view; done when they say so. */
  hand(does: Hand, sheet: string): Promise<void>;
  /** Lets answers and events arrive that are under way. */
  pause(): Promise<void>;
  /** Which scenario begins, counted from 1. */
  step?(number: number, of: number, id: string): void;
  /** Milliseconds after which an Excel that does not answer is waited for no longer. */
  readonly patience?: number;
}

/** Why nothing is recorded. */
export type NotRecorded =
  /** Something is in the workbook, or it has more than one sheet: only a new one will do. */
  { readonly kind: "not-blank" } | { readonly kind: "failed"; readonly code: string };

/** Names the sheets of scenarios. */
const SHEET = "录制";
const NEWEST = 30;

const codeOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  return String(code ?? name ?? "unknown");
};

/** Looks at the open workbook, before anything is recorded. @returns its own names, or why it will not do */
async function look(): Promise<Readonly<Record<string, string>> | NotRecorded> {
  try {
    return await Excel.run(async (context) => {
      const { workbook } = context;
      const sheets = workbook.worksheets.load("items/name");
      workbook.load("name");
      workbook.names.load("items/name");
      await context.sync();
      const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("address"));
      sheets.items.forEach((sheet) => sheet.charts.load("items/name"));
      await context.sync();
      const blank =
        sheets.items.length === 1 &&
        workbook.names.items.length === 0 &&
        used.every((range) => range.isNullObject) &&
        sheets.items.every(({ charts }) => charts.items.length === 0);
      return blank ? { [workbook.name]: "Book1.xlsx", [sheets.items[0]!.name]: "Sheet1" } : { kind: "not-blank" };
    });
  } catch (error) {
    return { kind: "failed", code: codeOf(error) };
  }
}

function excelHere(): Recording["excel"] {
  const { context } = Office;
  const supported = (minor: number): boolean => context.requirements.isSetSupported("ExcelApi", `1.${minor}`);
  const minor = Array.from({ length: NEWEST }, (_, index) => NEWEST - index).find(supported) ?? 0;
  return {
    platform: String(context.platform),
    version: String((context.diagnostics as { readonly version?: string } | undefined)?.version ?? ""),
    language: context.displayLanguage,
    api: `1.${minor}`,
  };
}

/** Runs scenarios one after the other, each on a fresh sheet. */
class Recorder {
  private entries: Entry[] = [];
  private sheet = "";
  private readonly live = openOffice(liveForm(catalogue.form));
  /** Ends the recording. */
  readonly stop: () => void;

  constructor(
    private readonly around: Around,
    aliases: Aliases,
  ) {
    this.stop = watch((entry) => void this.entries.push(entry), aliases);
  }

  async record({ id, run }: Scenario, index: number): Promise<RecordedScenario> {
    this.entries = [];
    this.sheet = `${SHEET}${index + 1}`;
    await this.attempt(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add(this.sheet);
        await context.sync();
      }),
    );
    // What waits for Excel has its own end; what waits for a person has none.
    await run(this.kit(this.sheet)).catch((error: unknown) => this.failed(error));
    await this.around.pause();
    return { id, entries: this.entries };
  }

  private kit(sheet: string): Kit {
    return {
      sheet,
      live: this.live,
      batch: (queue, grouped) => this.batch(queue, grouped),
      hand: (does) => this.hand(does),
      call: (name) => this.call(name),
      attempt: (work) => this.attempt(work),
      pause: () => this.around.pause(),
    };
  }

  private batch(queue: Parameters<Kit["batch"]>[0], grouped = false): Promise<void> {
    const options = { delayForCellEdit: true, ...(grouped ? { mergeUndoGroup: true } : {}) };
    return this.attempt(() =>
      Excel.run(options, async (context) => {
        queue(context.workbook.worksheets.getItem(this.sheet), context);
        await context.sync();
      }),
    );
  }

  /** Does something that may fail, or never come to an end. */
  private async attempt(work: () => Promise<unknown>): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const given = this.around.patience;
    const late = new Promise<never>((_, reject) => {
      if (given !== undefined) timer = setTimeout(() => reject(Object.assign(new Error(), { code: "NoAnswer" })), given);
    });
    try {
      await Promise.race([work(), late]);
    } catch (error) {
      this.failed(error);
    } finally {
      clearTimeout(timer);
    }
  }

  private failed(error: unknown): void {
    this.entries.push({ kind: "failed", code: codeOf(error) });
  }

  private async hand(does: Hand): Promise<void> {
    await this.batch((sheet) => {
      sheet.activate();
      sheet.getRange("A1").select();
    });
    await this.around.hand(does, this.sheet);
    this.entries.push({ kind: "hand", sheet: this.sheet, does });
  }

  private async call(name: string): Promise<void> {
    let answer: unknown;
    await this.attempt(async () => (answer = await CALLS[name]!(this.sheet)));
    this.entries.push({ kind: "call", call: name, sheet: this.sheet, answer: answer ?? null });
  }
}

/**
 * Records what the Excel that holds this page answers: every scenario, whatever becomes of the others.
 * @returns the recording, or why nothing was recorded
 */
export async function record(around: Around, scenarios: readonly Scenario[] = SCENARIOS): Promise<Recording | NotRecorded> {
  const own = await look();
  if ("kind" in own) return own as NotRecorded;
  const recorder = new Recorder(around, new Aliases(own));
  const recorded: RecordedScenario[] = [];
  try {
    for (const [index, scenario] of scenarios.entries()) {
      around.step?.(index + 1, scenarios.length, scenario.id);
      recorded.push(await recorder.record(scenario, index));
    }
  } finally {
    recorder.stop();
  }
  return { format: 1, excel: excelHere(), scenarios: recorded };
}
