import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useTools } from "../pane";
import type { Notice } from "../state/model";
import { sayNotice } from "./say-notice";

const useStyles = makeStyles({
  bar: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`, flexShrink: 0 },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
});

/** The one thing to tell, with what to do about it. */
export function NoticeBar({ notice }: { readonly notice: Notice | undefined }) {
  const styles = useStyles();
  const { locale, dispatch, effects } = useTools();
  if (!notice) return <div role="alert" />;
  const { intent, title, cure } = sayNotice(notice, locale);
  return (
    <div role="alert">
      <MessageBar intent={intent} layout="multiline" className={styles.bar}>
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{title}</MessageBarTitle>
          {cure}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={locale.pane.close}
              onClick={() => dispatch({ kind: "told", notice: undefined })}
            />
          }
        >
          {"undo" in notice && (
            <Button size="small" onClick={() => void effects.checking.undo()}>
              {locale.pane.notice.undo}
            </Button>
          )}
          {notice.kind === "saved-unchecked" && (
            <Button size="small" onClick={() => void effects.sending.save()}>
              {locale.pane.send.save}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
