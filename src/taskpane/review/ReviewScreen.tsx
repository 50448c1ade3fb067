import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular, DismissRegular, OpenRegular, TableAddRegular, TableCalculatorRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { fill } from "../../locales";
import { PeriodField } from "../../ui/fields/PeriodField";
import { Panel } from "../frame/Panel";
import { useTools } from "../pane";
import type { PaneState, Review } from "../state/model";
import { PickedFiles } from "./PickedFiles";
import { ReviewResult } from "./ReviewResult";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, border: "none", margin: 0, padding: 0, minWidth: 0 },
  lead: { color: tokens.colorNeutralForeground2 },
  missing: { color: tokens.colorStatusDangerForeground1 },
});

/** 汇总: the files that came, for which period; what came of them; into the workbook, or out as a file. */
export function ReviewScreen({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { locale, dispatch } = useTools();
  const words = locale.pane.review;
  const { review } = state;
  const [pressed, setPressed] = useState(false);
  const missing = pressed && review.files.length === 0;
  return (
    <Panel tab="review" foot={<Foot state={state} onPress={() => setPressed(true)} />}>
      <div className={styles.fields}>
        <Text size={200} className={styles.lead}>
          {words.lead}
        </Text>
        {review.progress ? (
          <Progress progress={review.progress} />
        ) : (
          <>
            {review.summary && <ReviewResult review={review} summary={review.summary} />}
            <PeriodField
              period={review.period}
              label={words.period}
              onChange={(period) => dispatch({ kind: "picked", review: { period } })}
            />
            <PickedFiles
              label={words.files}
              hint={words.filesHint}
              accept=".xlsx,.zip,.eml"
              files={review.files}
              onPick={(files) => dispatch({ kind: "picked", review: { files } })}
            />
            {missing && (
              <Text role="alert" className={styles.missing}>
                {words.noFiles}
              </Text>
            )}
            <PickedFiles
              label={words.earlier}
              hint={words.earlierHint}
              accept=".xlsx,.zip,.eml"
              files={review.earlier}
              onPick={(earlier) => dispatch({ kind: "picked", review: { earlier } })}
            />
          </>
        )}
      </div>
    </Panel>
  );
}

/** What can be done next: start, stop, or take what was made. */
function Foot({ state: { review, task }, onPress }: { readonly state: PaneState; readonly onPress: () => void }) {
  const { locale, around } = useTools();
  const { reviewing } = useTools().effects;
  const words = locale.pane.review;
  const { summary, progress, files } = review;
  const downloads = around.platform === "other";
  if (progress)
    return (
      <Button icon={<DismissRegular />} onClick={() => reviewing.cancel()}>
        {locale.pane.cancel}
      </Button>
    );
  if (!summary || summary.tally.files === 0)
    return (
      <Button
        appearance="primary"
        icon={<TableCalculatorRegular />}
        onClick={() => {
          onPress();
          if (files.length > 0) void reviewing.make(review);
        }}
      >
        {words.start}
      </Button>
    );
  return (
    <>
      {summary.insert && (
        <Button
          appearance="primary"
          icon={<TableAddRegular />}
          disabledFocusable={task !== undefined}
          onClick={() => void reviewing.insert(summary)}
        >
          {words.insert}
        </Button>
      )}
      <Button
        appearance={summary.insert ? "secondary" : "primary"}
        icon={downloads ? <ArrowDownloadRegular /> : <OpenRegular />}
        disabledFocusable={task !== undefined}
        onClick={() => (downloads ? reviewing.download(summary.file) : void reviewing.open(summary.file))}
      >
        {downloads ? words.download : words.openNew}
      </Button>
    </>
  );
}

function Progress({ progress: { done, total } }: { readonly progress: NonNullable<Review["progress"]> }) {
  const { locale } = useTools();
  const words = locale.pane.review;
  const said = done < total ? fill(words.progress, { done, total }) : words.finishing;
  return (
    <div>
      <Text block aria-hidden>
        {said}
      </Text>
      <ProgressBar value={done} max={total} thickness="large" aria-label={locale.pane.working} aria-valuetext={said} />
    </div>
  );
}
