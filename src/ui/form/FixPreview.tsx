import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { cellName } from "../../domain";
import { fill } from "../../locales";
import { useRestoreFocus } from "../focus";
import { useSlices } from "../slices";
import { useUi } from "../context";
import { useFormActions } from "./actions";
import type { FixLine } from "./fixes";
import { sayFix, sayNew, sayOld } from "./say-fix";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: `${tokens.spacingVerticalS} 0 0`, padding: 0 },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  cell: { color: tokens.colorNeutralForeground2, marginRight: tokens.spacingHorizontalS },
  old: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground2 },
  new: { fontWeight: tokens.fontWeightSemibold },
});

/** Lines drawn in one frame. */
const SLICE = 20;

/** 全部修正: every repair before it is made, each with a tick that can be taken away. */
export function FixPreview({ lines }: { readonly lines: readonly FixLine[] }) {
  const styles = useStyles();
  useRestoreFocus();
  const { locale, catalogue } = useUi();
  const actions = useFormActions();
  const words = locale.pane.check;
  // To take away the mark of a draft is to say that it was rewritten or checked: nobody says that of several at once by default.
  const isDraft = ({ old }: FixLine): boolean => old.startsWith(catalogue.form.labels.draftMark);
  const [left, setLeft] = useState<ReadonlySet<FixLine>>(() => new Set(lines.filter(isDraft)));
  const drawn = useSlices(lines.length, SLICE);
  const chosen = lines.filter((line) => !left.has(line));
  const close = (): void => actions.preview(undefined);
  const tick = (line: FixLine, ticked: boolean): void =>
    setLeft(new Set(ticked ? [...left].filter((one) => one !== line) : [...left, line]));
  const apply = (): void => {
    close();
    void actions.fix(chosen, [...left]);
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface lang={locale.tag}>
        <DialogBody>
          <DialogTitle>{words.fixTitle}</DialogTitle>
          <DialogContent>
            {words.fixText}
            <ul className={styles.list}>
              {lines.slice(0, drawn).map((line) => {
                const cell = cellName(line.at);
                const [old, value] = [sayOld(line, locale), sayNew(line, locale)];
                return (
                  <li key={`${cell} ${line.fix.kind}`} className={styles.line}>
                    <Checkbox
                      checked={!left.has(line)}
                      onChange={(_, { checked: ticked }) => tick(line, ticked === true)}
                      input={{ "aria-label": sayFix(line, locale) }}
                      label={
                        <>
                          <span className={styles.cell}>{cell}</span>
                          {line.fix.kind === "value" && <span className={styles.old}>{old}</span>} {line.fix.kind === "value" && "→ "}
                          <span className={styles.new}>{value}</span>
                        </>
                      }
                    />
                  </li>
                );
              })}
            </ul>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{locale.pane.cancel}</Button>
            <Button appearance="primary" disabled={chosen.length === 0} onClick={apply}>
              {fill(words.fixApply, { count: chosen.length })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
