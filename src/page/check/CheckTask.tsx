import { XLSX_TYPE } from "../../domain";
import { useCallback, useEffect, useMemo } from "react";
import { ToolsProvider } from "../../taskpane/pane";
import type { Message } from "../../taskpane/state/model";
import { around, deeds } from "../deeds";
import { useHandedIn } from "../handed-in";
import { Look } from "../Look";
import { useDesk, usePageTools } from "../tools";
import { DropZone } from "./DropZone";
import { FileList } from "./FileList";
import { Workbench } from "./Workbench";

/** 检查并报送: files come in; one is open, or all are listed. */
export function CheckTask() {
  const { catalogue, locale, client, desk } = usePageTools();
  const { files, open } = useDesk();
  const file = files.find(({ id }) => id === open);
  const tools = useMemo(
    () => ({
      locale,
      // Where the pane goes to its step 报送, the page makes the files at once.
      dispatch: (message: Message) => (message.kind === "went" ? void desk.send() : desk.dispatch(message)),
      effects: deeds(desk),
      around: around(catalogue),
    }),
    [catalogue, locale, desk],
  );

  useEffect(() => void client.ready(), [client]);
  const add = useCallback((files: Iterable<File>) => void desk.add([...files].map((blob) => ({ name: blob.name, blob }))), [desk]);
  useHandedIn(useCallback(({ files: handed }: DataTransfer) => add(handed), [add]));

  return (
    <Look lang={locale.tag}>
      <ToolsProvider value={tools}>
        {file ? (
          <Workbench file={file} />
        ) : (
          <div className="wide">
            <h1>{locale.page.tasks.check.name}</h1>
            <DropZone small={files.length > 0} words={locale.page.drop} accept={`.xlsx,${XLSX_TYPE}`} take={add} />
            {files.length > 0 && <FileList />}
          </div>
        )}
      </ToolsProvider>
    </Look>
  );
}
