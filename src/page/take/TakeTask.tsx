import { XLSX_TYPE } from "../../domain";
import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useState } from "react";
import type { NamedFile } from "../../actions/send";
import { fill } from "../../locales";
import { download } from "../../ui/browser";
import { canReadEarlier, redrafted, schoolTrouble, startDraft, type DraftChange } from "../../ui/fields/draft";
import { EarlierFiles } from "../../ui/fields/EarlierFiles";
import { PeriodField } from "../../ui/fields/PeriodField";
import { SchoolField } from "../../ui/fields/SchoolField";
import { Bug } from "../Bug";
import { Themed } from "../Themed";
import { ProgressBar } from "../check/ProgressBar";
import { usePageTools } from "../tools";
import { useTrouble } from "../trouble";

/** 领取统计表: whose form, for which half-year, with what from earlier forms; then it is downloaded. */
export function TakeTask() {
  const { catalogue, locale, client } = usePageTools();
  const [draft, setDraft] = useState(() => startDraft(new Date()));
  const change = useCallback((next: DraftChange): void => setDraft((before) => redrafted(before, next)), []);
  const [asked, setAsked] = useState(false);
  const [making, setMaking] = useState(false);
  const [issued, setIssued] = useState<NamedFile>();
  const { bug, failed } = useTrouble();
  const { school, period, files } = draft;
  const words = locale.page.take;

  useEffect(() => {
    if (!canReadEarlier({ files, school })) return;
    let current = true;
    client
      .request("earlier", locale.tag, { files, school, period })
      .then((earlier) => current && setDraft((before) => ({ ...before, earlier })))
      .catch((error: unknown) => {
        if (!current) return;
        // Files that were not read are not those the form is made from.
        change({ files: [] });
        failed(error);
      });
    return () => {
      current = false;
    };
  }, [client, locale.tag, files, school, period, failed, change]);
  useEffect(() => void client.standBy(), [client]);
  useEffect(() => {
    setIssued(undefined);
  }, [draft]);

  const reading = canReadEarlier(draft) && !draft.earlier;
  const trouble = schoolTrouble(draft, catalogue.roster);
  const make = async (): Promise<void> => {
    setAsked(true);
    if (trouble || reading || making) return;
    setMaking(true);
    try {
      const file = await client.request("issue", locale.tag, {
        school: school.trim(),
        period,
        previous: draft.earlier?.previous ?? [],
        blankSheets: draft.sheets,
        drafts: draft.drafts,
      });
      download(file.name, file.bytes, XLSX_TYPE);
      setIssued(file);
    } catch (error) {
      failed(error);
    }
    setMaking(false);
  };
  return (
    <Themed lang={locale.tag}>
      <div className="narrow">
        <h1>{locale.page.tasks.take.name}</h1>
        <p className="lead">{words.lead}</p>
        <div className="fields">
          <SchoolField draft={draft} trouble={asked ? trouble : undefined} onChange={change} />
          <PeriodField period={period} onChange={(next) => change({ period: next })} />
          <EarlierFiles draft={draft} reading={reading} onChange={change} />
        </div>
        <Button
          appearance="primary"
          size="large"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={reading || making}
          onClick={() => void make()}
        >
          {making ? words.making : words.make}
        </Button>
        <ProgressBar progress={reading || making ? { done: 0, all: 1 } : undefined} label={locale.page.work.busy} />
        <div role="status">
          {issued && (
            <div className="done">
              <p>
                <strong>{fill(words.made, { name: issued.name })}</strong>
              </p>
              <p>{words.next}</p>
              <Button size="small" onClick={() => download(issued.name, issued.bytes, XLSX_TYPE)}>
                {words.again}
              </Button>
            </div>
          )}
          {bug !== undefined && <Bug what={bug} />}
        </div>
      </div>
    </Themed>
  );
}
