import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** Marks where the focus goes when what held it is gone: the current row of the list, or the headline of the screen. */
export const FOCUS_HOME = { "data-focus-home": "" } as const;

/**
 * Keeps the focus in the pane when what held it disappears, as a finding does once it is corrected. Where the keyboard is elsewhere by
 * then, the gate of the focus keeps it there.
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

/**
 * Gives the focus back when a dialog goes: to where it came from, or to the home of the screen that is there now.
 * Fluent takes the rest of the page away from screen readers while a dialog has the focus, and gives it back only when something
 * outside gets it: without this the pane would stay silent.
 */
export function useRestoreFocus(): void {
  // Asked while rendering: by the time of an effect the dialog has the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : undefined;
        (
          back ??
          document.querySelector<HTMLElement>("[data-focus-home]") ??
          document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
        )?.focus();
      }, 0);
    },
    [before],
  );
}
