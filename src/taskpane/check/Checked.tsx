import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, WarningRegular } from "@fluentui/react-icons";
import type { Checked as CheckedForm } from "../../actions/check";
import { cellNames } from "../../actions/report/words";
import type { SealState } from "../../domain";
import { fill, type Locale } from "../../locales";
import { Face } from "../frame/Face";
import { useTools } from "../pane";
import type { View } from "../state/model";
import { groupsOf } from "../state/rows";
import { Counts } from "./Counts";
import { Filter } from "./Filter";
import { FindingList } from "./FindingList";

const useStyles = makeStyles({
  advice: { display: "block", margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  changed: { display: "block", margin: `${tokens.spacingVerticalS} 0`, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  nothing: { display: "block", padding: tokens.spacingVerticalL, textAlign: "center", color: tokens.colorNeutralForeground2 },
});

/** What a check found: counts and list; or the face of a form that passes, with what is only advice below it. */
export function Checked(props: { readonly checked: CheckedForm; readonly view: View; readonly busy: boolean }) {
  const styles = useStyles();
  const { locale } = useTools();
  const { checked, view, busy } = props;
  const { findings, status, seal } = checked;
  const groups = groupsOf(checked, view, locale);
  return (
    <>
      {status !== "blocked" && <Passed checked={checked} />}
      {status === "blocked" && seal.state === "changed" && <Text className={styles.changed}>{sayChanged(seal, locale)}</Text>}
      {findings.length > 0 && (
        <>
          <Counts findings={findings} view={view} />
          <Filter view={view} />
          {groups.length === 0 ? (
            <Text className={styles.nothing}>{locale.pane.check.nothingMatches}</Text>
          ) : (
            <FindingList checked={checked} groups={groups} view={view} busy={busy} />
          )}
        </>
      )}
    </>
  );
}

/** A seal that no longer fits, and what to do about it. */
function sayChanged({ changed }: Extract<SealState, { readonly state: "changed" }>, locale: Locale): string {
  const cells = cellNames(changed, locale) || locale.commands.report.sealRecordChanged;
  return fill(locale.pane.check.changed, { cells });
}

function Passed({ checked: { counts, status, seal } }: { readonly checked: CheckedForm }) {
  const styles = useStyles();
  const { locale, dispatch } = useTools();
  const words = locale.pane.check;
  const title = status === "explained" ? words.explained : words.clean;
  const text = status === "explained" ? fill(words.explainedNext, { count: counts.explained }) : words.cleanNext;
  const changed = seal.state === "changed";
  return (
    <>
      <Face
        tone={changed ? "calm" : "good"}
        icon={changed ? <WarningRegular /> : <CheckmarkCircleRegular />}
        title={changed ? words.changedTitle : title}
        text={changed ? sayChanged(seal, locale) : text}
      >
        <Button appearance="primary" onClick={() => dispatch({ kind: "went", to: "send" })}>
          {words.toSend}
        </Button>
      </Face>
      {counts.advisory > 0 && <Text className={styles.advice}>{words.advisoryLeft}</Text>}
    </>
  );
}
