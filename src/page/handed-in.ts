import { useEffect } from "react";

/** Has files that are dropped anywhere in the window, or pasted, taken. @param take called within the event; the same function each time */
export function useHandedIn(take: (data: DataTransfer) => void): void {
  useEffect(() => {
    const hear = (data: DataTransfer | null, event: Event): void => {
      if (!data || data.files.length === 0) return;
      event.preventDefault();
      take(data);
    };
    const paste = (event: ClipboardEvent): void => hear(event.clipboardData, event);
    const drop = (event: DragEvent): void => hear(event.dataTransfer, event);
    // Without this a file that misses the marked place would take the page's own place.
    const over = (event: DragEvent): void => event.preventDefault();
    window.addEventListener("paste", paste);
    window.addEventListener("drop", drop);
    window.addEventListener("dragover", over);
    return () => {
      window.removeEventListener("paste", paste);
      window.removeEventListener("drop", drop);
      window.removeEventListener("dragover", over);
    };
  }, [take]);
}
