import { Link, makeStyles } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons";
import type { TroubleWords } from "../../locales/pane-words";
import { fill } from "../../locales";
import { useTools } from "../pane";
import { Face } from "./Face";

const useStyles = makeStyles({ main: { margin: "auto", overflowWrap: "anywhere" } });

/** Nothing works here: why, and where it does. */
export function Unusable({ words, what = "" }: { readonly words: TroubleWords; readonly what?: string }) {
  const styles = useStyles();
  const { locale, around } = useTools();
  return (
    <main className={styles.main} role="alert">
      <Face tone="bad" icon={<ErrorCircleRegular />} title={words.title} text={fill(words.cure, { what })}>
        <PageLink url={around.pageUrl}>{locale.pane.openPage}</PageLink>
      </Face>
    </main>
  );
}

/** Leads to the browser page; nowhere, where the build names none. */
export function PageLink({ url, children }: { readonly url: string; readonly children: string }) {
  if (url === "") return null;
  return (
    <Link href={url} target="_blank" rel="noreferrer" inline>
      {children}
    </Link>
  );
}
