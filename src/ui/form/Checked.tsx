import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, WarningRegular } from "@fluentui/react-icons";
import type { Checked as CheckedForm } from "../../actions/check";
import { cellNames } from "../../actions/report/words";
import type { SealState } from "../../domain";
import { fill, type Locale } from "../../locales";
import { StatusView } from "../StatusView";
import { useUi } from "../context";
import { useFormActions } from "./actions";
import { goingAlong, holdsMore } from "./beside";
import { requiredOfBlank } from "./blank";
import type { View } from "./view";
import { groupsOf } from "./rows";
import { Counts } from "./Counts";
import { Filter } from "./Filter";
import { FindingList } from "./FindingList";
import { OtherPeriod } from "./OtherPeriod";

const useStyles = makeStyles({
  advice: { display: "block", margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  changed: { display: "block", margin: `${tokens.spacingVerticalS} 0`, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  begin: { display: "block", color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalS },
  code: { display: "block", marginTop: tokens.spacingVerticalM, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  nothing: { display: "block", padding: tokens.spacingVerticalL, textAlign: "center", color: tokens.colorNeutralForeground2 },
});

/** What a check found: counts and list; or the face of a form that passes, with what is only advice below it. */
export function Checked(props: { readonly checked: CheckedForm; readonly view: View; readonly busy: boolean }) {
  const styles = useStyles();
  const { locale, catalogue } = useUi();
  const { checked, view, busy } = props;
  const { findings, status, seal } = checked;
  const groups = groupsOf(checked, view, locale, catalogue.ruleset);
  const required = requiredOfBlank(checked, catalogue.form);
  return (
    <>
      <OtherPeriod issued={checked.form.submission.issued} />
      {checked.carried && <Text className={styles.changed}>{fill(locale.pane.check.carried, { title: catalogue.form.title })}</Text>}
      {status !== "blocked" && <Passed checked={checked} />}
      {status === "blocked" && seal.state === "changed" && <Text className={styles.changed}>{sayChanged(seal, locale)}</Text>}
      {findings.length > 0 && (
        <>
          {required === undefined ? <Counts findings={findings} view={view} /> : <NotBegun required={required} />}
          <Filter view={view} />
          {groups.length === 0 ? (
            <Text className={styles.nothing}>{locale.pane.check.nothingMatches}</Text>
          ) : (
            <FindingList checked={checked} groups={groups} view={view} busy={busy} />
          )}
        </>
      )}
      <Text className={styles.code}>{fill(locale.pane.check.formCode, { version: catalogue.form.version, code: catalogue.code })}</Text>
    </>
  );
}

/** Nobody who has not begun has made errors: what is required, in the place of counts. */
function NotBegun({ required }: { readonly required: number }) {
  const styles = useStyles();
  const { locale } = useUi();
  return (
    <>
      <Text className={styles.changed}>{locale.pane.check.blankForm}</Text>
      <Text className={styles.begin}>{fill(locale.pane.check.blankFormNext, { count: required })}</Text>
    </>
  );
}

/** A seal that no longer fits, and what to do about it. */
function sayChanged({ changed }: Extract<SealState, { readonly state: "changed" }>, locale: Locale): string {
  const cells = cellNames(changed, locale) || locale.commands.report.sealRecordChanged;
  return fill(locale.pane.check.changed, { cells });
}

function Passed({ checked }: { readonly checked: CheckedForm }) {
  const styles = useStyles();
  const { locale } = useUi();
  const actions = useFormActions();
  const words = locale.pane.check;
  const { counts, status, seal } = checked;
  const title = status === "explained" ? words.explained : words.clean;
  const passed = status === "explained" ? fill(words.explainedNext, { count: counts.explained }) : words.cleanNext;
  const text = holdsMore(goingAlong(checked, locale)) ? words.besideNext : passed;
  const changed = seal.state === "changed";
  return (
    <>
      <StatusView
        tone={changed ? "calm" : "good"}
        icon={changed ? <WarningRegular /> : <CheckmarkCircleRegular />}
        title={changed ? words.changedTitle : title}
        text={changed ? sayChanged(seal, locale) : text}
      >
        <Button appearance="primary" onClick={() => actions.toSend()}>
          {words.toSend}
        </Button>
      </StatusView>
      {counts.advisory > 0 && <Text className={styles.advice}>{words.advisoryLeft}</Text>}
    </>
  );
}
