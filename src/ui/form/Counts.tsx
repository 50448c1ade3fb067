import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { countFindings, type Finding } from "../../domain";
import { useUi } from "../context";
import { useFormActions } from "./actions";
import type { View } from "./view";
import { KINDS, SIGNS, useKindColours } from "../kinds";

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(64px, 1fr))", gap: tokens.spacingHorizontalXS },
  chip: {
    font: "inherit",
    color: "inherit",
    cursor: "pointer",
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    ":hover": { backgroundColor: tokens.colorNeutralBackground2Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    "@media (forced-colors: active)": { border: "3px solid Highlight" },
  },
  count: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
});

/** How many findings of each kind; a press shows only those, a second press all. */
export function Counts({ findings, view }: { readonly findings: readonly Finding[]; readonly view: View }) {
  const styles = useStyles();
  const colours = useKindColours();
  const { locale } = useUi();
  const actions = useFormActions();
  const words = locale.pane.check;
  const counts = countFindings(findings);
  return (
    <div className={styles.row} role="group" aria-label={words.filter}>
      {KINDS.filter((kind) => counts[kind] > 0 || view.only === kind).map((kind) => (
        <button
          key={kind}
          type="button"
          className={mergeClasses(styles.chip, view.only === kind && styles.pressed)}
          aria-pressed={view.only === kind}
          onClick={() => actions.view({ only: view.only === kind ? "all" : kind })}
        >
          <span className={mergeClasses(styles.count, colours[kind])}>
            {SIGNS[kind]}
            {counts[kind]}
          </span>{" "}
          <span className={styles.label}>{words.counts[kind]}</span>
        </button>
      ))}
    </div>
  );
}
