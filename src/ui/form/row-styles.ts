import { makeStyles, tokens } from "@fluentui/react-components";

/** How the rows of the list look: findings and folds alike. */
export const useRowStyles = makeStyles({
  head: {
    font: "inherit",
    color: "inherit",
    textAlign: "left",
    width: "100%",
    border: "none",
    borderLeft: "3px solid transparent",
    // Contrast themes paint what is transparent in the colour of text.
    "@media (forced-colors: active)": { borderLeftColor: "Canvas" },
    cursor: "pointer",
    backgroundColor: "transparent",
    display: "grid",
    gridTemplateColumns: "auto 1fr auto",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "start",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  open: {
    borderLeftColor: tokens.colorCompoundBrandStroke,
    backgroundColor: tokens.colorNeutralBackground2,
    "@media (forced-colors: active)": { borderLeftColor: "Highlight" },
  },
  sign: {
    fontSize: "16px",
    lineHeight: tokens.lineHeightBase300,
    display: "inline-flex",
    alignItems: "center",
    height: tokens.lineHeightBase300,
  },
  text: { minWidth: 0, overflowWrap: "anywhere" },
  clamp: { display: "-webkit-box", WebkitLineClamp: "2", WebkitBoxOrient: "vertical", overflow: "hidden" },
  cell: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
    whiteSpace: "nowrap",
  },
});
