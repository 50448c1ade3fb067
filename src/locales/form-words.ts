/** Words that the workbook says beside what is printed on the form: prompts, alerts, results and help. */
export interface FormWords {
  /** 审核结果 of a row whose query is settled by an explanation. */
  readonly explained: string;
}
