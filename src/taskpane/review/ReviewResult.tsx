import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { MailRegular } from "@fluentui/react-icons";
import { useEffect, useRef, type ReactNode } from "react";
import type { ReviewerClaims } from "../../actions/consolidate";
import type { MadeSummary } from "../../actions/consolidate/make-summary";
import { sayPeriod } from "../../actions/report/reporter";
import { fill } from "../../locales";
import { FOCUS_HOME } from "../../ui/focus";
import { PageLink } from "../frame/Unusable";
import { useTools } from "../pane";
import type { Review } from "../state/model";
import { Claims } from "../../ui/Claims";

const useStyles = makeStyles({
  result: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, overflowWrap: "anywhere" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, ":focus": { outlineStyle: "none" } },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalXL, maxHeight: "220px", overflowY: "auto" },
  summary: { cursor: "pointer", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  why: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  letters: { margin: `${tokens.spacingVerticalXS} 0` },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** What came of the files: what counts, what does not and why, who is missing. */
export function ReviewResult({ review, summary }: { readonly review: Review; readonly summary: MadeSummary }) {
  const styles = useStyles();
  const { locale, dispatch } = useTools();
  const words = locale.pane.review;
  const { reviewing } = useTools().effects;
  const claim = (claims: ReviewerClaims): void => {
    dispatch({ kind: "picked", review: { claims } });
    void reviewing.make({ ...review, claims });
  };
  const title = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is another one now: the result is what comes next.
  useEffect(() => {
    title.current?.focus();
  }, [summary]);
  const { tally, open, refused, earlierRemarks, missing, insert, letters } = summary;
  if (tally.files === 0)
    return (
      <Text role="alert" weight="semibold">
        {words.nothing}
      </Text>
    );
  return (
    <section className={styles.result} aria-labelledby="review-result">
      <h2 className={styles.title} id="review-result" tabIndex={-1} ref={title} {...FOCUS_HOME}>
        {words.result} · {sayPeriod(summary.period, locale)}
      </h2>
      {summary.carried !== undefined && <Text>{summary.carried}</Text>}
      <Text>{fill(words.read, { ...tally })}</Text>
      <Text>{fill(words.schools, { ...tally })}</Text>
      <Text>{fill(words.open, { count: open })}</Text>
      {tally.pending > 0 && <Text>{fill(locale.summary.pending, { count: tally.pending })}</Text>}
      {tally.review > 0 && <Text>{fill(locale.summary.review, { count: tally.review })}</Text>}
      <Fold title={fill(words.refused, { count: refused.length })} items={refused} open />
      <Claims files={summary.unclaimed} known={summary.known} busy={false} apply={claim} />
      <Fold title={fill(words.earlierRemarks, { count: earlierRemarks.length })} items={earlierRemarks} open />
      <Fold title={fill(words.missing, { count: missing.length })} items={missing} />
      <Text size={200} className={styles.hint}>
        {insert ? words.insertHint : words.tooLarge}
      </Text>
      <Letters letters={letters} />
      {summary.held > 0 && <Text>{fill(locale.notice.zip.held, { held: summary.held })}</Text>}
    </section>
  );
}

/** What goes back to the schools. */
function Letters({ letters }: Pick<MadeSummary, "letters">) {
  const styles = useStyles();
  const { locale, around } = useTools();
  const { reviewing } = useTools().effects;
  const words = locale.notice.zip;
  if (!letters) return <Text>{words.none}</Text>;
  return (
    <div>
      <Text block>{fill(words.made, { ...letters.count })}</Text>
      {around.platform === "other" ? (
        <>
          <Button className={styles.letters} icon={<MailRegular />} onClick={() => reviewing.download(letters.file)}>
            {words.take}
          </Button>
          <Text block size={200} className={styles.hint}>
            {words.hint}
          </Text>
        </>
      ) : (
        <Text block>
          {locale.pane.review.noLetters} <PageLink url={around.pageUrl}>{locale.pane.openPage}</PageLink>
        </Text>
      )}
    </div>
  );
}

/** A list that folds; absent where there is nothing in it. */
function Fold(props: {
  readonly title: ReactNode;
  readonly items: readonly { readonly name: string; readonly why: string }[];
  readonly open?: boolean;
}) {
  const styles = useStyles();
  const { title, items, open = false } = props;
  if (items.length === 0) return null;
  return (
    <details open={open}>
      <summary className={styles.summary}>{title}</summary>
      <ul className={styles.list} tabIndex={0}>
        {items.map(({ name, why }, index) => (
          <li key={index}>
            {name}
            {why !== "" && <span className={styles.why}>{why}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
