import { Button } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useEffect, useMemo, useReducer, useState } from "react";
import type { NamedFile } from "../../actions/send";
import { fill } from "../../locales";
import { copy, download } from "../../taskpane/browser";
import { EarlierFiles } from "../../taskpane/fill/EarlierFiles";
import { PeriodField } from "../../taskpane/fill/PeriodField";
import { SchoolField } from "../../taskpane/fill/SchoolField";
import { ToolsProvider } from "../../taskpane/pane";
import { reduce, startState } from "../../taskpane/state/reduce";
import { deeds } from "../deeds";
import { Look } from "../Look";
import { usePageTools } from "../tools";
import { XLSX } from "../work/media";

/** 领取统计表: whose form, for which half-year, with what from earlier forms; then it is downloaded. */
export function TakeTask() {
  const { locale, client, desk } = usePageTools();
  const [{ draft }, dispatch] = useReducer(reduce, new Date(), startState);
  const [missing, setMissing] = useState(false);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<NamedFile>();
  const [bug, setBug] = useState<string>();
  const { school, period, files } = draft;
  const words = locale.page.take;

  useEffect(() => {
    if (files.length === 0) return;
    let current = true;
    client
      .run("earlier", locale.tag, { files, school, period })
      .then((earlier) => current && dispatch({ kind: "earlier-read", earlier }))
      .catch((error: unknown) => current && setBug(String(error)));
    return () => {
      current = false;
    };
  }, [client, locale.tag, files, school, period]);
  useEffect(() => setMade(undefined), [draft]);

  const tools = useMemo(
    () => ({ locale, dispatch, effects: deeds(desk), around: { today: () => new Date(), copy, pageUrl: "" } }),
    [locale, desk],
  );
  const reading = files.length > 0 && !draft.earlier;
  const make = async (): Promise<void> => {
    setMissing(school.trim() === "");
    if (school.trim() === "" || reading || making) return;
    setMaking(true);
    try {
      const file = await client.run("issue", locale.tag, {
        school: school.trim(),
        period,
        previous: draft.earlier?.previous ?? [],
        blankSheets: draft.sheets,
        drafts: draft.drafts,
      });
      download(file.name, file.bytes, XLSX);
      setMade(file);
    } catch (error) {
      setBug(String(error));
    }
    setMaking(false);
  };
  return (
    <Look lang={locale.tag}>
      <ToolsProvider value={tools}>
        <div className="narrow">
          <h1>{locale.page.tasks.take.name}</h1>
          <p className="lead">{words.lead}</p>
          <div className="fields">
            <SchoolField draft={draft} missing={missing && school.trim() === ""} />
            <PeriodField period={period} />
            <EarlierFiles draft={draft} reading={reading} />
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
          <div role="status">
            {made && (
              <div className="done">
                <p>
                  <strong>{fill(words.made, { name: made.name })}</strong>
                </p>
                <p>{words.next}</p>
                <Button size="small" onClick={() => download(made.name, made.bytes, XLSX)}>
                  {words.again}
                </Button>
              </div>
            )}
            {bug !== undefined && (
              <div className="done bad">
                <p>
                  <strong>{locale.pane.bug.title}</strong>
                </p>
                <p>{bug}</p>
              </div>
            )}
          </div>
        </div>
      </ToolsProvider>
    </Look>
  );
}
