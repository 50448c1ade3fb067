import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Checked } from "../../actions/check";
import { sayPeriod } from "../../actions/report/reporter";
import { saySeal } from "../../actions/report/words";
import { fill, type Locale } from "../../locales";
import { CARD } from "../../ui/card";
import { useTools } from "../pane";
import type { Book } from "../state/model";

const useStyles = makeStyles({
  card: { ...CARD, overflowWrap: "anywhere" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2 },
  open: { alignSelf: "flex-start" },
});

/** Whose form it is, for which period, and how it stands to its seal. */
export function sayHere(checked: Checked, locale: Locale): string {
  const { school, period } = checked.form.submission.issued;
  return fill(locale.pane.fill.exists.here, { school, period: sayPeriod(period, locale), seal: saySeal(checked, locale) });
}

/** The form that the workbook already holds, what inserting would do to it, and the way on with it; nothing where it holds none. */
export function FormHere({ book }: { readonly book: Book }) {
  const styles = useStyles();
  const { locale, dispatch } = useTools();
  const words = locale.pane.fill.exists;
  if (book.kind !== "checked" && book.kind !== "refused") return null;
  return (
    <section className={styles.card} aria-labelledby="form-here">
      <h2 className={styles.title} id="form-here">
        {words.title}
      </h2>
      <Text>{book.kind === "checked" ? sayHere(book.checked, locale) : words.unreadable}</Text>
      <Text size={200} className={styles.hint}>
        {words.text}
      </Text>
      <Button appearance="primary" className={styles.open} onClick={() => dispatch({ kind: "went", to: "check" })}>
        {words.open}
      </Button>
    </section>
  );
}
