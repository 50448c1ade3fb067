import { makeStyles, tokens } from "@fluentui/react-components";
import type { Outgoing } from "../../actions/send";
import { useTools } from "../../taskpane/pane";
import { Attachment } from "./Attachment";
import { MailPart } from "./MailPart";

const useStyles = makeStyles({
  card: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, overflow: "hidden" },
});

/** The mail, part by part, each to be copied into a mail of the person's own. */
export function MailCard({ outgoing, busy }: { readonly outgoing: Outgoing; readonly busy: boolean }) {
  const styles = useStyles();
  const { locale } = useTools();
  const words = locale.pane.send.mail;
  const { to, subject, body } = outgoing.mail;
  return (
    <div className={styles.card}>
      <MailPart label={words.to} text={to} />
      <MailPart label={words.subject} text={subject} />
      <MailPart label={words.body} text={body} long />
      <Attachment outgoing={outgoing} busy={busy} />
    </div>
  );
}
