import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { fill } from "../../locales";
import { usePageTools } from "../tools";
import type { Progress } from "../work/check-queue";

/** Work that is done sooner needs no bar: it would only flash. */
const SHOW_AFTER = 400;

/** How far work is, and a way to stop it. @param label the words, with `{done}` and `{all}` */
export function ProgressBar(props: { readonly progress: Progress | undefined; readonly label: string; readonly stop?: () => void }) {
  const { locale, workspace } = usePageTools();
  const { progress, label, stop = () => workspace.stop() } = props;
  const [late, setLate] = useState(false);
  const working = progress !== undefined;
  useEffect(() => {
    if (!working) return setLate(false);
    const timer = setTimeout(() => setLate(true), SHOW_AFTER);
    return () => clearTimeout(timer);
  }, [working]);
  if (!progress || !late) return null;
  const { done, all } = progress;
  const said = fill(label, { done, all });
  return (
    <div className="progress">
      <progress aria-label={said} {...(all > 1 ? { value: done, max: all } : {})} />
      <span>{said}</span>
      <Button onClick={stop}>{locale.page.work.cancel}</Button>
    </div>
  );
}
