import { Combobox, Field, Input, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { fittingNames, linesOf, schools } from "../../domain";
import { fill } from "../../locales";
import { useUi } from "../context";
import { possibleSchools, type Draft, type DraftChange } from "./draft";
import { WhichSchool } from "./WhichSchool";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  list: {
    maxHeight: "240px",
    // Fluent marks the option that Enter and Tab would take only for people whom it knows to use the keyboard alone.
    "& [data-activedescendant]": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  box: { minWidth: 0 },
  lines: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

/**
 * Fluent makes the first option whose text begins as typed the active one, which Enter and Tab then put in the place of what was typed.
 * Nobody types this character, so an option is active only where an arrow key made it so.
 */
const UNTYPED = "\u2060";

/** As many as a form can hold sheets for. */
const MOST_SHEETS = 20;

/**
 * Whether Enter takes the one name that is left. What ends as it does and is no piece of it may be the whole name of another school, which
 * the roster lacks: of that it is asked.
 */
function takenByEnter(typed: string, name: string): boolean {
  return name.includes(typed) || !name.endsWith(typed.slice(-2));
}

/**
 * The school: found by characters of its name. One that the roster does not have is taken as it is typed, once it is clear that none of
 * the roster is meant.
 * @param props.trouble what kept the form from being made, when it was asked for
 */
export function SchoolField(props: {
  readonly draft: Draft;
  readonly trouble: "missing" | "open" | undefined;
  readonly onChange: (change: DraftChange) => void;
}) {
  const { draft, trouble, onChange } = props;
  const styles = useStyles();
  const { locale, catalogue } = useUi();
  const { roster } = catalogue;
  const names = useMemo(() => schools(roster), [roster]);
  const words = locale.pane.fill;
  // The list opens whole; it narrows once somebody types.
  const [typing, setTyping] = useState(false);
  const [open, setOpen] = useState(false);
  // What stood there before a composition that is under way: letters of an input method are no name to look for.
  const [before, setBefore] = useState<string>();
  const { school, sheets } = draft;
  const wanted = (before ?? school).trim();
  const shown = typing ? fittingNames(wanted, names) : names;
  const lines = linesOf(roster, wanted);
  const unknown = wanted !== "" && lines.length === 0;
  // While the list offers names for what is typed so far, nobody has asked for a school that is not there.
  const searching = open && shown.length > 0;
  const possible = unknown ? possibleSchools({ ...draft, school: wanted }, roster) : [];
  const settled = unknown && possible.length === 0;
  const whetherKnown = settled && !searching ? words.notOnRoster : words.schoolHint;
  const box = useRef<HTMLInputElement>(null);
  const choose = (name: string): void => {
    setTyping(false);
    setOpen(false);
    onChange({ school: name, ...(linesOf(roster, name).length > 0 ? {} : { confirmed: name }) });
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const [only, ...more] = shown;
    const marked = event.currentTarget.hasAttribute("aria-activedescendant");
    if (event.key !== "Enter" || !searching || !typing || marked || only === undefined || more.length > 0) return;
    if (takenByEnter(wanted, only)) choose(only);
  };
  return (
    <div
      className={styles.fields}
      onKeyDownCapture={(event) => {
        // Enter and arrows belong to the input method while it composes; the list must not take them for its own.
        if (event.nativeEvent.isComposing) event.stopPropagation();
      }}
    >
      <Field
        label={words.school}
        required
        hint={lines.length > 0 ? fill(words.lines, { count: lines.length }) : whetherKnown}
        {...(trouble ? { validationMessage: trouble === "missing" ? words.schoolMissing : words.which.open } : {})}
      >
        <Combobox
          freeform
          clearable
          // Else Enter and Tab would put the first name that fits in the place of the one that was typed.
          disableAutoFocus
          className={styles.box}
          ref={box}
          onKeyDown={onKeyDown}
          expandIcon={{ "aria-label": words.showSchools }}
          clearIcon={{ "aria-label": words.clearSchool }}
          listbox={{ className: styles.list }}
          value={school}
          open={open}
          onOpenChange={(_, data) => setOpen(data.open)}
          onCompositionStart={() => setBefore(school)}
          onCompositionEnd={() => setBefore(undefined)}
          selectedOptions={lines.length > 0 ? [wanted] : []}
          onOptionSelect={({ type }, { optionValue = "" }) => {
            // Fluent clears what was chosen when another name is typed or pasted over it; that name has been taken already.
            if (type === "change") return;
            setTyping(false);
            onChange({ school: optionValue });
          }}
          onChange={({ target: { value } }) => {
            setTyping(true);
            // Fluent opens the list on the key of a letter, which an input method never sends.
            setOpen(true);
            onChange({ school: value });
          }}
        >
          {shown.map((name) => (
            <Option key={name} value={name} text={UNTYPED + name}>
              {name}
            </Option>
          ))}
          {shown.length === 0 && (
            <Option disabled value="" text={words.noSuchSchool}>
              {words.noSuchSchool}
            </Option>
          )}
        </Combobox>
      </Field>
      {lines.length > 0 && (
        <ol className={styles.lines}>
          {lines.map(({ cluster, programme }) => (
            <li key={`${cluster} ${programme}`}>
              {cluster} · {programme}
            </li>
          ))}
        </ol>
      )}
      {possible.length > 0 && <WhichSchool typed={wanted} possible={possible} waits={searching} choose={choose} />}
      {settled && catalogue.form.subject === "programme" && (
        <Field label={words.sheets}>
          <Input
            type="number"
            min={1}
            max={MOST_SHEETS}
            value={String(sheets)}
            onChange={(_, { value }) => onChange({ sheets: Math.min(Math.max(Math.trunc(Number(value)) || 1, 1), MOST_SHEETS) })}
          />
        </Field>
      )}
    </div>
  );
}
