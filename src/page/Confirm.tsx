import { useEffect, useId, useRef } from "react";

/** A question before something is lost. The browser's own dialog element keeps the keyboard in it and closes on Escape. */
export function Confirm(props: {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { text, yes, no, onYes, onNo } = props;
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={id} onCancel={(event) => (event.preventDefault(), onNo())}>
      <p id={id}>{text}</p>
      <div className="actions">
        <button type="button" className="button" onClick={onNo}>
          {no}
        </button>
        <button type="button" className="button primary" onClick={onYes}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
