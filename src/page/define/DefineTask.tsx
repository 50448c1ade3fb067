import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useState } from "react";
import { XLSX_TYPE } from "../../domain";
import { download } from "../../ui/browser";
import { Bug } from "../Bug";
import { DropZone } from "../check/DropZone";
import { ProgressBar } from "../check/ProgressBar";
import { useHandedIn } from "../handed-in";
import { Themed } from "../Themed";
import { usePageTools } from "../tools";
import { useTrouble } from "../trouble";
import type { NamedBlob } from "../work/job";
import type { DefinedView } from "../work/definition-job";
import { DefinitionResult } from "./DefinitionResult";

/** 表式: a definition is read, its mistakes and its changes are shown, and forms are issued by it. */
export function DefineTask() {
  const { locale, makeClient } = usePageTools();
  const client = useMemo(makeClient, [makeClient]);
  const [file, setFile] = useState<NamedBlob>();
  const [before, setBefore] = useState<NamedBlob>();
  const [view, setView] = useState<DefinedView>();
  const [reading, setReading] = useState(false);
  const { stopped, bug, failed, clear } = useTrouble();
  const words = locale.page.define;
  useEffect(() => {
    client.standBy();
    return () => void client.end();
  }, [client]);
  useEffect(() => {
    if (!file) return;
    let current = true;
    setReading(true);
    clear();
    client
      .request("define", locale.tag, { blob: file.blob, before: before?.blob })
      .then((next) => current && setView(next))
      .catch((error: unknown) => {
        if (!current) return;
        setView(undefined);
        failed(error);
      })
      .finally(() => current && setReading(false));
    return () => {
      current = false;
    };
  }, [client, locale.tag, file, before, failed, clear]);

  const take = useCallback((files: Iterable<File>): void => {
    const [first] = [...files];
    if (!first) return;
    setFile({ name: first.name, blob: first });
    setView(undefined);
  }, []);
  useHandedIn(useCallback(({ files }: DataTransfer) => take(files), [take]));
  const exported = async (): Promise<void> => {
    try {
      const book = await client.request("exportDefinition", locale.tag, { catalogue: view?.catalogue });
      download(book.name, book.bytes, XLSX_TYPE);
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Themed lang={locale.tag}>
      <div className="wide">
        <h1>{locale.page.tasks.define.name}</h1>
        <p className="lead">{words.lead}</p>
        <DropZone small={file !== undefined} words={words.drop} accept={`.xlsx,${XLSX_TYPE}`} take={take} />
        <div className="actions">
          <Button icon={<ArrowDownloadRegular />} onClick={() => void exported()}>
            {words.exportOwn}
          </Button>
        </div>
        <ProgressBar progress={reading ? { done: 0, all: 1 } : undefined} label={words.reading} stop={() => client.stop()} />
        <div role="status">
          {stopped && <p className="done ask">{words.stopped}</p>}
          {bug !== undefined && <Bug what={bug} />}
        </div>
        {file && view && (
          <DefinitionResult
            key={view.catalogue?.code ?? file.name}
            name={file.name}
            view={view}
            client={client}
            compare={(earlier) => setBefore({ name: earlier.name, blob: earlier })}
          />
        )}
      </div>
    </Themed>
  );
}
