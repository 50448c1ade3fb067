import { Button, Spinner } from "@fluentui/react-components";
import { ArrowSyncRegular, DocumentAddRegular, DocumentErrorRegular, DocumentTableRegular, WrenchRegular } from "@fluentui/react-icons";
import { fill, sayRefusal } from "../../locales";
import { StatusView } from "../../ui/StatusView";
import { Panel } from "../frame/Panel";
import { PageLink } from "../frame/Unusable";
import { useTools } from "../pane";
import { countFixes, fixLines } from "../../ui/form/fixes";
import type { PaneState } from "../state/model";
import { Checked } from "../../ui/form/Checked";

/** 检查: what is wrong, where, and what to do about it; or that nothing is. */
export function CheckScreen({ state }: { readonly state: PaneState }) {
  return (
    <Panel tab="check" foot={<Foot state={state} />}>
      <Content state={state} />
    </Panel>
  );
}

function Content({ state }: { readonly state: PaneState }) {
  const { locale, dispatch, around } = useTools();
  const words = locale.pane.check;
  const { book } = state;
  switch (book.kind) {
    case "unknown":
      return <Spinner label={words.checking} />;
    case "none":
      return (
        <StatusView tone="calm" icon={<DocumentAddRegular />} title={words.noForm} text={words.noFormNext}>
          <Button appearance="primary" onClick={() => dispatch({ kind: "went", to: "fill" })}>
            {locale.pane.tabs.fill}
          </Button>
        </StatusView>
      );
    case "refused":
      return (
        <StatusView tone="bad" icon={<DocumentErrorRegular />} title={locale.pane.refusedTitle} text={sayRefusal(book.refusal, locale)}>
          <PageLink url={around.pageUrl}>{locale.pane.openPage}</PageLink>
        </StatusView>
      );
    case "checked":
      return <Checked checked={book.checked} view={state.view} busy={state.task !== undefined} />;
  }
}

function Foot({ state: { book, task } }: { readonly state: PaneState }) {
  const { effects, dispatch, locale } = useTools();
  const words = locale.pane.check;
  const fixes = book.kind === "checked" ? countFixes(book.checked.findings) : 0;
  const stale = book.kind === "checked" && book.stale;
  const time =
    book.kind === "checked"
      ? book.at.toLocaleTimeString(locale.tag, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false })
      : "";
  return (
    <>
      {book.kind === "checked" && fixes > 0 && (
        <Button
          appearance="primary"
          icon={<WrenchRegular />}
          disabledFocusable={task !== undefined}
          onClick={() => dispatch({ kind: "previewed", preview: fixLines(book.checked) })}
        >
          {fill(words.fixAll, { count: fixes })}
        </Button>
      )}
      <Button
        icon={<ArrowSyncRegular />}
        disabledFocusable={task !== undefined}
        title={stale ? words.stale : time === "" ? undefined : fill(words.checkedAt, { time })}
        onClick={() => void effects.checking.check()}
      >
        {task === "check" ? words.checking : words.checkNow}
      </Button>
      {book.kind === "checked" && book.checked.findings.length > 0 && (
        <Button
          icon={<DocumentTableRegular />}
          disabledFocusable={task !== undefined}
          title={words.writeListHint}
          onClick={() => void effects.checking.list()}
        >
          {words.writeList}
        </Button>
      )}
    </>
  );
}
