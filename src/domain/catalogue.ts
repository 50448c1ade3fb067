import type { ExplanationPolicy } from "./explanation";
import type { Severity } from "./finding";
import type { Form } from "./form";
import type { Roster } from "./roster";

/** One line of a ruleset: a rule with its options. Plain data, so that it can travel and be compared. */
export interface Setting {
  /** Number in 审核关系, such as `A06`. */
  readonly ref: string;
  /** Id of the rule. */
  readonly rule: string;
  readonly severity?: Severity;
  /** Its findings on one sheet come of one act, such as a column deleted or pasted over: reviewers go through them as one. */
  readonly act?: "sheet";
  /** Its findings accuse all figures of a sheet and none alone: they may count twice, or be another sheet's or period's. */
  readonly accuses?: "sheet";
  /** What they are is the rule's own affair. */
  readonly options: object;
}

/** How near a name has to be to a known one to be meant by it: by its own likeness, and by its lead over the next. From 0 to 1. */
export interface NamePolicy {
  readonly threshold: number;
  readonly lead: number;
}

/** All that a form is judged by. */
export interface Ruleset {
  readonly id: string;
  readonly version: number;
  readonly explanation: ExplanationPolicy;
  /** When the name of a school that is not on the roster means one that is. */
  readonly schoolNames: NamePolicy;
  readonly settings: readonly Setting[];
  /** What only shows where the files of all schools lie together. */
  readonly across: readonly Setting[];
}

/** A form with all that judges it. */
export interface Catalogue {
  readonly form: Form;
  readonly roster: Roster;
  readonly ruleset: Ruleset;
}
