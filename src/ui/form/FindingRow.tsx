import { mergeClasses } from "@fluentui/react-components";
import { memo, useId } from "react";
import type { Checked } from "../../actions/check";
import { ruleTitle } from "../../actions/report/words";
import { address, kindOf, type Finding } from "../../domain";
import { fill, say } from "../../locales";
import { FOCUS_HOME } from "../focus";
import { useUi } from "../context";
import { useFormActions } from "./actions";
import { FindingDetail } from "./FindingDetail";
import { SIGNS, useKindColours } from "../kinds";
import { useRowStyles } from "./row-styles";

interface Props {
  readonly checked: Checked;
  readonly finding: Finding;
  readonly id: string;
  readonly current: boolean;
  readonly expanded: boolean;
  readonly busy: boolean;
}

/** A row that is not told in full shows its finding and nothing else: hundreds of them are not drawn again. */
function showsTheSame(before: Props, after: Props): boolean {
  return (
    !after.expanded && !before.expanded && before.finding === after.finding && before.id === after.id && before.current === after.current
  );
}

/** A finding as a row: what is wrong, and in which cell. A click or Enter leads to the cell and tells it in full. */
export const FindingRow = memo(function FindingRow(props: Props) {
  const styles = useRowStyles();
  const colours = useKindColours();
  const detail = useId();
  const { locale, catalogue } = useUi();
  const actions = useFormActions();
  const { ruleset } = catalogue;
  const { checked, finding, id, current, expanded, busy } = props;
  const kind = kindOf(finding);
  const words = locale.pane.check;
  const said = say(finding, locale, ruleset).message;
  // What could not be judged says the same for every rule: the rule's own title tells them apart.
  const message = finding.state === "notChecked" ? [ruleTitle(finding, locale, ruleset), said].join(locale.commands.report.colon) : said;
  return (
    <>
      <button
        type="button"
        className={mergeClasses(styles.head, expanded && styles.open)}
        data-row={id}
        {...(current ? FOCUS_HOME : {})}
        tabIndex={current ? 0 : -1}
        aria-expanded={expanded}
        aria-controls={expanded ? detail : undefined}
        aria-keyshortcuts={finding.fix ? "Control+Enter" : undefined}
        title={fill(words.revealCell, { cell: address(finding.at) })}
        onClick={() => {
          actions.view({ selected: id, expanded: id });
          void actions.reveal(finding.at);
        }}
        onFocus={() => {
          if (!current) actions.view({ selected: id });
        }}
      >
        <span className={mergeClasses(styles.sign, colours[kind])} role="img" aria-label={words.counts[kind]}>
          {SIGNS[kind]}
        </span>
        <span className={mergeClasses(styles.text, !expanded && styles.clamp)}>{message}</span>
        <span className={styles.cell}>{address(finding.at)}</span>
      </button>
      {expanded && <FindingDetail id={detail} checked={checked} finding={finding} busy={busy} />}
    </>
  );
}, showsTheSame);
