import type { CommandWords } from "../commands";
import { report } from "./report";

export const commands: CommandWords = {
  product: "Cluster Report",
  disk: {
    missing: "there is no such file",
    folder: "it is a folder",
    notFolder: "a part of the path is no folder",
    noFolder: "there is no such folder",
    notFile: "it is not an ordinary file",
    denied: "permission denied",
    readOnly: "the place is read-only",
    full: "the disk is full",
    fileTooBig: "it is larger than files may be here",
    nameTooLong: "the name is too long",
    loop: "the link leads to itself",
    device: "the storage device failed",
    tooManyOpen: "too many files are open",
    busy: "another program is using it",
    memory: "checking it takes too much memory",
    fell: "checking it broke off",
    other: "system error {code}",
  },
  report,
  beside: {
    sheets:
      "Other sheets that go along in the file ({count}): {names}. Delete those that should not be sent, then make the files to send; or fill in the form in a new workbook.",
    hidden: "{name} (hidden)",
    and: ", ",
    summary:
      "The workbook holds a reviewer’s summary with data of other schools: it is not sealed, and no file to send is made. Deleting the sheets that you see leaves hidden data behind; send a form from a file into which no summary was ever inserted.",
  },
  mail: {
    subject: "{school}—{period}—{formName} (seal {code})",
    body: [
      "To {office}:",
      "",
      "Attached is the {formName} of {school} for the {period} ({programmes}): “{file}”.",
      "",
      "Seal: {code}",
      "The code is computed from the data in the attachment. It shows whether they are whole and unchanged; it is no signature and does not show who reported them.",
    ],
    contact: "Contact",
    item: "{label}: {value}",
  },
  enclosedSuffix: "-files",
};
