import { Button, Field, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { AttachRegular, DismissRegular } from "@fluentui/react-icons";
import { useRef, type ChangeEvent, type DragEvent } from "react";
import { fill } from "../../locales";
import { useFileRows } from "../../ui/file-rows";
import { useTools } from "../pane";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  count: { display: "block", marginTop: tokens.spacingVerticalS },
  // Fifty files are a list of their own within the pane.
  list: { maxHeight: "180px", overflowY: "auto" },
});

const sameFile = (a: File, b: File): boolean => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

/** Files picked by the button or dropped, several at a time and one after the other; each can be taken back. */
export function PickedFiles(props: {
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly files: readonly File[];
  readonly onPick: (files: readonly File[]) => void;
}) {
  const styles = useStyles();
  const rows = useFileRows();
  const { locale } = useTools();
  const words = locale.pane.review;
  const input = useRef<HTMLInputElement>(null);
  const { label, hint, accept, files, onPick } = props;
  // The same file once more is no other one; another of the same name is.
  const add = (chosen: readonly File[]): void => onPick([...files, ...chosen.filter((file) => !files.some((one) => sameFile(one, file)))]);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    add([...(target.files ?? [])]);
    target.value = "";
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Field label={label} hint={hint}>
        <div className={styles.buttons}>
          <Button icon={<AttachRegular />} onClick={() => input.current?.click()}>
            {files.length === 0 ? words.choose : words.chooseMore}
          </Button>
          {files.length > 0 && (
            <Button appearance="subtle" onClick={() => onPick([])}>
              {words.removeAll}
            </Button>
          )}
        </div>
      </Field>
      <input ref={input} type="file" accept={accept} multiple hidden aria-label={label} onChange={choose} />
      {files.length > 0 && (
        <>
          <Text className={styles.count} role="status">
            {fill(words.chosen, { count: files.length })}
          </Text>
          <ul className={mergeClasses(rows.list, styles.list)} tabIndex={0} aria-label={label}>
            {files.map((file, index) => (
              <li key={`${file.name} ${file.size} ${file.lastModified}`} className={rows.file}>
                {file.name}
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<DismissRegular />}
                  aria-label={fill(locale.pane.fill.removeFile, { name: file.name })}
                  onClick={() => onPick(files.filter((_, at) => at !== index))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
