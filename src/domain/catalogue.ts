import type { ExplanationPolicy } from "./explanation";
import type { Severity } from "./finding";
import type { Form } from "./form";
import type { Language } from "./language";
import type { Roster } from "./roster";

/** One message of a rule. `{name}` is replaced by the fact of that name; in a cure, `{where}` by the place where a reason is written. */
export interface MessageWords {
  /** What is wrong, with the numbers filled in. */
  readonly message: string;
  /** What to do about it. */
  readonly cure: string;
  /** The same in a dozen characters, for the 审核结果 column: also the text of the formula there. */
  readonly brief: string;
}

/** What a relation says in its own terms; where it says nothing, the general words of its rule stand. */
export interface SettingWords<Message extends string = string> {
  readonly title?: string;
  /** What must hold. */
  readonly description?: string;
  readonly why?: string;
  readonly messages?: { readonly [M in Message]?: Partial<MessageWords> };
}

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
  readonly words?: { readonly [L in Language]?: SettingWords };
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

/** A form with all that judges it, as its author defines it. */
export interface Definition {
  readonly form: Form;
  readonly roster: Roster;
  readonly ruleset: Ruleset;
}

/** A definition with its code. */
export interface Catalogue extends Definition {
  /** 表式码: shows which definition it is, without its roster. */
  readonly code: string;
}
