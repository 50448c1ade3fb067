import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import type { Outgoing } from "../../actions/send";
import { useUi } from "../context";
import { BesideSheets } from "./BesideSheets";
import type { HandingOut } from "./handing-out";
import { MailCard } from "./MailCard";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, overflowWrap: "anywhere" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  shortcut: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2 },
  draft: { alignSelf: "flex-start" },
});

/** How the sealed form is sent: by a mail of the person's own, or by the draft, for programs that open drafts from files. */
export function SendMail(props: { readonly outgoing: Outgoing; readonly busy: boolean; readonly handing: HandingOut }) {
  const styles = useStyles();
  const { locale } = useUi();
  const { outgoing, busy, handing } = props;
  const words = locale.pane.send;
  const section = useRef<HTMLElement>(null);
  // What comes next, into view, and no farther than it takes; the focus stays with the person.
  useEffect(() => {
    section.current?.scrollIntoView?.({ block: "nearest" });
  }, [outgoing]);
  const draft = handing.platform === "other" ? outgoing.files?.draft : undefined;
  return (
    <section className={styles.section} aria-labelledby="send-mail" ref={section}>
      <h2 className={styles.title} id="send-mail">
        {words.mail.title}
      </h2>
      <BesideSheets beside={{ sheets: outgoing.beside, summary: false }} />
      <Text className={styles.hint}>{words.mail.lead}</Text>
      <MailCard key={outgoing.fileName} outgoing={outgoing} busy={busy} handing={handing} />
      {draft && (
        <>
          <h3 className={styles.shortcut}>{words.draft.title}</h3>
          <Text size={200} className={styles.hint}>
            {words.draft.hint}
          </Text>
          <Button className={styles.draft} icon={<ArrowDownloadRegular />} onClick={() => handing.download(draft)}>
            {words.draft.download}
          </Button>
        </>
      )}
    </section>
  );
}
