import { useId } from "react";
import { Chooser } from "../check/DropZone";
import { usePageTools } from "../tools";
import { ACCEPT } from "./accept";
import { AddedFiles } from "./AddedFiles";
import type { ReviewSession, ReviewState } from "./review-session";
import { givenOf } from "./sources";

/** Files of earlier periods, or a summary of them: what this one is compared with. */
export function EarlierFiles({ review, state }: { readonly review: ReviewSession; readonly state: ReviewState }) {
  const { locale } = usePageTools();
  const words = locale.page.consolidate;
  const id = useId();
  const take = (files: readonly File[]): void => void review.add("earlier", givenOf(files));
  return (
    <div role="group" aria-labelledby={id} className="earlier">
      <p id={id} className="earlier-title">
        {words.earlier}
      </p>
      <p className="why">{words.earlierHint}</p>
      <div className="actions">
        <Chooser small label={words.drop.choose} accept={ACCEPT} take={take} />
        <Chooser small label={words.drop.folder} folder take={take} />
      </div>
      <AddedFiles role="earlier" review={review} state={state} />
    </div>
  );
}
