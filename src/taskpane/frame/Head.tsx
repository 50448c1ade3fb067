import { makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { sayPeriod } from "../../actions/report/reporter";
import { fill, type Locale } from "../../locales";
import { useTools } from "../pane";
import type { PaneState } from "../state/model";
import { savedVerdict } from "../state/saved";

const useStyles = makeStyles({
  head: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`, flexShrink: 0 },
  about: { display: "block", color: tokens.colorNeutralForeground2, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  saved: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  bar: { position: "absolute", top: 0, left: 0, right: 0 },
});

/** Whose form it is, what of it is saved where Excel saves by itself, and a bar while something is under way. */
export function Head({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { locale } = useTools();
  const about = aboutOf(state, locale);
  const saved = savedOf(state, locale);
  return (
    <header className={styles.head}>
      {state.task && <ProgressBar className={styles.bar} thickness="medium" aria-label={locale.pane.working} />}
      <Text size={200} className={styles.about} title={about}>
        {about}
      </Text>
      {saved !== undefined && (
        <Text size={200} className={styles.saved}>
          {saved}
        </Text>
      )}
    </header>
  );
}

/** Where Excel saves by itself: what the last check says of it. Nobody is told at each save. */
function savedOf({ autoSave, book }: PaneState, { pane }: Locale): string | undefined {
  if (!autoSave || book.kind !== "checked") return undefined;
  const verdict = savedVerdict(book.checked);
  return fill(pane.autoSave[verdict.kind], "count" in verdict ? { count: verdict.count } : {});
}

function aboutOf({ book }: PaneState, locale: Locale): string {
  if (book.kind !== "checked") return book.kind === "none" ? locale.pane.noForm : locale.pane.title;
  const { school, period } = book.checked.form.submission.issued;
  return fill(locale.pane.about, { school, period: sayPeriod(period, locale) });
}
