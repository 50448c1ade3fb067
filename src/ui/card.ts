import { tokens, type GriffelStyle } from "@fluentui/react-components";

/** A frame around what belongs together, one below the other. */
export const CARD = {
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  borderRadius: tokens.borderRadiusLarge,
  padding: tokens.spacingVerticalM,
  display: "flex",
  flexDirection: "column",
  gap: tokens.spacingVerticalXS,
} as const satisfies GriffelStyle;
