import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { useRestoreFocus } from "../frame/focus";
import { useTools } from "../pane";
import type { Draft } from "../state/model";

/** The workbook already holds a form: go on with it, replace it, or leave everything as it is. */
export function ExistingForm({ draft }: { readonly draft: Draft }) {
  const { locale, dispatch, effects } = useTools();
  const words = locale.pane.fill.exists;
  useRestoreFocus();
  const close = (): void => dispatch({ kind: "asked-to-replace", asking: false });
  const answer = (run: () => Promise<void>) => (): void => {
    close();
    void run();
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface lang={locale.tag}>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>{words.text}</DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{locale.pane.cancel}</Button>
            <Button onClick={answer(() => effects.filling.insert(draft, true))}>{words.replace}</Button>
            <Button appearance="primary" onClick={answer(() => effects.filling.useExisting())}>
              {words.open}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
