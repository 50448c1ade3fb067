import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useState, type KeyboardEvent } from "react";
import type { Checked } from "../../actions/check";
import { address, cellName, explanationFault, type ExplanationPolicy, type Finding } from "../../domain";
import { fill, sayExplanationFault, type Locale } from "../../locales";
import { useUi } from "../context";
import { useFormActions } from "./actions";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  actions: { display: "flex" },
});

type Explanation = NonNullable<Finding["explanation"]>;

/** The explanation of a query, written into the 说明 cell of its row, with why it does not count yet. */
export function Explain(props: {
  readonly checked: Checked;
  readonly finding: Finding;
  readonly explanation: Explanation;
  readonly busy: boolean;
  /** It stands, and may have come after all around it. */
  readonly onShown: () => void;
}) {
  const styles = useStyles();
  const { locale, catalogue } = useUi();
  const actions = useFormActions();
  const policy = catalogue.ruleset.explanation;
  const { checked, finding, explanation, busy, onShown } = props;
  useEffect(onShown, [onShown]);
  const words = locale.pane.check;
  // Undefined while nothing was typed here: then the box shows what stands in the cell, whoever writes it.
  const place = placeOf(checked, explanation);
  const [typed, setTypedHere] = useState(actions.typed.get(place));
  const setTyped = (next: string | undefined): void => {
    if (next === undefined) actions.typed.delete(place);
    else actions.typed.set(place, next);
    setTypedHere(next);
  };
  const text = typed ?? explanation.text;
  const changed = typed !== undefined && typed !== explanation.text;
  const { tone, said } = judged(text, changed, finding, explanation, policy, locale);

  const write = async (): Promise<void> => {
    if (!changed || busy) return;
    await actions.explain(checked, finding, text);
    // What was typed on meanwhile stays.
    if (actions.typed.get(place) === text) setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void write();
  };
  return (
    <div className={styles.box}>
      <Field
        label={words.explain}
        hint={fill(words.explainHint, { min: policy.minLength, cell: address(explanation.at) })}
        validationState={tone}
        validationMessage={said}
      >
        <Textarea value={text} resize="vertical" onChange={(_, { value }) => setTyped(value)} onKeyDown={onKeyDown} />
      </Field>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={!changed || busy} onClick={() => void write()}>
          {words.explainSave}
        </Button>
      </div>
    </div>
  );
}

/** The cell of an explanation, in this form and no other. */
function placeOf({ form: { submission } }: Checked, { at }: Explanation): string {
  return [submission.issued.school, submission.issued.period, cellName(at)].join("\n");
}

/** What is to be said of the text in the box: of a new text what can be told at once, of a written one what the check said. */
function judged(
  text: string,
  changed: boolean,
  finding: Finding,
  { fault }: Explanation,
  policy: ExplanationPolicy,
  locale: Locale,
): { readonly tone: "success" | "warning" | "none"; readonly said: string } {
  const words = locale.pane.check;
  if (!changed)
    return fault === undefined && finding.state === "explained"
      ? { tone: "success", said: words.explainWritten }
      : { tone: "warning", said: sayExplanationFault(fault ?? "missing", policy, locale) };
  const early = explanationFault(text, 1, policy);
  return early === undefined
    ? { tone: "none", said: words.explainReady }
    : { tone: "warning", said: sayExplanationFault(early, policy, locale) };
}
