import { Button } from "@fluentui/react-components";
import { sayPeriod } from "../../actions/report/reporter";
import { parsePeriod } from "../../domain";
import { fill } from "../../locales";
import { Claims } from "../../ui/Claims";
import { usePageTools } from "../tools";
import type { Overview } from "../work/review-job";
import { Arrivals } from "./Arrivals";
import { Downloads } from "./Downloads";
import { Heaviest } from "./Heaviest";
import { Standing } from "./Standing";
import type { ReviewSession, ReviewState } from "./review-session";

/** What came of the files: in numbers, to take away, and one by one. */
export function Result({
  overview,
  review,
  state,
}: {
  readonly overview: Overview;
  readonly review: ReviewSession;
  readonly state: ReviewState;
}) {
  const { locale } = usePageTools();
  const words = locale.page.consolidate;
  const { tally, replies, passedOver, other } = overview;
  const otherPeriod = other && parsePeriod(other.period);
  return (
    <section className="consolidated" aria-labelledby="result-title">
      <h2 id="result-title">{fill(words.result, { period: overview.period })}</h2>
      <div role="status">
        {overview.carried !== undefined && <p>{overview.carried}</p>}
        <p className="tally">{fill(words.files, { ...tally })}</p>
        <p>{fill(words.schools, { ...tally })}</p>
        {tally.pending > 0 && <p>{fill(locale.summary.pending, { count: tally.pending })}</p>}
        {tally.review > 0 && <p>{fill(locale.summary.review, { count: tally.review })}</p>}
        {replies.count > 0 && <p>{fill(locale.notice.replied, { ...replies })}</p>}
        {passedOver > 0 && <p>{fill(words.passedOver, { count: passedOver })}</p>}
      </div>
      {other && otherPeriod && (
        <div className="done ask">
          <p>{fill(words.other, { count: other.count, period: sayPeriod(other.period, locale) })}</p>
          <Button
            disabledFocusable={state.stage !== undefined}
            onClick={() => {
              review.choose(otherPeriod);
              void review.consolidate();
            }}
          >
            {fill(words.otherGo, { period: sayPeriod(other.period, locale) })}
          </Button>
        </div>
      )}
      <Claims
        files={overview.unclaimed}
        known={overview.known}
        busy={state.stage !== undefined || state.stale}
        apply={(claims) => void review.claim(claims)}
      />
      <Downloads review={review} state={state} />
      <Standing schools={overview.schools} />
      <Heaviest overview={overview} />
      <Arrivals overview={overview} />
    </section>
  );
}
