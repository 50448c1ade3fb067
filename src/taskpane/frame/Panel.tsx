import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Tab } from "../state/model";
import { tabId } from "./Tabs";

const useStyles = makeStyles({
  panel: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    overflowX: "hidden",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    position: "relative",
  },
  foot: {
    flexShrink: 0,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    "> *": { flexGrow: 1 },
  },
});

/** The place of a screen: what scrolls, and below it what is always at hand. */
export function Panel({ tab, foot, children }: { readonly tab: Tab; readonly foot?: ReactNode; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <main className={styles.panel}>
      <div className={styles.panel} role="tabpanel" id="screen" aria-labelledby={tabId(tab)}>
        {/* What scrolls can be reached by the keyboard even where nothing in it takes the focus. */}
        <div className={styles.scroll} tabIndex={-1}>
          {children}
        </div>
        {foot && <div className={styles.foot}>{foot}</div>}
      </div>
    </main>
  );
}
