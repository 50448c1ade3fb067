import { CounterBadge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import { fill } from "../../locales";
import { useTools } from "../pane";
import { requiredOfBlank } from "../../ui/form/blank";
import { findingsOf, type PaneState, type Tab as TabName } from "../state/model";
import { blockingOf } from "../../ui/form/rows";

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    display: "flex",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    font: "inherit",
    color: tokens.colorNeutralForeground2,
    flexGrow: 1,
    flexBasis: 0,
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingHorizontalXS,
    border: "none",
    borderBottom: "3px solid transparent",
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    backgroundColor: "transparent",
    cursor: "pointer",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS} calc(${tokens.spacingVerticalS} - 3px)`,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

const ORDER: readonly TabName[] = ["fill", "check", "send", "review"];
const STEPS: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => (at + 1) % ORDER.length,
  ArrowLeft: (at) => (at + ORDER.length - 1) % ORDER.length,
  Home: () => 0,
  End: () => ORDER.length - 1,
};

/** The id of a tab, by which its screen is named. */
export function tabId(tab: TabName): string {
  return `tab-${tab}`;
}

/**
 * 填报 | 检查 | 报送 | 汇总, with the number of what blocks. Our own buttons instead of Fluent's TabList, which brings a focus manager
 * of 25 kB into what is loaded first.
 */
export function Tabs({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { locale, dispatch, around } = useTools();
  const words = locale.pane;
  const required =
    state.book.kind === "checked" ? requiredOfBlank(state.book.checked, (state.book.checked.carried ?? around.catalogue).form) : undefined;
  const count = required ?? blockingOf(findingsOf(state)).length;
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const next = STEPS[event.key]?.(at);
    const to = next === undefined ? undefined : ORDER[next];
    if (to === undefined) return;
    event.preventDefault();
    document.getElementById(tabId(to))?.focus();
    dispatch({ kind: "went", to });
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={words.tabs.label}>
      {ORDER.map((tab, at) => {
        const selected = state.screen.kind === tab;
        return (
          <button
            key={tab}
            type="button"
            role="tab"
            id={tabId(tab)}
            aria-selected={selected}
            aria-controls={selected ? "screen" : undefined}
            tabIndex={selected ? 0 : -1}
            className={mergeClasses(styles.tab, selected && styles.selected)}
            onClick={() => dispatch({ kind: "went", to: tab })}
            onKeyDown={(event) => onKeyDown(event, at)}
          >
            {words.tabs[tab]}
            {tab === "check" && count > 0 && (
              <CounterBadge
                count={count}
                overflowCount={999}
                size="small"
                color={required === undefined ? "danger" : "informative"}
                aria-label={fill(words.tabBlocks, { count })}
                role="img"
              />
            )}
          </button>
        );
      })}
    </div>
  );
}
