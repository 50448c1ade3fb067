import { Button, Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { UnclaimedFile } from "../actions/consolidate";
import { fill } from "../locales";
import { useUi } from "./context";
import { useSlices } from "./slices";

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalS} 0`, padding: 0, listStyleType: "none", display: "grid", gap: tokens.spacingVerticalM },
  why: { display: "block", color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXS },
  choice: { maxWidth: "480px", overflowWrap: "anywhere" },
});

/** So many are asked about at once; the others follow when these have their schools. */
const MOST_ASKED = 50;
/** Questions drawn in one frame: each has a choice of all schools. */
const SLICE = 6;
/** Values of the choice that are no school: no name begins like them. */
const OPEN = "?";
const NOBODY = "-";

/**
 * 待认领: files that could not be used and of which nobody knows whose they are. The reviewer says it, file by file, and then has the
 * summary made again by it. Page and pane ask alike.
 */
export function Claims(props: {
  readonly files: readonly UnclaimedFile[];
  /** All schools that a file can be of. */
  readonly known: readonly string[];
  readonly busy: boolean;
  /** Schools by the keys of files; an empty name says that no school sent it. */
  readonly apply: (claims: ReadonlyMap<string, string>) => void;
}) {
  const styles = useStyles();
  const { locale } = useUi();
  const { files, known, busy, apply } = props;
  const [chosen, choose] = useState<ReadonlyMap<string, string>>(new Map());
  const id = useId();
  const drawn = useSlices(Math.min(files.length, MOST_ASKED), SLICE, 1);
  if (files.length === 0) return null;
  const { ask } = locale.summary.claims;
  const valueOf = (file: UnclaimedFile): string => chosen.get(file.key) ?? saidOf(file);
  const all = (): ReadonlyMap<string, string> =>
    new Map(
      files.flatMap((file) => {
        const value = valueOf(file);
        return value === OPEN ? [] : [[file.key, value === NOBODY ? "" : value] as const];
      }),
    );
  const open = files.filter(({ school }) => school === undefined).length;
  return (
    <section aria-labelledby={id} className="claims">
      <h3 id={id}>{open > 0 ? fill(ask.title, { count: open }) : fill(ask.done, { count: files.length })}</h3>
      <Text size={200} className={styles.why}>
        {ask.hint}
      </Text>
      <ul className={styles.list}>
        {files.slice(0, drawn).map((file) => (
          <li key={file.key} className={styles.choice}>
            <Field label={fill(ask.label, { file: file.name })} hint={file.why}>
              <Select value={valueOf(file)} onChange={(_, { value }) => choose(new Map(chosen).set(file.key, value))}>
                <option value={OPEN}>{ask.open}</option>
                <Schools label={ask.near} schools={file.candidates} />
                <Schools label={ask.all} schools={known.filter((school) => !file.candidates.includes(school))} />
                <option value={NOBODY}>{ask.nobody}</option>
              </Select>
            </Field>
          </li>
        ))}
      </ul>
      {files.length > MOST_ASKED && <p>{fill(ask.more, { count: files.length - MOST_ASKED })}</p>}
      <Button disabledFocusable={busy || files.every((file) => valueOf(file) === saidOf(file))} onClick={() => apply(all())}>
        {ask.again}
      </Button>
    </section>
  );
}

/** What the reviewer said of a file before. */
function saidOf({ school = OPEN }: UnclaimedFile): string {
  return school === "" ? NOBODY : school;
}

function Schools({ label, schools }: { readonly label: string; readonly schools: readonly string[] }) {
  if (schools.length === 0) return null;
  return (
    <optgroup label={label}>
      {schools.map((school) => (
        <option key={school} value={school}>
          {school}
        </option>
      ))}
    </optgroup>
  );
}
