import { Button } from "@fluentui/react-components";
import { DocumentAddRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { usePageTools } from "../tools";

/** Where files are put. The whole window takes them; this place says so. */
export function DropZone({ small }: { readonly small: boolean }) {
  const { locale, desk } = usePageTools();
  const words = locale.page.drop;
  const input = useRef<HTMLInputElement>(null);
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
      <Button appearance={small ? "secondary" : "primary"} size={small ? "medium" : "large"} onClick={() => input.current?.click()}>
        {small ? words.more : words.choose}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-label={words.choose}
        onChange={({ target }) => {
          void desk.add([...(target.files ?? [])].map((blob) => ({ name: blob.name, blob })));
          // The same file chosen once more is a change, too.
          target.value = "";
        }}
      />
    </div>
  );
}
