import { useEffect, useMemo } from "react";
import { copy } from "../../taskpane/browser";
import { ToolsProvider } from "../../taskpane/pane";
import type { Message } from "../../taskpane/state/model";
import { deeds } from "../deeds";
import { Look } from "../Look";
import { useDesk, usePageTools } from "../tools";
import { DropZone } from "./DropZone";
import { FileList } from "./FileList";
import { Workbench } from "./Workbench";

/** 检查并报送: files come in; one is open, or all are listed. */
export function CheckTask() {
  const { locale, client, desk } = usePageTools();
  const { files, open } = useDesk();
  const file = files.find(({ id }) => id === open);
  const tools = useMemo(
    () => ({
      locale,
      // Where the pane goes to its step 报送, the page makes the files at once.
      dispatch: (message: Message) => (message.kind === "went" ? void desk.send() : desk.dispatch(message)),
      effects: deeds(desk),
      around: { today: () => new Date(), copy, pageUrl: "" },
    }),
    [locale, desk],
  );

  useEffect(() => void client.ready(), [client]);
  useEffect(() => {
    const take = (list: Chosen, event: Event): void => {
      const chosen = [...(list ?? [])];
      if (chosen.length === 0) return;
      event.preventDefault();
      void desk.add(chosen.map((blob) => ({ name: blob.name, blob })));
    };
    const paste = (event: ClipboardEvent): void => take(event.clipboardData?.files, event);
    const drop = (event: DragEvent): void => take(event.dataTransfer?.files, event);
    // Without this a file that misses the marked place would take the page's own place.
    const over = (event: DragEvent): void => event.preventDefault();
    window.addEventListener("paste", paste);
    window.addEventListener("drop", drop);
    window.addEventListener("dragover", over);
    return () => {
      window.removeEventListener("paste", paste);
      window.removeEventListener("drop", drop);
      window.removeEventListener("dragover", over);
    };
  }, [desk]);

  return (
    <Look lang={locale.tag}>
      <ToolsProvider value={tools}>
        {file ? (
          <Workbench file={file} />
        ) : (
          <div className="wide">
            <h1>{locale.page.tasks.check.name}</h1>
            <DropZone small={files.length > 0} />
            {files.length > 0 && <FileList />}
          </div>
        )}
      </ToolsProvider>
    </Look>
  );
}

type Chosen = globalThis.FileList | undefined;
