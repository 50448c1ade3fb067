import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import type { NamedFile } from "../../actions/send";
import { useFileRows } from "../frame/file-rows";
import { useTools } from "../pane";

const useStyles = makeStyles({
  title: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** The files that were made, for those whose browser lost one; and how to send them. */
export function Made({ files, howTo }: { readonly files: readonly NamedFile[]; readonly howTo: string }) {
  const styles = useStyles();
  const rows = useFileRows();
  const { locale, effects } = useTools();
  const words = locale.pane.send;
  return (
    <section aria-labelledby="made">
      <h2 className={styles.title} id="made">
        {words.files}
      </h2>
      <ul className={rows.list}>
        {files.map((file) => (
          <li key={file.name} className={rows.file}>
            {file.name}
            <Button
              size="small"
              icon={<ArrowDownloadRegular />}
              aria-label={`${words.again} ${file.name}`}
              title={words.again}
              onClick={() => effects.sending.download(file)}
            />
          </li>
        ))}
      </ul>
      <Text>{howTo}</Text>
    </section>
  );
}
