import { useFocusFinders } from "@fluentui/react-components";
import { FixPreview } from "../../ui/form/FixPreview";
import { ExistingForm } from "../fill/ExistingForm";
import { SummaryQuestion } from "../review/SummaryQuestion";
import { DropSummary } from "../send/DropSummary";
import type { PaneState } from "../state/model";

/**
 * The question that is open, if one is. It stays mounted once it was needed: Fluent hides the page from screen readers while a
 * dialog is open, by a focus manager that lives only as long as something uses it. Were the dialog itself the last user, the
 * manager would go with it and leave the page hidden.
 */
export function Dialogs({ state }: { readonly state: PaneState }) {
  useFocusFinders();
  const { screen, book, draft, review } = state;
  if (screen.kind === "check" && screen.preview && book.kind === "checked") return <FixPreview lines={screen.preview} />;
  if (screen.kind === "review" && screen.asking && review.summary)
    return <SummaryQuestion asking={screen.asking} summary={review.summary} />;
  if (screen.kind === "send" && screen.asking) return <DropSummary asking={screen.asking} />;
  return screen.kind === "fill" && screen.asking ? <ExistingForm draft={draft} book={book} /> : null;
}
