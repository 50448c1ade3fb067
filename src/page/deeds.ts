import { fixChanges } from "../actions/fix";
import { mediaTypeOf, type Catalogue } from "../domain";
import { copy, download } from "../ui/browser";
import type { Deeds, Tools } from "../taskpane/pane";
import { fixedNotice } from "../ui/form/fixes";
import type { Desk } from "./work/desk";

const nothing = async (): Promise<void> => undefined;

/** What the pane's components have around them on the page. */
export function around(catalogue: Catalogue): Tools["around"] {
  return { catalogue, today: () => new Date(), copy, pageUrl: "", platform: "other" };
}

/** What the pane's components ask for, done to the file that is open on the page. */
export function deeds(desk: Desk): Deeds {
  return {
    checking: {
      check: () => desk.again(),
      fix: async (lines, unticked) => {
        // A repair speaks of the form as it was checked: what was entered since is newer.
        if (desk.state().pane.task) return;
        const changes = fixChanges(lines.map(({ fix }) => fix));
        await desk.change(changes, "fix", ({ findings }) => fixedNotice(lines, lines, unticked, findings));
      },
      explain: async (_, { explanation }, text) => {
        if (explanation)
          await desk.change([{ kind: "value", ...explanation.at, value: text.trim() || null }], "explain", () => ({ kind: "explained" }));
      },
      undo: () => desk.undo(),
      // The page exports the list as a file of its own.
      list: nothing,
      reveal: async (at) => desk.reveal(at),
    },
    // Only a live Excel can be inserted into; on the page 领取统计表 makes files.
    filling: { insert: nothing, openAsNew: nothing, readEarlier: nothing, useExisting: nothing },
    sending: {
      download: ({ name, bytes }) => download(name, bytes, mediaTypeOf(name)),
      openCopy: nothing,
      save: () => desk.send(),
      send: () => desk.send(),
    },
  };
}
