import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { sameCell, shown, type Reported } from "../../domain";
import { useWorkspace, usePageTools } from "../tools";
import { cellId } from "./cell-id";
import { valueOfTyped, type EntryKind } from "./typed";

/** A cell that can be changed: Enter or leaving it writes, Escape takes back what was typed. */
export function Entry(props: { readonly reported: Reported; readonly kind: EntryKind; readonly label: string; readonly bad: boolean }) {
  const { reported, kind, label, bad } = props;
  const { workspace } = usePageTools();
  const { entered, open } = useWorkspace();
  const [file] = useState(open!);
  const [typed, setTyped] = useState<string>();
  const coming = entered.findLast((one) => one.file === file && sameCell(one.at, reported.at));
  const standing = coming?.text ?? String(shown(reported));
  const write = (): void => {
    if (typed === undefined) return;
    setTyped(undefined);
    if (typed.trim() !== standing.trim()) void workspace.enter(file, reported.at, typed, valueOfTyped(typed, kind));
  };
  const leave = useRef(write);
  useEffect(() => {
    leave.current = write;
  });
  // A cell that is taken away with all around it is left, too, and no browser says so.
  useEffect(() => () => leave.current(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    // While Chinese is being composed, Enter belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") setTyped(undefined);
    if (event.key === "Enter" && (kind !== "long" || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      write();
    }
  };
  const shared = {
    id: cellId(reported.at),
    value: typed ?? standing,
    "aria-label": label,
    "aria-invalid": bad,
    autoComplete: "off",
    onBlur: write,
    onKeyDown,
  } as const;
  return kind === "long" ? (
    <textarea
      {...shared}
      rows={Math.min(8, Math.max(2, Math.ceil(standing.length / 38)))}
      onChange={({ target }) => setTyped(target.value)}
    />
  ) : (
    <input
      {...shared}
      type="text"
      className={kind}
      inputMode={kind === "number" ? "decimal" : undefined}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
