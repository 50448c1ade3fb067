import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import type { NamedFile } from "../../actions/send";
import { useTools } from "../pane";

const useStyles = makeStyles({
  title: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    listStyleType: "none",
    margin: `0 0 ${tokens.spacingVerticalS}`,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
  file: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
});

/** The files that were made, for those whose browser lost one; and how to send them. */
export function Made({ files, howTo }: { readonly files: readonly NamedFile[]; readonly howTo: string }) {
  const styles = useStyles();
  const { locale, effects } = useTools();
  const words = locale.pane.send;
  return (
    <section aria-labelledby="made">
      <h2 className={styles.title} id="made">
        {words.files}
      </h2>
      <ul className={styles.list}>
        {files.map((file) => (
          <li key={file.name} className={styles.file}>
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
