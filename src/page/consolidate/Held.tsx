import { Button } from "@fluentui/react-components";
import { fill } from "../../locales";
import { usePageTools } from "../tools";
import type { Review, ReviewState, ShelfName } from "./review";

/** What was put in: how much, the first few names, and a way to put it away again. */
export function Held({ shelf, review, state }: { readonly shelf: ShelfName; readonly review: Review; readonly state: ReviewState }) {
  const { locale } = usePageTools();
  const words = locale.page.consolidate;
  const { count, bytes, names } = state.held[shelf];
  if (count === 0) return null;
  const facts = { count, size: (bytes / 1e6).toFixed(1), names: names.join(words.and) + (count > names.length ? "…" : "") };
  return (
    <p className="held">
      <span>{fill(words.held, facts)}</span>
      <Button size="small" onClick={() => review.empties(shelf)}>
        {words.removeAll}
      </Button>
    </p>
  );
}
