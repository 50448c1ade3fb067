import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type KeyboardEvent } from "react";
import type { Checked } from "../../actions/check";
import { fill } from "../../locales";
import { useUi } from "../context";
import { useFormActions } from "./actions";
import { fixLineOf } from "./fixes";
import { allRows, type Group, type Row } from "./rows";
import type { View } from "./view";
import { useSlices } from "../slices";
import { loadExplain } from "./FindingDetail";
import { FindingRow } from "./FindingRow";
import { FoldRow } from "./FoldRow";

const useStyles = makeStyles({
  group: { marginTop: tokens.spacingVerticalM },
  heading: {
    margin: 0,
    position: "sticky",
    // Above the padding of what scrolls.
    top: `calc(-1 * ${tokens.spacingVerticalM})`,
    zIndex: 1,
    display: "flex",
    gap: tokens.spacingHorizontalS,
    alignItems: "baseline",
    padding: `${tokens.spacingVerticalXS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  programme: {
    flexGrow: 1,
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  count: { marginLeft: "auto", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  keys: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

/** Rows drawn in one frame, and those drawn together with all around them. */
const SLICE = 20;
const FIRST = 10;

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** The findings by sheet. One of the rows is in the tab order; the arrow keys walk all of them, across sheets. */
export function FindingList(props: {
  readonly checked: Checked;
  readonly groups: readonly Group[];
  readonly view: View;
  readonly busy: boolean;
}) {
  const styles = useStyles();
  const { locale } = useUi();
  const actions = useFormActions();
  const { checked, groups, view, busy } = props;
  const list = useRef<HTMLDivElement>(null);
  const rows = allRows(groups);
  const drawn = new Set(rows.slice(0, useSlices(rows.length, SLICE, FIRST)));
  const current = useCurrent(rows, view.selected);
  useEffect(() => void loadExplain().catch(() => undefined), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    // While Chinese is being composed, keys belong to the input method; in a text they belong to the text.
    if (event.nativeEvent.isComposing || event.altKey || !isHead(event.target)) return;
    const row = rows[current];
    if (event.ctrlKey || event.metaKey) {
      // Never a letter alone: what writes into the sheet takes a key that nobody presses by mistake.
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (row?.kind === "finding" && row.finding.fix && !busy) void actions.fix(fixLineOf(row.finding));
      return;
    }
    const step = STEPS[event.key];
    if (step) {
      const next = rows[step(current, rows.length - 1)];
      if (!next) return;
      event.preventDefault();
      actions.view({ selected: next.key });
      headOf(list.current, next.key)?.focus();
    } else if (event.key === "Escape") {
      actions.view({ expanded: undefined });
    }
  };

  return (
    // The rows are buttons; the keys that lead from one to the next are caught once, here.
    <div
      ref={list}
      onKeyDown={onKeyDown}
      role="group"
      aria-label={locale.pane.check.list}
      aria-describedby="list-keys"
      aria-busy={drawn.size < rows.length}
    >
      <span id="list-keys" className={styles.keys}>
        {locale.pane.check.keys}
      </span>
      {groups.map(({ sheet, programme, count, rows: its }) => (
        <section key={sheet} className={styles.group}>
          <h2 className={styles.heading}>
            {sheet}
            {programme && <span className={styles.programme}>{programme}</span>}
            <span className={styles.count}>{fill(locale.pane.check.groupCount, { count })}</span>
          </h2>
          <ul className={styles.list}>
            {its
              .filter((row) => drawn.has(row))
              .map((row) => (
                <li key={row.key}>
                  {row.kind === "fold" ? (
                    <FoldRow row={row} current={row === rows[current]} />
                  ) : (
                    <FindingRow
                      checked={checked}
                      finding={row.finding}
                      id={row.key}
                      current={row === rows[current]}
                      expanded={view.expanded === row.key}
                      busy={busy}
                    />
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Where in the list the person is: at the selected row, or at the one that took its place when it went. */
function useCurrent(rows: readonly Row[], selected: string | undefined): number {
  const last = useRef(0);
  const found = rows.findIndex(({ key }) => key === selected);
  const current = found >= 0 ? found : Math.min(last.current, Math.max(rows.length - 1, 0));
  useEffect(() => {
    last.current = current;
  }, [current]);
  return current;
}

function isHead(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset["row"] !== undefined;
}

function headOf(list: HTMLElement | null, key: string): HTMLElement | undefined {
  return [...(list?.querySelectorAll<HTMLElement>("[data-row]") ?? [])].find((element) => element.dataset["row"] === key);
}
