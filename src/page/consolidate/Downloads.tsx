import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useId } from "react";
import { fill } from "../../locales";
import { usePageTools } from "../tools";
import type { ReviewSession, ReviewState } from "./review-session";

/** What can be downloaded, each with what it is good for. */
export function Downloads({ review, state }: { readonly review: ReviewSession; readonly state: ReviewState }) {
  const { locale } = usePageTools();
  const words = locale.page.consolidate;
  const { zip } = locale.notice;
  const take = { ...words.take, notices: zip.take, noticesHint: zip.hint };
  const id = useId();
  const busy = state.stage !== undefined || state.stale;
  const { downloaded } = state;
  const { notices } = downloaded ?? {};
  const none = notices && notices.queries + notices.missing + notices.refused === 0;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{take.title}</h3>
      <ul className="downloads">
        {(["zip", "xlsx", "notices", "json"] as const).map((as) => (
          <li key={as}>
            <Button
              appearance={as === "zip" ? "primary" : "secondary"}
              icon={<ArrowDownloadRegular />}
              disabledFocusable={busy}
              aria-describedby={`${id}-${as}`}
              onClick={() => void review.makeDownload(as)}
            >
              {take[as]}
            </Button>
            <p className="why" id={`${id}-${as}`}>
              {take[`${as}Hint`]}
            </p>
          </li>
        ))}
      </ul>
      <div role="status">
        {downloaded && (
          <div className="done">
            <p>{none ? zip.none : fill(words.made, { name: downloaded.name })}</p>
            {notices && !none && <p>{fill(zip.made, { ...notices })}</p>}
            {notices && notices.held > 0 && <p>{fill(zip.held, { ...notices })}</p>}
          </div>
        )}
      </div>
    </section>
  );
}
