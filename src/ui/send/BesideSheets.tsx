import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import type { Checked } from "../../actions/check";
import { sayBeside } from "../../actions/report/beside";
import { useUi } from "../context";

/** What a file to send holds beside the form, or why none is made; nothing where the workbook holds the form alone. */
export function BesideSheets(props: {
  readonly beside: Checked["form"]["beside"];
  /** Takes a summary away, where that can be done from here. */
  readonly dropSummary?: () => void;
}) {
  const { locale } = useUi();
  const { beside, dropSummary } = props;
  const said = sayBeside(beside, locale);
  if (said === undefined) return null;
  return (
    <MessageBar intent={beside.summary ? "error" : "warning"} layout="multiline">
      <MessageBarBody style={{ whiteSpace: "normal", overflowWrap: "anywhere" }}>{said}</MessageBarBody>
      {beside.summary && dropSummary && (
        <MessageBarActions>
          <Button size="small" icon={<DeleteRegular />} onClick={dropSummary}>
            {locale.pane.send.dropSummary.button}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
