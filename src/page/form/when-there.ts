/** What is not there after so many frames does not come. */
const MOST_FRAMES = 60;

/** Waits for an element, since long lists are drawn slice by slice. @returns ends the waiting */
export function whenThere(find: () => HTMLElement | null | undefined, then: (element: HTMLElement) => void): () => void {
  let frames = 0;
  const look = (): number =>
    requestAnimationFrame(() => {
      const element = find();
      if (element) then(element);
      else if (frames++ < MOST_FRAMES) frame = look();
    });
  let frame = look();
  return () => cancelAnimationFrame(frame);
}
