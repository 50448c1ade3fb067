import { mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { kindOf } from "../../domain";
import { fill, say } from "../../locales";
import { FOCUS_HOME } from "../focus";
import { useUi } from "../context";
import { useFormActions } from "./actions";
import type { Row } from "./rows";
import { SIGNS, useKindColours } from "../kinds";
import { useRowStyles } from "./row-styles";

/** A run of like findings as one row, until it is unfolded. */
export function FoldRow({ row, current }: { readonly row: Extract<Row, { kind: "fold" }>; readonly current: boolean }) {
  const styles = useRowStyles();
  const colours = useKindColours();
  const { locale, catalogue } = useUi();
  const actions = useFormActions();
  const first = row.findings[0]!;
  const kind = kindOf(first);
  // Relations that could not be judged are of many rules; all others in a run break the same one.
  const title = first.state === "notChecked" ? locale.state.notChecked : say(first, locale, catalogue.ruleset).brief;
  return (
    <button
      type="button"
      className={styles.head}
      data-row={row.key}
      {...(current ? FOCUS_HOME : {})}
      tabIndex={current ? 0 : -1}
      aria-expanded={row.open}
      onClick={() => actions.view({ fold: { key: row.key, open: !row.open } })}
    >
      <span className={mergeClasses(styles.sign, colours[kind])} aria-hidden>
        {SIGNS[kind]}
      </span>
      <span className={styles.text}>{fill(locale.pane.check.folded, { title, count: row.findings.length })}</span>
      <span className={styles.sign} aria-hidden>
        {row.open ? <ChevronDownRegular /> : <ChevronRightRegular />}
      </span>
    </button>
  );
}
