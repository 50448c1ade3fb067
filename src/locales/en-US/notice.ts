import type { NoticeWords } from "../notice-words";

export const notice: NoticeWords = {
  sheet: "Queries to answer",
  title: "Queries about the {formName}",
  about: "{school}, {period}: {count} to answer",
  judged: "File judged: {file}",
  how: "Check each row. What is wrong: correct the form, seal it and send it again. What is right: say why in the last column. Send this file back as it is: same format, no rows or columns added or removed.",
  answeredBefore: {
    queries: "Rows whose answer has arrived say so under “What to do”: they are with the reviewer and need not be answered again.",
    errors: "An answer does not clear an error: where one was given, the form still has to be corrected, sealed and sent again.",
  },
  forReviewer: "Your answer has arrived and is with the reviewer; nothing more to fill in.",
  heads: ["No.", "Level", "Ref.", "Sheet", "Cell", "Programme", "Problem", "Found", "Expected", "What to do", "Answer"],
  prompt: "Say why, in {min} characters or more; where the form was corrected and sent again, say so.",
  answerPlace: "the column “Answer”",
  tooLong: "An answer has at most {most} characters.",
  fileName: "queries",
  mail: {
    subject: "Please verify: {school}, {period}, {formName}",
    body: [
      "{school}:",
      "",
      "Your {formName} for {period} (due on {due}) counts as it stands in “{judged}”. It has {found}; see the attached “{file}”. {answered}",
      "",
      "{todo}",
      "",
      "{notUsed}",
      "",
      "{office}",
    ],
    found: {
      errors: "{errors} {errors, plural, one {entry} other {entries}} to correct",
      queries: "{queries} {queries, plural, one {entry} other {entries}} to verify or explain",
      both: "{errors} {errors, plural, one {entry} other {entries}} to correct and {queries} to verify or explain",
    },
    todo: {
      errors: "Please correct, seal and send the form again.",
      queries:
        "Please check each: where the form is wrong, correct, seal and send it again; where it is right, say why in the answer column of the attachment and send that back.",
      both: "What must be corrected: please correct, seal and send the form again. What is to be verified: correct it along with that where it is wrong; where it is right, say why in the answer column of the attachment and send that back.",
    },
    answered:
      "Your answers to {answered} more have arrived and are with the reviewer; they stand in the attachment and need not be given again.",
  },
  missing: {
    fileName: "reminder",
    subject: "Reminder: {school}, {period}, {formName}",
    body: [
      "{school}:",
      "",
      "The {formName} for {period} has not arrived (due on {due}). Please send it soon; if it was sent, please send it once more and say when that was.",
      "",
      "{office}",
    ],
  },
  perhaps: {
    fileName: "reminder",
    subject: "Reminder: {school}, {period}, {formName}",
    body: [
      "{school}:",
      "",
      "We could not confirm that the {formName} for {period} has arrived (due on {due}). These files came, but nobody can tell which school sent them:",
      "{files}",
      "",
      "If one of them is yours, please act on the reason and send the form again; if none is, please send the form soon. If it was sent some other way, please send it once more and say when that was.",
      "",
      "{office}",
    ],
  },
  unclaimed: {
    fileName: "reminder",
    subject: "Reminder: {school}, {period}, {formName}",
    body: [
      "{school}:",
      "",
      "We could not confirm that the {formName} for {period} has arrived (due on {due}; {count} {count, plural, one {file} other {files}} could not be taken, and nobody can tell which school sent them). Please send it soon; if it was sent, please send it once more and say when that was.",
      "",
      "{office}",
    ],
  },
  refused: {
    fileName: "send-again",
    subject: "Please send again: {school}, {period}, {formName}",
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
  refusedAfter: {
    fileName: "please-check",
    subject: "Please check: {school}, {period}, {formName}",
    body: ["{school}:", "", "Your form for {period} counts as it stands in “{file}”.", "", "{notUsed}", "", "{office}"],
  },
  notUsed:
    "These files were not used:\n{files}\nIf they hold a corrected form, please act on the reasons and send it again; if not, nothing need be done.",
  refusedFile: "- {file}: {why}",
  filesMore: "- and others, {count} in all",
  replied:
    "{count} query {count, plural, one {sheet} other {sheets}} came back: {matched} {matched, plural, one {answer belongs} other {answers belong}} to a finding, {unmatched} do not; the sheet 来件 lists these.",
  misnamed: "The cover says “{name}”, and the roster has no such school. Please check the name, correct it and send the form again.",
  mailNamed: "the mail “{subject}”",
  received: "{name} (sent {time}, Beijing time)",
  unsealed: {
    none: "It is not sealed. If it is a corrected form, please seal it and send it again.",
    changed: "It was changed after sealing, so the seal no longer holds. If the change is a correction, please seal it again and send it.",
  },
  why: {
    "blank-form":
      "The form is blank: no indicator, text or explanation is filled in. It may be the wrong file. Please fill in the form, seal it and send it again.",
    "another-period": "This is the form for {period}; the one for {due} is due.",
    "identity-unclear":
      "The cover does not say what the form was issued for ({detail}): nobody can tell which school or period it is of. Please take a form again, fill it in and send it.",
    "parcel-damaged": "The archive or mail is damaged or cut short; no file in it was read. Please attach the form (.xlsx) itself.",
    "parcel-too-large": "The archive or mail is too large, or holds too many files. Please send the form (.xlsx) alone.",
    "parcel-entry-name":
      "The name of this file in the archive cannot be used (it leads to another folder or drive, or holds control characters). Please rename it and attach the form (.xlsx) itself.",
    "parcel-encrypted": "The archive asks for a password. Please send the form (.xlsx) without one.",
    "parcel-nested": "Archives or mails lie too deep within each other. Please attach the form (.xlsx) itself.",
    "archive-format": "This is a {format} archive, which was not opened. Please send the form (.xlsx) itself, or pack it as .zip.",
    "archive-empty": "The archive holds no file. Please attach the form (.xlsx) itself.",
    "empty-file": "The file is empty (0 bytes). Please send the form (.xlsx) again.",
    "mail-empty": "The mail has no attachment. Please attach the form (.xlsx).",
    "mail-cloud-only": "The mail only links to a file in a cloud, and such links expire. Please attach the form (.xlsx) in the usual way.",
  },
  zip: {
    name: "queries-and-reminders",
    take: "Query sheets and reminders (.zip)",
    hint: "A query sheet and a mail draft for each school, to be looked over and sent.",
    made: "{queries} query {queries, plural, one {sheet} other {sheets}}, {missing} {missing, plural, one {reminder} other {reminders}}, {refused} {refused, plural, one {request} other {requests}} to send again or check; {unknown} of them without an address, which you must fill in.",
    held: "The files of {held} more {held, plural, one {school} other {schools}} wait for something that you have to do (see 来件 and 报送情况 for why): they get no reminder.",
    none: "No school needs to be asked or reminded.",
  },
};
