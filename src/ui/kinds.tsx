import { makeStyles, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircleFilled,
  ErrorCircleFilled,
  InfoFilled,
  ProhibitedFilled,
  QuestionCircleFilled,
  WarningFilled,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { FindingKind } from "../domain";

/** From what blocks most to what is settled. */
export const KINDS: readonly FindingKind[] = ["fatal", "error", "query", "notChecked", "advisory", "explained"];

/** A shape for each kind, so that none is told by its colour alone. */
export const SIGNS: { readonly [K in FindingKind]: ReactElement } = {
  fatal: <ProhibitedFilled />,
  error: <ErrorCircleFilled />,
  query: <WarningFilled />,
  notChecked: <QuestionCircleFilled />,
  advisory: <InfoFilled />,
  explained: <CheckmarkCircleFilled />,
};

/** The colour of each kind. */
export const useKindColours = makeStyles({
  fatal: { color: tokens.colorStatusDangerForeground1 },
  error: { color: tokens.colorStatusDangerForeground1 },
  query: { color: tokens.colorStatusWarningForeground1 },
  notChecked: { color: tokens.colorNeutralForeground3 },
  advisory: { color: tokens.colorBrandForeground2 },
  explained: { color: tokens.colorStatusSuccessForeground1 },
});
