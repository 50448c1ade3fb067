import { fixChanges } from "../../actions/fix";
import { fixedNotice } from "../../ui/form/fixes";
import type { FormActions } from "../../ui/form/actions";
import type { Desk } from "../work/desk";

/** What the list of findings asks for, done to the file that is open on the page. */
export function formActions(desk: Desk): FormActions {
  return {
    typed: new Map(),
    view: (change) => desk.view(change),
    preview: (lines) => desk.preview(lines),
    // Where the pane goes to its step 报送, the page makes the files at once.
    toSend: () => void desk.send(),
    fix: async (lines, unticked) => {
      // A repair speaks of the form as it was checked: what was entered since is newer.
      if (desk.state().form.task) return;
      const changes = fixChanges(lines.map(({ fix }) => fix));
      await desk.change(changes, "fix", ({ findings }) => fixedNotice(lines, lines, unticked, findings));
    },
    explain: async (_, { explanation }, text) => {
      if (explanation)
        await desk.change([{ kind: "value", ...explanation.at, value: text.trim() || null }], "explain", () => ({ kind: "explained" }));
    },
    reveal: async (at) => desk.reveal(at),
  };
}
