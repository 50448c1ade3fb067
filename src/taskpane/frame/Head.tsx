import { makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { sayPeriod } from "../../actions/report/reporter";
import { fill } from "../../locales";
import { useTools } from "../pane";
import type { PaneState } from "../state/model";

const useStyles = makeStyles({
  head: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`, flexShrink: 0 },
  about: { display: "block", color: tokens.colorNeutralForeground2, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  bar: { position: "absolute", top: 0, left: 0, right: 0 },
});

/** Whose form it is, and a bar while something is under way. */
export function Head({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { locale } = useTools();
  const about = aboutOf(state, locale);
  return (
    <header className={styles.head}>
      {state.task && <ProgressBar className={styles.bar} thickness="medium" aria-label={locale.pane.working} />}
      <Text size={200} className={styles.about} title={about}>
        {about}
      </Text>
    </header>
  );
}

function aboutOf({ book }: PaneState, locale: ReturnType<typeof useTools>["locale"]): string {
  if (book.kind !== "checked") return book.kind === "none" ? locale.pane.noForm : locale.pane.title;
  const { school, period } = book.checked.form.submission.issued;
  return fill(locale.pane.about, { school, period: sayPeriod(period, locale) });
}
