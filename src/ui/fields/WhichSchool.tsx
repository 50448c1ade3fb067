import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { fill } from "../../locales";
import { useUi } from "../context";

const useStyles = makeStyles({
  answers: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXS },
  waits: { visibility: "hidden" },
  answer: { overflowWrap: "anywhere" },
});

/** Asks which school is meant by a name that the roster does not have. @param props.choose told the school, or the name itself where it is right */
export function WhichSchool(props: {
  readonly typed: string;
  readonly possible: readonly string[];
  /** The list still offers names: the question keeps its place, so that nothing moves away from under a press when the list closes. */
  readonly waits: boolean;
  readonly choose: (school: string) => void;
}) {
  const styles = useStyles();
  const { locale } = useUi();
  const { typed, possible, waits, choose } = props;
  const words = locale.pane.fill.which;
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={waits ? styles.waits : undefined}>
      <Text size={200} id={id}>
        {fill(words.ask, { school: typed })}
      </Text>
      <div className={styles.answers}>
        {possible.map((school) => (
          <Button key={school} size="small" className={styles.answer} onClick={() => choose(school)}>
            {school}
          </Button>
        ))}
        <Button size="small" appearance="subtle" className={styles.answer} onClick={() => choose(typed)}>
          {fill(words.right, { school: typed })}
        </Button>
      </div>
    </div>
  );
}
