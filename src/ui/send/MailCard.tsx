import { makeStyles, tokens } from "@fluentui/react-components";
import type { Outgoing } from "../../actions/send";
import { useUi } from "../context";
import { Attachment } from "./Attachment";
import type { HandingOut } from "./handing-out";
import { MailPart } from "./MailPart";

const useStyles = makeStyles({
  card: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, overflow: "hidden" },
});

/** The mail, part by part, each to be copied into a mail of the person's own. */
export function MailCard(props: { readonly outgoing: Outgoing; readonly busy: boolean; readonly handing: HandingOut }) {
  const { outgoing, busy, handing } = props;
  const styles = useStyles();
  const { locale } = useUi();
  const words = locale.pane.send.mail;
  const { to, subject, body } = outgoing.mail;
  return (
    <div className={styles.card}>
      <MailPart label={words.to} text={to} />
      <MailPart label={words.subject} text={subject} />
      <MailPart label={words.body} text={body} long />
      <Attachment outgoing={outgoing} busy={busy} handing={handing} />
    </div>
  );
}
