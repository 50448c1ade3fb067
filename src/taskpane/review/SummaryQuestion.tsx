import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Text } from "@fluentui/react-components";
import type { MadeSummary } from "../../actions/consolidate/made";
import { fill } from "../../locales";
import { useRestoreFocus } from "../frame/focus";
import { useReviewing, useTools } from "../pane";
import type { SummaryQuestion as Question } from "../state/model";

/** A summary is there already, or somebody's own sheets have its names: what is to become of them. */
export function SummaryQuestion({ asking, made }: { readonly asking: Question; readonly made: MadeSummary }) {
  const { locale, dispatch } = useTools();
  const reviewing = useReviewing();
  const { exists, taken } = locale.pane.review;
  useRestoreFocus();
  const close = (): void => dispatch({ kind: "asked-about-summary", asking: undefined });
  const replaces = asking.kind === "exists";
  const go = (): void => {
    close();
    void reviewing.insert(made, { ...asking.so, ...(replaces ? { replace: true, blind: asking.links === undefined } : { beside: true }) });
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface lang={locale.tag}>
        <DialogBody>
          <DialogTitle>{replaces ? exists.title : taken.title}</DialogTitle>
          <DialogContent>
            <Text block>{fill(replaces ? exists.text : taken.text, { sheets: asking.what })}</Text>
            {replaces && asking.links !== 0 && (
              <Text block>{asking.links === undefined ? exists.linksUnknown : fill(exists.links, { count: asking.links })}</Text>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{locale.pane.cancel}</Button>
            <Button appearance="primary" onClick={go}>
              {replaces ? exists.replace : taken.beside}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
