import { Button, Text } from "@fluentui/react-components";
import { ArrowDownloadRegular, OpenRegular } from "@fluentui/react-icons";
import type { Outgoing } from "../../actions/send";
import { fill } from "../../locales";
import { useUi } from "../context";
import type { HandingOut } from "./handing-out";
import { MailPart } from "./MailPart";

/** The file that goes with the mail, and how the person gets hold of it in this Excel. What it cannot do is not offered. */
export function Attachment(props: { readonly outgoing: Outgoing; readonly busy: boolean; readonly handing: HandingOut }) {
  const { locale } = useUi();
  const { outgoing, busy, handing } = props;
  const { attachment: label } = locale.pane.send.mail;
  const words = locale.pane.send.attach;
  const { fileName, files } = outgoing;
  if (!files)
    return (
      <MailPart label={label} text={fileName}>
        <Text size={200}>{words.ipad}</Text>
      </MailPart>
    );
  if (handing.platform === "mac")
    return (
      <MailPart label={label} text={fileName}>
        <Text size={200}>{words.mac}</Text>
        <Button icon={<OpenRegular />} disabledFocusable={busy} onClick={() => handing.openCopy?.(files.copy)}>
          {words.open}
        </Button>
        <Text size={200}>{words.openHint}</Text>
      </MailPart>
    );
  return (
    <MailPart
      label={label}
      text={fileName}
      action={
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          aria-label={fill(words.downloadFile, { name: fileName })}
          onClick={() => handing.download(files.copy)}
        >
          {words.download}
        </Button>
      }
    >
      <Text size={200}>{words.hint}</Text>
    </MailPart>
  );
}
