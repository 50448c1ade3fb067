import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DocumentAddRegular, OpenRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { Panel } from "../frame/Panel";
import { useTools } from "../pane";
import type { PaneState } from "../state/model";
import { canReadEarlier, schoolTrouble, type DraftChange } from "../../ui/fields/draft";
import { EarlierFiles } from "../../ui/fields/EarlierFiles";
import { FormHere } from "./FormHere";
import { PeriodField } from "../../ui/fields/PeriodField";
import { SchoolField } from "../../ui/fields/SchoolField";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** 填报: whose form, for which half-year, with what from earlier forms; then it is put in. */
export function FillScreen({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  const { around, locale, dispatch, effects } = useTools();
  const change = (draft: DraftChange): void => dispatch({ kind: "drafted", draft });
  const words = locale.pane.fill;
  const { draft, task, book } = state;
  const there = book.kind === "checked" || book.kind === "refused";
  const { school, period, files } = draft;
  const [asked, setAsked] = useState(false);
  const trouble = schoolTrouble(draft, around.catalogue.roster);
  useEffect(() => {
    if (canReadEarlier({ files, school })) void effects.filling.readEarlier(draft);
    // Only these three decide what earlier forms give.
  }, [effects, school, period, files]);

  const reading = canReadEarlier(draft) && !draft.earlier;
  const idle = task === undefined && !reading;
  const whenChosen = (run: () => Promise<void>) => (): void => {
    setAsked(true);
    if (!trouble && idle) void run();
  };
  return (
    <Panel
      tab="fill"
      foot={
        <>
          <Button
            appearance={there ? "secondary" : "primary"}
            icon={<DocumentAddRegular />}
            disabledFocusable={!idle}
            onClick={whenChosen(() => effects.filling.insert(draft, false))}
          >
            {there ? words.exists.replace : words.insert}
          </Button>
          <Button icon={<OpenRegular />} disabledFocusable={!idle} onClick={whenChosen(() => effects.filling.openAsNew(draft))}>
            {words.openNew}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <FormHere book={book} />
        <SchoolField draft={draft} trouble={asked ? trouble : undefined} onChange={change} />
        <PeriodField period={period} onChange={(next) => change({ period: next })} />
        <EarlierFiles draft={draft} reading={reading} onChange={change} />
        <Text size={200} className={styles.hint}>
          {words.openNewHint}
        </Text>
      </div>
    </Panel>
  );
}
