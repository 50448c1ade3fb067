import { Button } from "@fluentui/react-components";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { PeriodField } from "../../ui/fields/PeriodField";
import { DropZone } from "../check/DropZone";
import { Bug } from "../Bug";
import { ProgressBar } from "../check/ProgressBar";
import { useHandedIn } from "../handed-in";
import { Themed } from "../Themed";
import { usePageTools } from "../tools";
import { ACCEPT } from "./accept";
import { EarlierRemarks } from "./EarlierRemarks";
import { EarlierFiles } from "./EarlierFiles";
import { AddedFiles } from "./AddedFiles";
import { Result } from "./Result";
import { ReviewSession } from "./review-session";
import { entriesOf, givenOf } from "./sources";

/** 汇总: for which half-year, from which files; then what came of each, and the workbook. */
export function ConsolidateTask() {
  const { locale, session, makeClient } = usePageTools();
  const review = (session.review ??= new ReviewSession(makeClient, locale, new Date()));
  const state = useSyncExternalStore(review.subscribe, review.state);
  const { period, stage, progress, sources, overview, stale, stopped, bug } = state;
  const words = locale.page.consolidate;
  useHandedIn(useCallback((data: DataTransfer) => void review.add("arrived", entriesOf(data)), [review]));
  useEffect(() => {
    review.speak(locale);
  }, [review, locale]);

  return (
    <Themed lang={locale.tag}>
      <div className="wide">
        <h1>{locale.page.tasks.consolidate.name}</h1>
        <p className="lead">{words.lead}</p>
        <fieldset className="given" disabled={stage !== undefined}>
          <legend className="unseen">{locale.page.tasks.consolidate.name}</legend>
          <div className="fields half">
            <PeriodField period={period} onChange={(next) => review.choose(next)} />
          </div>
          <DropZone
            small={sources.arrived.count > 0}
            words={words.drop}
            accept={ACCEPT}
            take={(files) => void review.add("arrived", givenOf(files))}
          />
          <AddedFiles role="arrived" review={review} state={state} />
          <EarlierFiles review={review} state={state} />
        </fieldset>
        {sources.arrived.count > 0 && (
          <Button appearance="primary" size="large" disabledFocusable={stage !== undefined} onClick={() => void review.consolidate()}>
            {overview ? words.again : words.start}
          </Button>
        )}
        <ProgressBar progress={progress} label={stage ? words.stages[stage] : ""} stop={() => review.stop()} />
        <div role="status">
          {stopped && <p className="done ask">{words.stopped}</p>}
          {stale && <p className="done ask">{words.stale}</p>}
          {state.mixed !== undefined && <p className="done ask">{state.mixed}</p>}
          {bug !== undefined && <Bug what={bug} />}
          {overview && <EarlierRemarks remarks={state.remarks} />}
        </div>
        {overview && <Result overview={overview} review={review} state={state} />}
      </div>
    </Themed>
  );
}
