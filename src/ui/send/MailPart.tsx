import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useId, type ReactNode } from "react";
import { fill } from "../../locales";
import { useUi } from "../context";
import { useCopying } from "./copying";

const useStyles = makeStyles({
  part: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ":not(:last-child)": { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  label: { color: tokens.colorNeutralForeground2 },
  text: { gridColumn: "1 / -1", marginTop: tokens.spacingVerticalXS, overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  said: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground2 },
  long: {
    maxHeight: "12em",
    overflowY: "auto",
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  below: {
    gridColumn: "1 / -1",
    display: "flex",
    flexDirection: "column",
    alignItems: "start",
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalXS,
  },
});

/** One part of the mail: what it is called, what stands in it, and what can be done with it. */
export function MailPart(props: {
  readonly label: string;
  readonly text: string;
  /** Instead of copying the text. */
  readonly action?: ReactNode;
  /** The text scrolls, for which the keyboard must reach it. */
  readonly long?: boolean;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { locale } = useUi();
  const words = locale.pane.send;
  const { label, text, action, long = false, children } = props;
  const [shown, outcome, copy] = useCopying<HTMLDivElement>();
  const id = useId();
  return (
    <div className={styles.part}>
      <Text size={200} className={styles.label} id={id}>
        {label}
      </Text>
      {action ?? (
        <Button
          size="small"
          icon={outcome === "copied" ? <CheckmarkRegular /> : <CopyRegular />}
          aria-label={fill(words.copyPart, { what: label })}
          onClick={() => void copy()}
        >
          {words.copy}
        </Button>
      )}
      <div
        className={mergeClasses(styles.text, long && styles.long)}
        ref={shown}
        {...(long ? { tabIndex: 0, role: "group", "aria-labelledby": id } : {})}
      >
        {text}
      </div>
      <Text size={200} role="status" className={styles.said}>
        {outcome && fill(words[outcome], { what: label })}
      </Text>
      {children && <div className={styles.below}>{children}</div>}
    </div>
  );
}
