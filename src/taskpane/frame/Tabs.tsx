import { CounterBadge, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { fill } from "../../locales";
import { useTools } from "../pane";
import { findingsOf, type PaneState, type Tab as TabName } from "../state/model";
import { blockingOf } from "../state/rows";

const useStyles = makeStyles({
  tabs: { flexShrink: 0, padding: `0 ${tokens.spacingHorizontalXS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: { flexGrow: 1, justifyContent: "center" },
  label: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

const ORDER: readonly TabName[] = ["fill", "check", "send"];

/** The id of a tab, by which its screen is named. */
export function tabId(tab: TabName): string {
  return `tab-${tab}`;
}

/** 填报 | 检查 | 报送, with the number of what blocks. */
export function Tabs({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { locale, dispatch } = useTools();
  const words = locale.pane;
  const count = blockingOf(findingsOf(state)).length;
  return (
    <TabList
      className={styles.tabs}
      aria-label={words.tabs.label}
      selectedValue={state.screen.kind}
      onTabSelect={(_, { value }) => {
        const to = ORDER.find((tab) => tab === value);
        if (to) dispatch({ kind: "went", to });
      }}
    >
      {ORDER.map((tab) => (
        <Tab key={tab} value={tab} id={tabId(tab)} className={styles.tab} aria-controls="screen">
          <span className={styles.label}>
            {words.tabs[tab]}
            {tab === "check" && count > 0 && (
              <CounterBadge count={count} overflowCount={999} size="small" color="danger" aria-label={fill(words.tabBlocks, { count })} role="img" />
            )}
          </span>
        </Tab>
      ))}
    </TabList>
  );
}
