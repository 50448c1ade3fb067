import { Button, Spinner } from "@fluentui/react-components";
import {
  ArrowDownloadRegular,
  ArrowLeftRegular,
  ArrowRedoRegular,
  ArrowUndoRegular,
  DocumentErrorRegular,
  MailRegular,
  WrenchRegular,
} from "@fluentui/react-icons";
import { lazy, Suspense, useEffect } from "react";
import { fill, sayRefusal } from "../../locales";
import { Checked } from "../../taskpane/check/Checked";
import { Announcer } from "../../taskpane/frame/Announcer";
import { Face } from "../../taskpane/frame/Face";
import { NoticeBar } from "../../taskpane/frame/NoticeBar";
import { Made } from "../../taskpane/send/Made";
import { SealCode } from "../../taskpane/send/SealCode";
import { fixLines } from "../../taskpane/state/fixes";
import { blockingOf } from "../../taskpane/state/rows";
import { catalogue } from "../../taskpane/surroundings";
import { FormView } from "../form/FormView";
import { useDesk, usePageTools } from "../tools";
import type { PageFile } from "../work/files";
import { ProgressBar } from "./ProgressBar";
import { Reports } from "./Reports";

const FixPreview = lazy(async () => ({ default: (await import("../../taskpane/check/FixPreview")).FixPreview }));

/** One form: its tables, its findings beside them, and what can be done with it. */
export function Workbench({ file }: { readonly file: PageFile }) {
  const { locale, desk } = usePageTools();
  const { pane, progress } = useDesk();
  const { book, task, screen, notice, view } = pane;
  const words = locale.page.work;
  const checked = book.kind === "checked" ? book.checked : undefined;
  const preview = screen.kind === "check" ? screen.preview : undefined;

  useEffect(() => {
    // The list says which finding it told in full; another language says it anew.
    void desk.again();
  }, [desk, locale.tag]);

  return (
    <div className="bench">
      <Bar file={file} />
      <ProgressBar progress={progress ?? (task ? { done: 0, all: 1 } : undefined)} label={words.busy} />
      <NoticeBar notice={notice} />
      {screen.kind === "bug" && <Face tone="bad" icon={<DocumentErrorRegular />} title={locale.pane.bug.title} text={screen.what} />}
      {book.kind === "refused" && (
        <Face tone="bad" icon={<DocumentErrorRegular />} title={words.refused} text={sayRefusal(book.refusal, locale)} />
      )}
      {book.kind !== "refused" && file.failed && (
        <Face tone="bad" icon={<DocumentErrorRegular />} title={words.refused} text={locale.page.files[file.failed]} />
      )}
      {book.kind === "unknown" && !file.failed && <Spinner className="waiting" label={locale.pane.check.checking} />}
      {checked && (
        <div className="halves">
          <section className="findings" aria-labelledby="findings-title">
            <h2 id="findings-title">{words.findings}</h2>
            <div className="findings-in" tabIndex={-1}>
              <Checked checked={checked} view={view} busy={task !== undefined} />
              {checked.seal.state !== "none" && <SealCode seal={checked.seal} />}
              {pane.files.length > 0 && (
                <Made
                  files={pane.files}
                  howTo={fill(locale.pane.send.howTo, { office: catalogue.form.recipient.office, email: catalogue.form.recipient.email })}
                />
              )}
            </div>
          </section>
          <FormView checked={checked} busy={task !== undefined} />
        </div>
      )}
      {preview && checked && (
        <Suspense>
          <FixPreview lines={preview} />
        </Suspense>
      )}
      <Announcer book={book} />
    </div>
  );
}

function Bar({ file }: { readonly file: PageFile }) {
  const { locale, desk } = usePageTools();
  const { pane, files } = useDesk();
  const { book, task } = pane;
  const words = locale.page.work;
  const checked = book.kind === "checked" ? book.checked : undefined;
  const lines = checked ? fixLines(checked) : [];
  const left = checked ? blockingOf(checked.findings).length : 0;
  const busy = task !== undefined;
  return (
    <div className="bar">
      <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => desk.close()}>
        {words.back}
        {files.length > 1 && ` (${files.length})`}
      </Button>
      <h1 className="file-name">
        {file.name}
        {file.dirty && <span className="tag">{locale.page.files.unsaved}</span>}
      </h1>
      {checked && (
        <div className="actions" role="group" aria-label={words.formTitle}>
          <Button
            icon={<ArrowUndoRegular />}
            aria-label={words.undo}
            title={words.undo}
            disabledFocusable={busy || file.past.length === 0}
            onClick={() => void desk.undo()}
          />
          <Button
            icon={<ArrowRedoRegular />}
            aria-label={words.redo}
            title={words.redo}
            disabledFocusable={busy || file.future.length === 0}
            onClick={() => void desk.redo()}
          />
          {lines.length > 0 && (
            <Button icon={<WrenchRegular />} disabledFocusable={busy} onClick={() => desk.dispatch({ kind: "previewed", preview: lines })}>
              {fill(locale.pane.check.fixAll, { count: lines.length })}
            </Button>
          )}
          <Reports />
          <Button icon={<ArrowDownloadRegular />} disabledFocusable={busy} onClick={() => desk.draft()}>
            {words.draft}
          </Button>
          <Button
            appearance="primary"
            icon={<MailRegular />}
            disabledFocusable={busy || left > 0}
            title={left > 0 ? fill(words.sendBlocked, { count: left }) : undefined}
            onClick={() => void desk.send()}
          >
            {words.send}
          </Button>
        </div>
      )}
      {checked && left > 0 && <p className="left">{fill(words.sendBlocked, { count: left })}</p>}
    </div>
  );
}
