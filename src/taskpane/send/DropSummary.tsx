import { Button, Text } from "@fluentui/react-components";
import { fill } from "../../locales";
import { Question } from "../frame/Question";
import { useTools } from "../pane";
import type { SummaryHere } from "../state/model";

/** Deleting cannot be undone: what would go, and what else that does. */
export function DropSummary({ asking: { what, links } }: { readonly asking: SummaryHere }) {
  const { locale, dispatch, effects } = useTools();
  const words = locale.pane.send.dropSummary;
  const close = (): void => dispatch({ kind: "asked-to-drop", asking: undefined });
  const drop = (): void => {
    close();
    void effects.sending.dropSummary(true);
  };
  return (
    <Question
      title={words.title}
      close={close}
      actions={
        <>
          <Button appearance="primary" onClick={close}>
            {locale.pane.cancel}
          </Button>
          <Button onClick={drop}>{words.button}</Button>
        </>
      }
    >
      <Text block>{what === "" ? words.hiddenOnly : fill(words.text, { sheets: what })}</Text>
      {links !== 0 && <Text block>{links === undefined ? words.linksUnknown : fill(words.links, { count: links })}</Text>}
      <Text block weight="semibold">
        {words.forGood}
      </Text>
    </Question>
  );
}
