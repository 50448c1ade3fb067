import { Button, Checkbox, Field, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { AttachRegular, CheckmarkCircleFilled, DismissRegular, WarningFilled } from "@fluentui/react-icons";
import { useRef, type ChangeEvent, type ReactElement } from "react";
import { isDoubtful } from "../../domain";
import { fill, sayUnusedEarlier, sayUsedEarlier } from "../../locales";
import { useFileRows } from "../file-rows";
import { useUi } from "../context";
import { canReadEarlier, type Draft, type DraftChange, type EarlierFile } from "./draft";

const useStyles = makeStyles({
  list: { marginTop: tokens.spacingVerticalS, marginBottom: 0 },
  file: { gridTemplateColumns: "auto 1fr auto", alignItems: "start" },
  used: { color: tokens.colorStatusSuccessForeground1, paddingTop: "2px" },
  unused: { color: tokens.colorStatusWarningForeground1, paddingTop: "2px" },
  waiting: { color: tokens.colorNeutralForeground2, paddingTop: "2px" },
  said: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Earlier forms to carry over: which give something, which do not, and why. They are read here and go nowhere. */
export function EarlierFiles(props: {
  readonly draft: Draft;
  readonly reading: boolean;
  readonly onChange: (change: DraftChange) => void;
}) {
  const { draft, reading, onChange } = props;
  const styles = useStyles();
  const rows = useFileRows();
  const { locale, catalogue } = useUi();
  const words = locale.pane.fill;
  const input = useRef<HTMLInputElement>(null);
  const { files, earlier } = draft;

  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = await Promise.all(
      [...(target.files ?? [])].map(async (file): Promise<EarlierFile> => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    const names = new Set(chosen.map(({ name }) => name));
    onChange({ files: [...files.filter(({ name }) => !names.has(name)), ...chosen] });
    // The same file chosen once more is a change, too.
    target.value = "";
  };
  return (
    <div>
      <Field label={words.earlier} hint={words.earlierHint}>
        <Button icon={<AttachRegular />} onClick={() => input.current?.click()}>
          {words.chooseFiles}
        </Button>
      </Field>
      <input ref={input} type="file" accept=".xlsx" multiple hidden aria-label={words.earlier} onChange={(event) => void choose(event)} />
      {files.length > 0 && (
        <ul className={mergeClasses(rows.list, styles.list)} aria-live="polite">
          {files.map((file) => (
            <li key={file.name} className={mergeClasses(rows.file, styles.file)}>
              <Outcome name={file.name} draft={draft} reading={reading} />
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={fill(words.removeFile, { name: file.name })}
                onClick={() => onChange({ files: files.filter((one) => one !== file) })}
              />
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (!earlier || earlier.used.length > 0) && (
        <Field hint={fill(words.draftsHint, { mark: catalogue.form.labels.draftMark })}>
          <Checkbox label={words.drafts} checked={draft.drafts} onChange={(_, { checked }) => onChange({ drafts: checked === true })} />
        </Field>
      )}
    </div>
  );
}

function Outcome({ name, draft, reading }: { readonly name: string; readonly draft: Draft; readonly reading: boolean }) {
  const styles = useStyles();
  const { locale } = useUi();
  const words = locale.pane.fill;
  if (!canReadEarlier(draft)) return <Row name={name} icon={<AttachRegular className={styles.waiting} />} said={words.awaitsSchool} />;
  if (reading || !draft.earlier) return <Row name={name} icon={<Spinner size="extra-tiny" />} said={words.reading} />;
  const used = draft.earlier.used.find((one) => one.name === name);
  const unused = draft.earlier.unused.find((one) => one.name === name);
  const fine = used !== undefined && !isDoubtful(used);
  const icon = <span className={fine ? styles.used : styles.unused}>{fine ? <CheckmarkCircleFilled /> : <WarningFilled />}</span>;
  return <Row name={name} icon={icon} said={used ? sayUsedEarlier(used, locale) : unused ? sayUnusedEarlier(unused, locale) : ""} />;
}

function Row({ name, icon, said }: { readonly name: string; readonly icon: ReactElement; readonly said: string }) {
  const styles = useStyles();
  return (
    <>
      {icon}
      <span>
        {name}
        <span className={styles.said}>{said}</span>
      </span>
    </>
  );
}
