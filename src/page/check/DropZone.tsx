import { Button } from "@fluentui/react-components";
import { DocumentAddRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";

/** Where files are put. The whole window takes them; this place says so. */
export function DropZone(props: {
  readonly small: boolean;
  readonly words: {
    readonly title: string;
    readonly text: string;
    readonly choose: string;
    readonly more: string;
    readonly folder?: string;
  };
  /** Endings and media types that a chooser shows. */
  readonly accept: string;
  readonly take: (files: readonly File[]) => void;
}) {
  const { small, words, accept, take } = props;
  const [over, setOver] = useState(false);
  return (
    <div
      className={`drop${small ? " small" : ""}${over ? " over" : ""}`}
      onDragEnter={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
    >
      {!small && <DocumentAddRegular className="drop-icon" aria-hidden />}
      <p className="drop-title">{words.title}</p>
      <p className="drop-text">{words.text}</p>
      <div className="actions">
        <Chooser small={small} label={small ? words.more : words.choose} primary={!small} accept={accept} take={take} />
        {words.folder !== undefined && <Chooser small={small} label={words.folder} folder take={take} />}
      </div>
    </div>
  );
}

/** A button that opens the system's chooser for files, or for a folder with all that is in it. */
export function Chooser(props: {
  readonly label: string;
  readonly small: boolean;
  readonly primary?: boolean;
  readonly folder?: boolean;
  readonly accept?: string;
  readonly take: (files: readonly File[]) => void;
}) {
  const { label, small, primary, folder, accept, take } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button appearance={primary ? "primary" : "secondary"} size={small ? "medium" : "large"} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        {...(folder ? { webkitdirectory: "" } : {})}
        aria-label={label}
        onChange={({ target }) => {
          take([...(target.files ?? [])]);
          // The same file chosen once more is a change, too.
          target.value = "";
        }}
      />
    </>
  );
}
