import type {
  EarlierBasis,
  ExplanationFault,
  FindingState,
  Form,
  Language,
  MessageWords,
  RefusalCode,
  SettingWords,
  Severity,
} from "../domain";
import type { AcrossMessageId, AcrossRuleId, MessageId, RuleId } from "../rules";
import type { CommandWords } from "./commands";
import type { FormWords } from "./form-words";
import type { NoticeWords } from "./notice-words";
import type { PageWords } from "./page-words";
import type { PaneWords } from "./pane-words";
import type { SummaryWords } from "./summary-words";

/** All that people read of a rule. */
interface WordsOf<Message extends string> extends Required<SettingWords<Message>> {
  readonly messages: { readonly [M in Message]: MessageWords };
}

/** All that people read of the rules. */
export type RuleWords = { readonly [Id in RuleId]: WordsOf<MessageId<Id>> } & {
  readonly [Id in AcrossRuleId]: WordsOf<AcrossMessageId<Id>>;
};

/** Every word people read, in one language. A language that lacks a key does not compile. */
export interface Locale {
  readonly tag: Language;
  /** The same, calling the fields of a form as it does. */
  readonly ofForm: (form: Form) => Locale;
  readonly severity: { readonly [S in Severity]: string };
  /** One or two characters before a rule number in the 审核结果 column. */
  readonly severityBrief: { readonly [S in Severity]: string };
  /** Between the number of a relation and what it says. */
  readonly colon: string;
  readonly state: { readonly [S in FindingState]: string };
  /** Findings that only a reviewer can settle. */
  readonly reviewer: {
    readonly title: string;
    /** What it means for the school. */
    readonly note: string;
    /** `{message}`, and that it was judged by what the school's form did not show. */
    readonly earlier: { readonly [B in EarlierBasis]: string };
    /** In place of the cure, which is for schools. */
    readonly cure: string;
  };
  /** Where the reason for a figure is written in a form: in the row of its indicator, `{code}`, or of the programme. */
  readonly where: { readonly indicator: string; readonly line: string };
  /** `{min}` and `{rows}` are those of the ruleset. */
  readonly explanationFault: { readonly [F in ExplanationFault]: string };
  /** Said of a rule that could not judge; `{inputs}` is the number of faulty inputs. */
  readonly notChecked: { readonly message: string; readonly cure: string };
  /** In place of a cure that offers to explain, where a department made an error of a query: no explanation settles it. */
  readonly mustCorrect: string;
  /** Labels of fixes: `{value}` is what the cell will hold. */
  readonly fix: { readonly value: string; readonly clear: string; readonly validation: string };
  /** What a clerk should do about a file that cannot be taken. Facts of the refusal by name. */
  readonly refusal: { readonly [C in RefusalCode]: string };
  readonly rules: RuleWords;
  /** Words in the workbook that are not printed on the form itself: prompts, alerts, help. */
  readonly form: FormWords;
  /** The command line and its reports. */
  readonly commands: CommandWords;
  /** The task pane in Excel. */
  readonly pane: PaneWords;
  /** The browser page. */
  readonly page: PageWords;
  /** 核实单 and 催报. */
  readonly notice: NoticeWords;
  /** The reviewers' workbook. */
  readonly summary: SummaryWords;
}
