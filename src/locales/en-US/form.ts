import type { FormWords } from "../form-words";

export const form: FormWords = {
  explained: "Explained",
  prompt: {
    school: {
      title: "School",
      text: "Filled in when the form was issued; do not change it. If this is not your school, get another form.",
    },
    period: { title: "Reporting period", text: "Filled in when the form was issued; do not change it. If it is wrong, get another form." },
    category: { title: "Category", text: "Choose from the list." },
    cluster: { title: "Cluster", text: "Choose the category first, then the cluster from the list." },
    programme: {
      title: "Programme",
      text: "Choose the cluster first, then the programme with which your school serves it. One that is not listed may be typed; give the grounds under {explanation} on the right.",
    },
    integer: {
      title: "{code} unit: {unit}",
      text: "{name}: a whole number; enter 0 if there were none, never leave it blank, add no unit.",
    },
    decimal: {
      title: "{code} unit: {unit}",
      text: "{name}: a number of at most {decimals} decimals; enter 0 if there was none, never leave it blank, add no unit.",
    },
    explanation: {
      title: "Explanation",
      text: "Where the result says “Query”: check the figure; if it is right, say why here ({min} characters or more).",
    },
    carried: { title: "Explanation", text: "Last period: {text}" },
    text: { title: "{label}", text: "At most {max} characters." },
    coverText: { title: "{label}", text: "Required." },
    phone: { title: "Telephone", text: "A landline with its area code (027-00000000) or a mobile number." },
    email: { title: "E-mail", text: "For example name@example.edu.cn." },
    date: { title: "Date of report", text: "Year-month-day, for example 2026-12-20." },
  },
  alert: {
    list: { title: "Choose from the list", text: "Only what the list offers can be entered here." },
    offRoster: {
      title: "Not on the roster",
      text: "This name is not on the roster. If it is a slip, choose from the list; if it is right, go on and give the grounds under {explanation}.",
    },
    integer: { title: "A whole number", text: "Enter a whole number, 0 or more, without unit, comma or “about”; 0 if there were none." },
    decimal: { title: "A number", text: "Enter a number, 0 or more, without unit, comma or “about”; 0 if there was none." },
    length: { title: "Too long", text: "At most {max} characters." },
    date: { title: "A date", text: "Enter a date (year-month-day) not before the first day of the period, for example 2026-12-20." },
  },
  cover: {
    number: "No.",
    sheet: "Sheet",
    errors: "Errors",
    queries: "Queries\nopen",
    total: "Result",
    seal: "Filled in when the form is sealed. It shows that the data are whole; it is no signature.",
    unsealed: "(not sealed)",
    formCode: "表式码 (definition): {code}",
    notBegun: "Not begun.",
    blocked: "{errors} errors and {queries} queries are left: correct or explain them before sending.",
    passed: "The checks within this workbook are passed.",
    blankSheet: "not begun",
    someBlank: "Not begun: {sheets}. ",
    helpTitle: "How to fill in",
    help: [
      "Fill in the pale yellow cells; all others are locked. One sheet per programme; choose category, cluster and programme from the lists.",
      "{current} takes numbers only: 0 if there were none, never blank; no unit, comma or “about”. A stock is counted at the end of the period, a flow within it.",
      "{comparison} comes from earlier forms: for a stock the end of the last period, for a flow the same half of last year; empty if there is none.",
      "{result} changes as you type. Errors must be corrected; queries checked, and explained under {explanation} if the figure is right ({min} characters or more); notes are for information.",
      "Before sending, check once more with this program (add-in, page or command line) and seal the form: it finds what formulas cannot, such as near-miss names, copied reports and changed locked cells.",
      "Send the form to {office} ({email}) by {due}.",
    ],
    reconstructed: "The indicators of this form follow the body of the letter; the rule book names the clause of each.",
  },
  used: "{used} of {max}",
  page: "Page &P of &N",
};
