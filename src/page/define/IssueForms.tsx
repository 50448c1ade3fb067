import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { defaultPeriod, schools, ZIP_TYPE, type Catalogue } from "../../domain";
import { fill } from "../../locales";
import { download } from "../../ui/browser";
import { PeriodField } from "../../ui/fields/PeriodField";
import { OfForm } from "../../ui/form/OfForm";
import { Bug } from "../Bug";
import { ProgressBar } from "../check/ProgressBar";
import { Part } from "../Part";
import { usePageTools } from "../tools";
import { useTrouble } from "../trouble";
import type { IssuedForms } from "../work/definition-job";
import type { JobClient } from "../work/job-client";

/** 下发: the forms of all schools of the roster in one archive, with the list of what was issued. */
export function IssueForms({ catalogue, client }: { readonly catalogue: Catalogue; readonly client: JobClient }) {
  const { locale } = usePageTools();
  const words = locale.page.define;
  const [period, setPeriod] = useState(() => defaultPeriod(new Date()));
  const [done, setDone] = useState<number>();
  const [issued, setIssued] = useState<Omit<IssuedForms, "blob">>();
  const { stopped, bug, failed, clear } = useTrouble();
  const all = schools(catalogue.roster).length;
  const making = done !== undefined;
  const make = async (): Promise<void> => {
    if (making) return;
    setDone(0);
    setIssued(undefined);
    clear();
    try {
      const { name, blob, count } = await client.request("issueAll", locale.tag, { catalogue, period }, (step) => setDone(step.done));
      download(name, new Uint8Array(await blob.arrayBuffer()), ZIP_TYPE);
      setIssued({ name, count });
    } catch (error) {
      failed(error);
    }
    setDone(undefined);
  };
  return (
    <Part title={words.issue}>
      <p className="lead">{fill(words.issueHint, { schools: all, lines: catalogue.roster.entries.length })}</p>
      <div className="fields half">
        <OfForm carried={catalogue}>
          <PeriodField period={period} onChange={setPeriod} />
        </OfForm>
      </div>
      <Button appearance="primary" size="large" icon={<ArrowDownloadRegular />} disabledFocusable={making} onClick={() => void make()}>
        {words.issueGo}
      </Button>
      <ProgressBar progress={making ? { done, all } : undefined} label={words.issuing} stop={() => client.stop()} />
      <div role="status">
        {stopped && <p className="done ask">{words.stopped}</p>}
        {issued && <p className="done">{fill(words.issuedDone, { ...issued })}</p>}
        {bug !== undefined && <Bug what={bug} />}
      </div>
    </Part>
  );
}
