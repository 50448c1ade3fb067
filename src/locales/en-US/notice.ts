import type { NoticeWords } from "../notice-words";

export const notice: NoticeWords = {
  sheet: "Queries to answer",
  title: "Queries about the progress form",
  about: "{school}, {period}: {count} to answer",
  how: "Check each row. What is wrong: correct the form, seal it and send it again. What is right: say why in the last column. Send this file back as it is: same format, no rows or columns added or removed.",
  heads: ["No.", "Level", "Ref.", "Sheet", "Cell", "Programme", "Problem", "Found", "Expected", "What to do", "Answer"],
  prompt: "Say why; where the form was corrected and sent again, say so.",
  tooLong: "An answer has at most {most} characters.",
  fileName: "queries",
  reminderName: "reminder",
  mail: {
    subject: "Please verify: {school}, {period}, progress form",
    body: [
      "{school}:",
      "",
      "The progress form for {period} has {errors} entries to correct and {queries} to verify or explain; see the attached “{file}”.",
      "",
      "Please correct, seal and send the form again; where it is right, say why in the answer column of the attachment and send that back.",
      "",
      "{office}",
    ],
  },
  missing: {
    subject: "Reminder: {school}, {period}, progress form",
    body: [
      "{school}:",
      "",
      "The progress form for {period} has not arrived (due on {due}). Please send it soon; if it was sent, please send it once more and say when that was.",
      "",
      "{office}",
    ],
  },
  refused: {
    subject: "Please send again: {school}, {period}, progress form",
    body: [
      "{school}:",
      "",
      "These files could not be taken:",
      "{files}",
      "",
      "Please act on the reasons and send the form for {period} again (due on {due}).",
      "",
      "{office}",
    ],
  },
  refusedFile: "- {file}: {why}",
  replied: "{count} query sheets came back: {matched} answers belong to a finding, {unmatched} do not; the sheet 来件 lists these.",
  zip: {
    name: "queries-and-reminders",
    take: "Query sheets and reminders (.zip)",
    hint: "A query sheet and a mail draft for each school, to be looked over and sent.",
    made: "{queries} query sheets, {missing} reminders, {refused} requests to send again; {unknown} of them without an address, which you must fill in.",
    none: "No school needs to be asked or reminded.",
  },
};
