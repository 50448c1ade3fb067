import { Button, Link, makeStyles } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { fill, type Locale } from "../../locales";
import type { TroubleWords } from "../../locales/pane-words";
import type { Unusable } from "../state/model";
import { StatusView } from "../../ui/StatusView";

const useStyles = makeStyles({ main: { margin: "auto", overflowWrap: "anywhere" } });

interface Words {
  readonly locale: Locale;
  readonly pageUrl: string;
}

/** Nothing works here: why, and where it does. */
export function UnusableView({ why, locale, pageUrl }: Words & { readonly why: Unusable }) {
  return <Failed words={wordsOf(why, locale)} cure={wordsOf(why, locale).cure} locale={locale} pageUrl={pageUrl} />;
}

/** The program itself failed; `what` is for the maintainers. */
export function BugView({ what, locale, pageUrl }: Words & { readonly what: string }) {
  return (
    <Failed words={locale.pane.bug} cure={fill(locale.pane.bug.cure, { what })} locale={locale} pageUrl={pageUrl}>
      <Button onClick={() => location.reload()}>{locale.pane.reload}</Button>
    </Failed>
  );
}

function Failed(props: Words & { readonly words: TroubleWords; readonly cure: string; readonly children?: ReactNode }) {
  const { words, cure, locale, pageUrl, children } = props;
  const styles = useStyles();
  return (
    <main className={styles.main} role="alert">
      <StatusView tone="bad" icon={<ErrorCircleRegular />} title={words.title} text={cure}>
        {children}
        <PageLink url={pageUrl}>{locale.pane.openPage}</PageLink>
      </StatusView>
    </main>
  );
}

function wordsOf(why: Unusable, { pane }: Locale): TroubleWords {
  switch (why) {
    case "too-old":
      return pane.trouble["too-old"];
    case "office-unreachable":
      return pane.officeUnreachable;
    case "not-excel":
      return pane.notExcel;
  }
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
