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
import { lazy, Suspense, useDeferredValue, useEffect, useRef, type RefObject } from "react";
import type { Checked as CheckedForm } from "../../actions/check";
import { mediaTypeOf } from "../../domain";
import { fill, sayRefusal } from "../../locales";
import { download } from "../../ui/browser";
import type { HandingOut } from "../../ui/send/handing-out";
import { Checked } from "../../ui/form/Checked";
import { Announcer } from "../../ui/form/Announcer";
import { StatusView } from "../../ui/StatusView";
import { useKeepFocus } from "../../ui/focus";
import { NoticeBar } from "../../ui/NoticeBar";
import { BesideSheets } from "../../ui/send/BesideSheets";
import { SendMail } from "../../ui/send/SendMail";
import { SealCode } from "../../ui/send/SealCode";
import { countFixes, fixLines } from "../../ui/form/fixes";
import { blockingOf } from "../../ui/form/rows";
import { FormView } from "../form/FormView";
import { useWorkspace, usePageTools } from "../tools";
import { isUnsaved, type PageFile } from "../work/files";
import { sayPageNotice } from "../work/notices";
import type { OpenForm } from "../work/open-form";
import { OfFile } from "./OfFile";
import { ProgressBar } from "./ProgressBar";
import { Reports } from "./Reports";

const FixPreview = lazy(async () => ({ default: (await import("../../ui/form/FixPreview")).FixPreview }));

/** A browser hands out every file by a download. */
const HANDING: HandingOut = { platform: "other", download: ({ name, bytes }) => download(name, bytes, mediaTypeOf(name)) };

/** One form: its tables, its findings beside them, and what can be done with it. */
export function Workbench({ file }: { readonly file: PageFile }) {
  const {
    form: { book },
  } = useWorkspace();
  return (
    <OfFile carried={book.kind === "checked" ? book.checked.carried : undefined}>
      <Opened file={file} />
    </OfFile>
  );
}

function Opened({ file }: { readonly file: PageFile }) {
  const { locale, workspace } = usePageTools();
  const { form, progress } = useWorkspace();
  const { book, task, preview, notice, bug } = form;
  const words = locale.page.work;
  const checked = book.kind === "checked" ? book.checked : undefined;
  const root = useRef<HTMLDivElement>(null);
  useKeepFocus(root);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was pressed to open it went with the list.
    if (document.activeElement === document.body) title.current?.focus();
  }, []);

  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      // In a text these keys belong to the text.
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (event.target as Element).matches("input, textarea")) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      void (key === "y" || event.shiftKey ? workspace.redo() : workspace.undo());
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [workspace]);
  useEffect(() => {
    // The list says which finding it told in full; another language says it anew.
    void workspace.again();
  }, [workspace, locale.tag]);

  return (
    <div className="bench" ref={root}>
      <Bar file={file} title={title} />
      <ProgressBar progress={progress ?? (task ? { done: 0, all: 1 } : undefined)} label={words.busy} />
      <NoticeBar said={notice && sayPageNotice(notice, locale)} onClose={() => workspace.tell(undefined)} />
      {bug !== undefined && <StatusView tone="bad" icon={<DocumentErrorRegular />} title={locale.pane.bug.title} text={bug} />}
      {book.kind === "refused" && (
        <StatusView tone="bad" icon={<DocumentErrorRegular />} title={words.refused} text={sayRefusal(book.refusal, locale)} />
      )}
      {book.kind !== "refused" && file.failed && (
        <StatusView tone="bad" icon={<DocumentErrorRegular />} title={words.refused} text={locale.page.files[file.failed]} />
      )}
      {book.kind === "unknown" && !file.failed && <Spinner className="waiting" label={locale.pane.check.checking} />}
      {checked && <Halves checked={checked} file={file} form={form} />}
      {preview && checked && (
        <Suspense>
          <FixPreview lines={preview} />
        </Suspense>
      )}
      <Announcer checked={checked} />
    </div>
  );
}

/** The findings, and as soon as they stand the form beside them: both in one go would hold up the page. */
function Halves(props: { readonly checked: CheckedForm; readonly file: PageFile; readonly form: OpenForm }) {
  const { locale } = usePageTools();
  const {
    checked,
    file: { sent },
    form: { view, task },
  } = props;
  // What was made under another seal is not what would be sent now.
  const outgoing = checked.seal.state === "sealed" && sent?.code === checked.code ? sent.outgoing : undefined;
  const whole = useDeferredValue(true, false);
  const busy = task !== undefined;
  return (
    <div className="halves">
      <section className="findings" aria-labelledby="findings-title">
        <h2 id="findings-title">{locale.page.work.findings}</h2>
        <div className="findings-in" tabIndex={-1}>
          {!outgoing && <BesideSheets beside={checked.form.beside} />}
          <Checked checked={checked} view={view} busy={busy} />
          {checked.seal.state !== "none" && <SealCode seal={checked.seal} button={locale.page.work.send} />}
          {outgoing && <SendMail outgoing={outgoing} busy={busy} handing={HANDING} />}
        </div>
      </section>
      {whole && <FormView checked={checked} />}
    </div>
  );
}

function Bar({ file, title }: { readonly file: PageFile; readonly title: RefObject<HTMLHeadingElement | null> }) {
  const { locale, workspace } = usePageTools();
  const { form, files } = useWorkspace();
  const { book, task } = form;
  const words = locale.page.work;
  const checked = book.kind === "checked" ? book.checked : undefined;
  const fixes = checked ? countFixes(checked.findings) : 0;
  const left = checked ? blockingOf(checked.findings).length : 0;
  // There from the start, so that nothing jumps when the check is done. What waits its turn can be pressed at any time: to leave a cell
  // for a button is to enter what was typed, and the press must not be lost over it.
  const ready = checked !== undefined;
  return (
    <div className="bar">
      <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => workspace.close()}>
        {words.back}
        {files.length > 1 && ` (${files.length})`}
      </Button>
      <h1 className="file-name" ref={title} tabIndex={-1}>
        {file.name}
        {isUnsaved(file) && <span className="tag">{locale.page.files.unsaved}</span>}
      </h1>
      {book.kind !== "refused" && !file.failed && (
        <div className="actions" role="group" aria-label={words.formTitle}>
          <Button
            icon={<ArrowUndoRegular />}
            aria-label={words.undo}
            aria-keyshortcuts="Control+Z"
            title={`${words.undo} (Ctrl+Z)`}
            disabledFocusable={!ready || file.past.length === 0}
            onClick={() => void workspace.undo()}
          />
          <Button
            icon={<ArrowRedoRegular />}
            aria-label={words.redo}
            aria-keyshortcuts="Control+Y"
            title={`${words.redo} (Ctrl+Y)`}
            disabledFocusable={!ready || file.future.length === 0}
            onClick={() => void workspace.redo()}
          />
          {checked && fixes > 0 && (
            <Button icon={<WrenchRegular />} disabledFocusable={task !== undefined} onClick={() => workspace.preview(fixLines(checked))}>
              {fill(locale.pane.check.fixAll, { count: fixes })}
            </Button>
          )}
          <Reports />
          <Button icon={<ArrowDownloadRegular />} disabledFocusable={!ready} onClick={() => void workspace.draft()}>
            {words.draft}
          </Button>
          <Button
            appearance="primary"
            icon={<MailRegular />}
            disabledFocusable={!ready || left > 0}
            title={left > 0 ? fill(words.sendBlocked, { count: left }) : undefined}
            onClick={() => void workspace.send()}
          >
            {words.send}
          </Button>
        </div>
      )}
      {checked && left > 0 && <p className="left">{fill(words.sendBlocked, { count: left })}</p>}
    </div>
  );
}
