import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { LiveTrouble } from "../workbook/port";
import { useTools } from "../taskpane/pane";
import type { Notice } from "../taskpane/state/model";
import { sayNotice } from "../taskpane/frame/say-notice";
import { PageLink } from "../taskpane/frame/Unusable";

const useStyles = makeStyles({
  bar: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`, flexShrink: 0 },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
});

/** Trouble whose cure is the browser page. */
const PAGE_CURES: ReadonlySet<LiveTrouble["kind"]> = new Set(["no-bytes", "no-new-workbook", "damaged-insert"]);

function leadsToPage(notice: Notice): boolean {
  return notice.kind === "trouble" && PAGE_CURES.has(notice.trouble.kind);
}

/** The one thing to tell, with what to do about it. */
export function NoticeBar({ notice }: { readonly notice: Notice | undefined }) {
  const styles = useStyles();
  const { locale, around, dispatch, effects } = useTools();
  if (!notice) return <div role="alert" />;
  const { intent, title, cure } = sayNotice(notice, locale);
  return (
    <div role="alert">
      <MessageBar intent={intent} layout="multiline" className={styles.bar}>
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{title}</MessageBarTitle>
          {cure}
          {leadsToPage(notice) && (
            <>
              {" "}
              <PageLink url={around.pageUrl}>{locale.pane.openPage}</PageLink>
            </>
          )}
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
