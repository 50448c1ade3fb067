import { useEffect, useState } from "react";

/**
 * How much of a long list is drawn: a slice more each frame, so that the page answers between them.
 * @param length rows of the list @param slice rows a frame @param first rows drawn together with all else @returns rows to draw now
 */
export function useSlices(length: number, slice: number, first = slice): number {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    // A list that became shorter grows in slices again.
    if (drawn > length + slice) return setDrawn(Math.max(length, slice));
    if (drawn >= length) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + slice));
    return () => cancelAnimationFrame(frame);
  }, [drawn, length, slice]);
  return Math.min(drawn, length);
}
