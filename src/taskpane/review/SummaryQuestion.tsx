import { Button, Text } from "@fluentui/react-components";
import type { MadeSummary } from "../../actions/consolidate/make-summary";
import { fill } from "../../locales";
import { Question } from "../frame/Question";
import { useTools } from "../pane";
import type { SummaryQuestion as Asking } from "../state/model";

/** A summary is there already, or somebody's own sheets have its names: what is to become of them. */
export function SummaryQuestion({ asking, summary }: { readonly asking: Asking; readonly summary: MadeSummary }) {
  const { locale, dispatch } = useTools();
  const { reviewing } = useTools().effects;
  const { exists, taken } = locale.pane.review;
  const close = (): void => dispatch({ kind: "asked-about-summary", asking: undefined });
  const replaces = asking.kind === "exists";
  const go = (): void => {
    close();
    void reviewing.insert(summary, {
      ...asking.so,
      ...(replaces ? { replace: true, blind: asking.links === undefined } : { beside: true }),
    });
  };
  return (
    <Question
      title={replaces ? exists.title : taken.title}
      close={close}
      actions={
        <>
          <Button onClick={close}>{locale.pane.cancel}</Button>
          <Button appearance="primary" onClick={go}>
            {replaces ? exists.replace : taken.beside}
          </Button>
        </>
      }
    >
      <Text block>{fill(replaces ? exists.text : taken.text, { sheets: asking.what })}</Text>
      {replaces && asking.links !== 0 && (
        <Text block>{asking.links === undefined ? exists.linksUnknown : fill(exists.links, { count: asking.links })}</Text>
      )}
    </Question>
  );
}
