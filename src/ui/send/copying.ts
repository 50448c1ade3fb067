import { useRef, useState, type RefObject } from "react";
import { useUi } from "../context";

/**
 * Copies a text that is shown. Where the clipboard refuses, as it may in a pane, the text is selected for the person to copy.
 * @returns where the text stands, to be put on the element that holds nothing else; what came of copying; and how to copy
 */
export function useCopying<E extends HTMLElement>(): readonly [
  RefObject<E | null>,
  "copied" | "selected" | undefined,
  () => Promise<void>,
] {
  const ui = useUi();
  const shown = useRef<E>(null);
  const [outcome, setOutcome] = useState<"copied" | "selected">();
  const copy = async (): Promise<void> => {
    const element = shown.current;
    if (!element) return;
    // The same words twice in a row would be heard once.
    setOutcome(undefined);
    const copied = await ui.copy(element.textContent);
    if (!copied) window.getSelection()?.selectAllChildren(element);
    setOutcome(copied ? "copied" : "selected");
  };
  return [shown, outcome, copy];
}
