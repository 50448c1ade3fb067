import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import type { Checked as CheckedForm } from "../../actions/check";
import { fill } from "../../locales";
import { Face } from "../frame/Face";
import { useTools } from "../pane";
import type { View } from "../state/model";
import { groupsOf } from "../state/rows";
import { Counts } from "./Counts";
import { Filter } from "./Filter";
import { FindingList } from "./FindingList";

const useStyles = makeStyles({
  advice: { display: "block", margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  nothing: { display: "block", padding: tokens.spacingVerticalL, textAlign: "center", color: tokens.colorNeutralForeground2 },
});

/** What a check found: counts and list; or the face of a form that passes, with what is only advice below it. */
export function Checked(props: { readonly checked: CheckedForm; readonly view: View; readonly busy: boolean }) {
  const styles = useStyles();
  const { locale } = useTools();
  const { checked, view, busy } = props;
  const { findings, status } = checked;
  const groups = groupsOf(checked, view, locale);
  return (
    <>
      {status !== "blocked" && <Passed checked={checked} />}
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

function Passed({ checked: { counts, status } }: { readonly checked: CheckedForm }) {
  const styles = useStyles();
  const { locale, dispatch } = useTools();
  const words = locale.pane.check;
  const explained = status === "explained";
  return (
    <>
      <Face
        tone="good"
        icon={<CheckmarkCircleRegular />}
        title={explained ? words.explained : words.clean}
        text={explained ? fill(words.explainedNext, { count: counts.explained }) : words.cleanNext}
      >
        <Button appearance="primary" onClick={() => dispatch({ kind: "went", to: "send" })}>
          {words.toSend}
        </Button>
      </Face>
      {counts.advisory > 0 && <Text className={styles.advice}>{words.advisoryLeft}</Text>}
    </>
  );
}
