import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useUi } from "./context";

const useStyles = makeStyles({
  bar: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`, flexShrink: 0 },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
});

/** A notice in words. */
export interface SaidNotice {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly title: string;
  readonly cure: string;
}

/**
 * The one thing to tell, with what to do about it.
 * @param more behind the words
 * @param actions buttons
 */
export function NoticeBar(props: {
  readonly said: SaidNotice | undefined;
  readonly onClose: () => void;
  readonly more?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const styles = useStyles();
  const { locale } = useUi();
  const { said, onClose, more, actions } = props;
  if (!said) return <div role="alert" />;
  return (
    <div role="alert">
      <MessageBar intent={said.intent} layout="multiline" className={styles.bar}>
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{said.title}</MessageBarTitle>
          {said.cure}
          {more}
        </MessageBarBody>
        <MessageBarActions
          containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={locale.pane.close} onClick={onClose} />}
        >
          {actions}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
