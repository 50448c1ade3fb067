import { Button } from "@fluentui/react-components";
import { NoticeBar } from "../../ui/NoticeBar";
import type { LiveTrouble } from "../../workbook/port";
import { useTools } from "../pane";
import type { Notice } from "../state/model";
import { sayNotice } from "./say-notice";
import { PageLink } from "./Unusable";

/** Trouble whose cure is the browser page. */
const PAGE_CURES: ReadonlySet<LiveTrouble["kind"]> = new Set(["no-bytes", "no-new-workbook", "damaged-insert"]);

function leadsToPage(notice: Notice): boolean {
  return notice.kind === "trouble" && PAGE_CURES.has(notice.trouble.kind);
}

/** The notice of the pane, with what can be done about it from here. */
export function PaneNotice({ notice }: { readonly notice: Notice | undefined }) {
  const { locale, around, dispatch, effects } = useTools();
  return (
    <NoticeBar
      said={notice && sayNotice(notice, locale)}
      onClose={() => dispatch({ kind: "told", notice: undefined })}
      more={
        notice && leadsToPage(notice) ? (
          <>
            {" "}
            <PageLink url={around.pageUrl}>{locale.pane.openPage}</PageLink>
          </>
        ) : undefined
      }
      actions={
        <>
          {notice && "undo" in notice && (
            <Button size="small" onClick={() => void effects.checking.undo()}>
              {locale.pane.notice.undo}
            </Button>
          )}
          {notice?.kind === "saved-unchecked" && (
            <Button size="small" onClick={() => void effects.sending.save()}>
              {locale.pane.send.save}
            </Button>
          )}
        </>
      }
    />
  );
}
