import { useEffect, useRef } from "react";
import { addressOf, fileInAddress } from "../route";
import type { Workspace } from "../work/workspace";

/** Keeps the file that is open and the address alike: the browser's own way back leads from a file to the list. */
export function useOpenInAddress(workspace: Workspace, open: number | undefined): void {
  const first = useRef(true);
  useEffect(() => {
    const follow = (): void => {
      if (!location.hash.startsWith(addressOf(undefined))) return;
      const asked = fileInAddress();
      if (asked === workspace.state().open) return;
      if (asked === undefined) workspace.close();
      else void workspace.open(asked);
    };
    window.addEventListener("hashchange", follow);
    // After a reload the file is there only once all is restored.
    void workspace.restoring.then(() => {
      if (fileInAddress() !== undefined) follow();
    });
    return () => window.removeEventListener("hashchange", follow);
  }, [workspace]);
  useEffect(() => {
    const isFirst = first.current;
    first.current = false;
    if (fileInAddress() === open || (isFirst && open === undefined)) return;
    // What was open before somebody looked at another task is no new step.
    if (isFirst) history.replaceState(history.state, "", addressOf(open));
    else location.hash = addressOf(open);
  }, [open]);
}
