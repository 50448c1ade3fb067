import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FOCUS_HOME } from "./focus";

const useStyles = makeStyles({
  face: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalS}`,
  },
  icon: { fontSize: "56px", lineHeight: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  calm: { color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    ":focus": { outlineStyle: "none" },
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: "36em" },
});

/** A state that fills the screen: a sign, what it is, what comes next. */
export function StatusView(props: {
  readonly tone: "good" | "bad" | "calm";
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { tone, icon, title, text, children } = props;
  return (
    <div className={styles.face}>
      <span className={`${styles.icon} ${styles[tone]}`} aria-hidden>
        {icon}
      </span>
      <h2 className={styles.title} tabIndex={-1} {...FOCUS_HOME}>
        {title}
      </h2>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}
