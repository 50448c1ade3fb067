import { Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTools } from "../pane";
import { useRestoreFocus } from "../../ui/focus";

/**
 * A question that stands over the pane until it is answered; the keyboard goes back to where it was.
 * @param close leaves everything as it is
 * @param actions the answers, as buttons
 */
export function Question(props: {
  readonly title: string;
  readonly close: () => void;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}) {
  const { locale } = useTools();
  const { title, close, actions, children } = props;
  useRestoreFocus();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface lang={locale.tag}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions fluid>{actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
