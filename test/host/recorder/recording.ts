import type { BehaviourId } from "../behaviours";

/** What a person does in the grid while a scenario waits; places are cells of its own sheet, such as `A1`. */
export type Hand =
  | { readonly kind: "type"; readonly entries: readonly (readonly [place: string, text: string])[] }
  /** Chooses from the drop-down list of a cell. */
  | { readonly kind: "pick"; readonly place: string; readonly text: string }
  /** Ctrl+Z, once. */
  | { readonly kind: "undo" };

/** What happened, one thing after the other. */
export type Entry =
  | {
      readonly kind: "exchange";
      /** A batch of the client: `Actions` and `ObjectPaths`. */
      readonly request: unknown;
      /** `Results` or `Error`; a code where the request failed as a whole; absent where no answer came. */
      response?: unknown;
      /** Number of its run, where that asked for one step of undo (`mergeUndoGroup`). */
      readonly grouped?: number;
    }
  /** A message about changed cells or a calculation. */
  | { readonly kind: "event"; readonly type: number; readonly event: Readonly<Record<string, unknown>> }
  | { readonly kind: "hand"; readonly sheet: string; readonly does: Hand }
  /** Something asked of Office beside the workbook (`calls.ts`), with what came of it. */
  | { readonly kind: "call"; readonly call: string; readonly sheet: string; readonly answer: unknown }
  /** What the client, or the scenario itself, threw; the next one goes on. */
  | { readonly kind: "failed"; readonly code: string };

export interface RecordedScenario {
  readonly id: string;
  readonly entries: readonly Entry[];
}

/** What the kit saves: nothing in it comes from a person's own workbook, nor names a person, a place or an account. */
export interface Recording {
  /** Of this format. */
  readonly format: 1;
  readonly excel: {
    /** `Office.PlatformType`, such as `OfficeOnline`. */
    readonly platform: string;
    readonly version: string;
    readonly language: string;
    /** Highest ExcelApi, such as `1.17`. */
    readonly api: string;
  };
  /** Switches that this Excel needs in `test/host`; added by whoever keeps the recording here. */
  readonly behaviours?: readonly BehaviourId[];
  readonly scenarios: readonly RecordedScenario[];
}
