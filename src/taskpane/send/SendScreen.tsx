import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, WarningFilled, DocumentAddRegular, MailRegular, SaveRegular } from "@fluentui/react-icons";
import type { Checked } from "../../actions/check";
import { fill, type Locale } from "../../locales";
import { StatusView } from "../../ui/StatusView";
import { Panel } from "../frame/Panel";
import { useTools } from "../pane";
import type { PaneState } from "../state/model";
import { blockingOf } from "../../ui/form/rows";
import { goingAlong, holdsMore } from "../../ui/form/beside";
import { BesideSheets } from "../../ui/send/BesideSheets";
import { Blocking } from "./Blocking";
import type { HandingOut } from "../../ui/send/handing-out";
import { SealCode } from "../../ui/send/SealCode";
import { SendMail } from "../../ui/send/SendMail";

const useStyles = makeStyles({
  parts: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  step: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  hint: { color: tokens.colorNeutralForeground2 },
  ready: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
    color: tokens.colorStatusSuccessForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** 报送: what still blocks; sealing and saving; the files that are sent. */
export function SendScreen({ state }: { readonly state: PaneState }) {
  const { locale, dispatch } = useTools();
  const { book } = state;
  return (
    <Panel tab="send">
      {book.kind === "none" || book.kind === "refused" ? (
        <StatusView tone="calm" icon={<DocumentAddRegular />} title={locale.pane.check.noForm} text={locale.pane.check.noFormNext}>
          <Button appearance="primary" onClick={() => dispatch({ kind: "went", to: book.kind === "none" ? "fill" : "check" })}>
            {book.kind === "none" ? locale.pane.tabs.fill : locale.pane.tabs.check}
          </Button>
        </StatusView>
      ) : (
        <Steps state={state} />
      )}
    </Panel>
  );
}

/** That everything passes, under the seal it has or should get; that it can be sent only where nothing beside the form asks for a decision first. */
function sayReady({ status, seal }: Checked, beside: Checked["form"]["beside"], { pane }: Locale): string {
  if (seal.state === "changed") return pane.check.changedTitle;
  const decide = holdsMore(beside);
  if (status === "explained") return decide ? pane.check.explained : pane.send.readyExplained;
  return decide ? pane.check.clean : pane.send.ready;
}

function Steps({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { locale, effects, around } = useTools();
  const words = locale.pane.send;
  const { book, task, outgoing } = state;
  const checked = book.kind === "checked" ? book.checked : undefined;
  const blocking = checked ? blockingOf(checked.findings) : [];
  const { office } = around.catalogue.form.recipient;
  const sealed = checked?.seal.state === "sealed";
  const ready = checked !== undefined && checked.status !== "blocked";
  const handing: HandingOut = {
    platform: around.platform,
    download: (file) => effects.sending.download(file),
    openCopy: (file) => void effects.sending.openCopy(file),
  };
  return (
    <div className={styles.parts}>
      {checked && ready && (
        <div className={styles.ready}>
          {checked.seal.state === "changed" ? (
            <WarningFilled fontSize={20} aria-hidden />
          ) : (
            <CheckmarkCircleFilled fontSize={20} aria-hidden />
          )}
          {sayReady(checked, goingAlong(checked, locale), locale)}
        </div>
      )}
      {checked && !ready && <Blocking checked={checked} blocking={blocking} />}
      <div className={styles.step}>
        <Button
          appearance={ready && !sealed ? "primary" : "secondary"}
          size="large"
          icon={<SaveRegular />}
          disabledFocusable={task !== undefined}
          onClick={() => void effects.sending.save()}
        >
          {words.save}
        </Button>
        <Text size={200} className={styles.hint}>
          {words.saveHint}
        </Text>
      </div>
      {checked && <SealCode seal={checked.seal} button={words.save} />}
      {checked && !outgoing && (
        <BesideSheets beside={goingAlong(checked, locale)} dropSummary={() => void effects.sending.dropSummary(false)} />
      )}
      <div className={styles.step}>
        <Button
          appearance={ready && sealed && !outgoing ? "primary" : "secondary"}
          size="large"
          icon={<MailRegular />}
          disabledFocusable={task !== undefined}
          onClick={() => void effects.sending.send()}
        >
          {words.file}
        </Button>
        <Text size={200} className={styles.hint}>
          {fill(words.fileHint, { office })}
        </Text>
      </div>
      {outgoing && <SendMail outgoing={outgoing} busy={task !== undefined} handing={handing} />}
    </div>
  );
}
