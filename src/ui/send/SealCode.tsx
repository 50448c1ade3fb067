import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { cellNames } from "../../actions/report/words";
import type { SealState } from "../../domain";
import { fill, type Locale } from "../../locales";
import { CARD } from "../card";
import { useUi } from "../context";
import { useCopying } from "./copying";

const useStyles = makeStyles({
  card: CARD,
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  code: {
    flexGrow: 1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    letterSpacing: "0.04em",
    userSelect: "all",
    whiteSpace: "nowrap",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/**
 * The seal code, to be copied; where there is no clipboard it is selected instead.
 * @param button the label of what seals again, here
 */
export function SealCode({ seal, button }: { readonly seal: SealState; readonly button: string }) {
  const styles = useStyles();
  const { locale } = useUi();
  const words = locale.pane.send;
  const [code, outcome, copy] = useCopying<HTMLSpanElement>();
  return (
    <section className={styles.card} aria-label={words.code}>
      <Text size={200} className={styles.quiet}>
        {words.code}
      </Text>
      {seal.state !== "none" && (
        <div className={styles.row}>
          <span className={styles.code} ref={code}>
            {seal.code}
          </span>
          <Button size="small" icon={<CopyRegular />} onClick={() => void copy()}>
            {words.copy}
          </Button>
        </div>
      )}
      <Text size={200}>{saySealState(seal, button, locale)}</Text>
      <Text size={200} role="status">
        {outcome && fill(words[outcome], { what: words.code })}
      </Text>
      <Text size={200} className={styles.quiet}>
        {words.integrity}
      </Text>
    </section>
  );
}

function saySealState(seal: SealState, button: string, locale: Locale): string {
  const words = locale.pane.send;
  switch (seal.state) {
    case "none":
      return words.unsealed;
    case "sealed": {
      const { code, formulas } = seal;
      return formulas ? fill(locale.commands.report.sealedFormulas, { code, cells: cellNames(formulas, locale) }) : words.sealed;
    }
    case "changed":
      return fill(words.changed, { cells: cellNames(seal.changed, locale) || locale.commands.report.sealRecordChanged, button });
  }
}
