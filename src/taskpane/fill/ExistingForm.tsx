import { Button, Text } from "@fluentui/react-components";
import { sayPeriod } from "../../actions/report/reporter";
import { periodId } from "../../domain";
import { fill } from "../../locales";
import { Question } from "../frame/Question";
import { useTools } from "../pane";
import type { Draft } from "../../ui/fields/draft";
import type { Book } from "../state/model";
import { sayHere } from "./FormHere";

/** The workbook already holds a form: go on with it, replace it, or leave everything as it is. */
export function ExistingForm({ draft, book }: { readonly draft: Draft; readonly book: Book }) {
  const { locale, dispatch, effects } = useTools();
  const words = locale.pane.fill.exists;
  const whose = draft.school.trim() !== "";
  const close = (): void => dispatch({ kind: "asked-to-replace", asking: false });
  const answer = (run: () => Promise<void>) => (): void => {
    close();
    void run();
  };
  return (
    <Question
      title={words.title}
      close={close}
      actions={
        <>
          <Button onClick={close}>{locale.pane.cancel}</Button>
          <Button disabled={!whose} onClick={answer(() => effects.filling.insert(draft, true))}>
            {words.replace}
          </Button>
          <Button appearance="primary" onClick={answer(() => effects.filling.useExisting())}>
            {words.open}
          </Button>
        </>
      }
    >
      {book.kind === "checked" && <Text block>{sayHere(book.checked, locale)}</Text>}
      <Text block>{words.text}</Text>
      {whose && <Text block>{fill(words.instead, { school: draft.school, period: sayPeriod(periodId(draft.period), locale) })}</Text>}
    </Question>
  );
}
