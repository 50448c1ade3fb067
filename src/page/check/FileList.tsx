import { Button } from "@fluentui/react-components";
import { memo, useEffect, useState, type RefObject } from "react";
import { sayPeriod } from "../../actions/report/reporter";
import { fill, sayRefusal, type Locale } from "../../locales";
import { useSlices } from "../../ui/slices";
import { Confirm } from "../Confirm";
import { whenThere } from "../form/when-there";
import { useWorkspace, usePageTools } from "../tools";
import type { Workspace } from "../work/workspace";
import { isUnsaved, tallyOf, type PageFile } from "../work/files";
import { ProgressBar } from "./ProgressBar";
import { Reports } from "./Reports";
import { Heads } from "../Heads";

/** Rows drawn in one frame. */
const SLICE = 20;

const linkId = (file: number): string => `file-${file}`;

/** All files with how they came off; each can be opened. @param props.from the file that somebody comes back from */
export function FileList({ from }: { readonly from: RefObject<number | undefined> }) {
  const { locale, workspace } = usePageTools();
  const { files, progress } = useWorkspace();
  const drawn = useSlices(files.length, SLICE, 0);
  const [asked, setAsked] = useState<number | "all">();
  useEffect(() => {
    const link = (): HTMLElement | null => document.getElementById(linkId(from.current ?? NaN));
    return whenThere(link, (element) => {
      if (document.activeElement === document.body) element.focus();
    });
  }, [from]);
  const words = locale.page.files;
  const report = locale.commands.report;
  const drop = (which: number | "all"): void => {
    workspace.remove(files.map(({ id }) => id).filter((id) => which === "all" || which === id));
    setAsked(undefined);
  };
  const ask = (which: number | "all"): void => {
    if (files.some((file) => (which === "all" || which === file.id) && (isUnsaved(file) || workspace.typed.has(file.id)))) setAsked(which);
    else drop(which);
  };
  return (
    <section aria-label={words.title}>
      <ProgressBar progress={progress} label={words.progress} />
      {!progress && (
        <p role="status" className="tally">
          {fill(words.summary, { ...tallyOf(files) })}
        </p>
      )}
      <div className="actions">
        <Reports />
        <Button onClick={() => ask("all")}>{words.removeAll}</Button>
      </div>
      <div className="scroll">
        <table className="files">
          <Heads
            of={[
              [words.file],
              [words.school, "school"],
              [words.period, "period"],
              [words.outcome, "outcome"],
              [words.errors, "number"],
              [words.queries, "number"],
              ["", "last"],
            ]}
          />
          <tbody>
            {files.slice(0, drawn).map((file) => (
              <FileRow
                key={file.id}
                file={file}
                typed={workspace.typed.has(file.id)}
                locale={locale}
                report={report}
                workspace={workspace}
                ask={ask}
              />
            ))}
          </tbody>
        </table>
      </div>
      {asked !== undefined && (
        <Confirm
          text={locale.page.work.closeAsk}
          yes={locale.page.work.closeYes}
          no={locale.page.work.closeNo}
          onYes={() => drop(asked)}
          onNo={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

interface RowProps {
  readonly file: PageFile;
  /** An explanation is half typed. */
  readonly typed: boolean;
  readonly locale: Locale;
  readonly report: Locale["commands"]["report"];
  readonly workspace: Workspace;
  readonly ask: (id: number) => void;
}

/** Drawn again only when its own file changed: there may be hundreds. */
const FileRow = memo(
  function FileRow({ file, typed, locale, report, workspace, ask }: RowProps) {
    const { summary, failed, name } = file;
    const words = locale.page.files;
    const counts = summary?.counts;
    const why = summary?.refusal ? sayRefusal(summary.refusal, locale) : failed ? words[failed] : undefined;
    return (
      <tr>
        <th scope="row">
          <button
            type="button"
            id={linkId(file.id)}
            className="link"
            aria-label={fill(words.open, { name })}
            onClick={() => void workspace.open(file.id)}
          >
            {name}
          </button>
          {isUnsaved(file) && <span className="tag">{words.unsaved}</span>}
          {typed && <span className="tag">{words.typed}</span>}
          {why && <p className="why">{why}</p>}
        </th>
        <td className="school">{summary?.school}</td>
        <td className="period">{summary?.period && sayPeriod(summary.period, locale)}</td>
        <td className={`outcome ${failed ? "refused" : (summary?.status ?? "")}`}>
          {failed ? report.status.refused : summary ? report.status[summary.status] : words.waiting}
        </td>
        <td className="number">{counts && counts.fatal + counts.error}</td>
        <td className="number">{counts?.query}</td>
        <td>
          {/* A plain button: hundreds of them are drawn at once. */}
          <button type="button" className="remove" aria-label={fill(words.remove, { name })} onClick={() => ask(file.id)}>
            ×
          </button>
        </td>
      </tr>
    );
  },
  (before, after) => before.file === after.file && before.typed === after.typed && before.locale.tag === after.locale.tag,
);
