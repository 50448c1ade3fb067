import { Button } from "@fluentui/react-components";
import { fill } from "../../locales";
import { usePageTools } from "../tools";
import type { Review, ReviewState, Shelf } from "./review";

/** What was put in: how much, the first few names, and a way to put it away again. */
export function Held({ shelf, review, state }: { readonly shelf: Shelf; readonly review: Review; readonly state: ReviewState }) {
  const { locale } = usePageTools();
  const words = locale.page.consolidate;
  const count = state.count[shelf];
  const names = state.names[shelf];
  if (count === 0) return null;
  const facts = { count, size: (state.bytes[shelf] / 1e6).toFixed(1), names: names.join(words.and) + (count > names.length ? "…" : "") };
  return (
    <p className="held">
      <span>{fill(words.held, facts)}</span>
      <Button size="small" onClick={() => review.empties(shelf)}>
        {words.removeAll}
      </Button>
    </p>
  );
}
