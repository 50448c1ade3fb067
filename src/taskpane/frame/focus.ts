import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

/** Marks where the focus goes when what held it is gone: the current row of the list, or the headline of the screen. */
export const FOCUS_HOME = { "data-focus-home": "" } as const;

/**
 * Keeps the focus in the pane when what held it disappears, as a finding does once it is corrected.
 * It takes no focus that the pane did not have: people type in the grid beside it.
 */
export function useKeepFocus(root: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      last.current = event.target instanceof Element && root.current?.contains(event.target) ? event.target : null;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, [root]);
  useLayoutEffect(() => {
    if (!last.current || last.current.isConnected || document.activeElement !== document.body) return;
    const home = root.current?.querySelector<HTMLElement>(`[data-focus-home]`);
    last.current = null;
    home?.focus();
  });
}
