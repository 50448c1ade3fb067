import { Button } from "@fluentui/react-components";
import { fill } from "../../locales";
import { usePageTools } from "../tools";
import type { ReviewSession, ReviewState, SourceRole } from "./review-session";

/** What was put in: how much, the first few names, and a way to put it away again. */
export function AddedFiles({
  role,
  review,
  state,
}: {
  readonly role: SourceRole;
  readonly review: ReviewSession;
  readonly state: ReviewState;
}) {
  const { locale } = usePageTools();
  const words = locale.page.consolidate;
  const { count, bytes, names } = state.sources[role];
  if (count === 0) return null;
  const facts = { count, size: (bytes / 1e6).toFixed(1), names: names.join(words.and) + (count > names.length ? "…" : "") };
  return (
    <p className="added-files">
      <span>{fill(words.held, facts)}</span>
      <Button size="small" onClick={() => review.clearList(role)}>
        {words.removeAll}
      </Button>
    </p>
  );
}
