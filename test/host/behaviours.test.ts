import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BEHAVIOUR_IDS, type BehaviourId } from "./behaviours";

const LIVE = "workbook/live.test.ts";
const SENDING = "taskpane/sending.test.tsx";

/** The test of the product that fails with a switch on, where what was mended for it is taken away. A new switch needs one. */
const HELD_BY: Readonly<Record<BehaviourId, readonly [file: string, test: string]>> = {
  "pane-by-id-is-blank": [LIVE, "puts the whole form into a book, shows its cover, and has the add-in start with it"],
  "inserts-quote-sheet-names": [LIVE, "a form that came whole is taken for whole, in four round trips"],
  "dates-of-rules-are-iso": [LIVE, "a form that came whole is taken for whole, in four round trips"],
  "page-setup-is-refused": [LIVE, "an Excel that does not set up the page keeps the form all the same"],
  "rules-do-not-take": [LIVE, "an Excel that does not take a validation is told of with its sheet, and the form stays"],
  "protecting-twice-is-denied": [LIVE, "copes with a protection that somebody took away, or put up, since the last read"],
  "picks-raise-no-change": [
    LIVE,
    "hears of a choice from a list that raises no change, and not of the calculation that an own write makes",
  ],
  "merged-areas-empty-undo": [LIVE, "with ExcelApi %s, reading leaves the user's own undo alone"],
  "settings-empty-undo": ["taskpane/real-excel.test.tsx", "the live check leaves the user's own undo alone"],
  "downloads-do-nothing": [SENDING, "nothing is said to be downloaded: the form is sealed and saved in place"],
  "ipad-hands-out-no-file": [SENDING, "on an iPad, which hands out no file: sealed and saved in place"],
  "second-download-is-asked-about": [SENDING, "what is copied by hand is what the draft says, and each press gives one file"],
  "file-comes-after-a-save": [SENDING, "before it has saved it: it is saved, asked once more, and all goes on"],
  "autosave-is-on": [SENDING, "one quiet line says what is saved, and no save is told"],
  "new-workbooks-are-refused": [SENDING, "where no new workbook can be made, a sentence says so, and the form can be put into this one"],
  "undo-group-takes-no-reads": [
    LIVE,
    "a write to input cells leaves the protection alone, and is one step of Excel's own undo in a round trip of its own",
  ],
};

test.each(BEHAVIOUR_IDS)("%s: a test of the product holds what was mended for it", (id) => {
  const [file, title] = HELD_BY[id];
  const text = readFileSync(join(__dirname, "..", file), "utf8");
  expect([file, text.includes(`"${title}`)]).toEqual([file, true]);
  expect([file, text.includes(`"${id}"`) || text.includes("BEHAVIOUR_IDS")]).toEqual([file, true]);
});
