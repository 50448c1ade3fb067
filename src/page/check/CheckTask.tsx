import { XLSX_TYPE } from "../../domain";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { FormActionsProvider } from "../../ui/form/actions";
import { useHandedIn } from "../handed-in";
import { Themed } from "../Themed";
import { useWorkspace, usePageTools } from "../tools";
import { DropZone } from "./DropZone";
import { FileList } from "./FileList";
import { formActions } from "./form-actions";
import { useOpenInAddress } from "./open-in-address";
import { Workbench } from "./Workbench";

/** 检查并报送: files come in; one is open, or all are listed. */
export function CheckTask() {
  const { locale, client, workspace } = usePageTools();
  const { files, open } = useWorkspace();
  const file = files.find(({ id }) => id === open);
  const actions = useMemo(() => formActions(workspace, open), [workspace, open]);

  useOpenInAddress(workspace, open);
  // Whoever comes back from a file goes on where its name stands in the list.
  const last = useRef(open);
  useEffect(() => {
    if (open !== undefined) last.current = open;
  }, [open]);
  useEffect(() => void client.standBy(), [client]);
  const add = useCallback(
    (files: Iterable<File>) => void workspace.add([...files].map((blob) => ({ name: blob.name, blob }))),
    [workspace],
  );
  useHandedIn(useCallback(({ files: handed }: DataTransfer) => add(handed), [add]));

  return (
    <Themed lang={locale.tag}>
      <FormActionsProvider value={actions}>
        {file ? (
          <Workbench key={file.id} file={file} />
        ) : (
          <div className="wide">
            <h1>{locale.page.tasks.check.name}</h1>
            <DropZone small={files.length > 0} words={locale.page.drop} accept={`.xlsx,${XLSX_TYPE}`} take={add} />
            {files.length > 0 && <FileList from={last} />}
          </div>
        )}
      </FormActionsProvider>
    </Themed>
  );
}
