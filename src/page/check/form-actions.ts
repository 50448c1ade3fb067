import { fixChanges } from "../../actions/fix";
import { fixedNotice } from "../../ui/form/fixes";
import type { FormActions } from "../../ui/form/actions";
import type { Workspace } from "../work/workspace";

/** What the list of findings asks for, done to the file that is open on the page. */
export function formActions(workspace: Workspace, open: number | undefined): FormActions {
  return {
    typed: open === undefined ? new Map() : workspace.typed.of(open),
    view: (change) => workspace.view(change),
    preview: (lines) => workspace.preview(lines),
    // Where the pane goes to its step 报送, the page makes the files at once.
    toSend: () => void workspace.send(),
    fix: async (lines, unticked) => {
      // A repair speaks of the form as it was checked: what was entered since is newer.
      if (workspace.state().form.task) return;
      const changes = fixChanges(lines.map(({ fix }) => fix));
      await workspace.change(changes, "fix", ({ findings }) => fixedNotice(lines, lines, unticked, findings));
    },
    explain: async (_, { explanation }, text) => {
      if (explanation)
        await workspace.change([{ kind: "value", ...explanation.at, value: text.trim() || null }], "explain", () => ({
          kind: "explained",
        }));
    },
    reveal: async (at) => workspace.reveal(at),
  };
}
