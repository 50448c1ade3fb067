import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import type { Checked } from "../../actions/check";
import { sayBeside } from "../../actions/report/beside";
import { useTools } from "../../taskpane/pane";

/** What a file to send holds beside the form, or why none is made; nothing where the workbook holds the form alone. */
export function BesideSheets({ beside }: { readonly beside: Checked["form"]["beside"] }) {
  const { locale, effects } = useTools();
  const { sending } = effects;
  const said = sayBeside(beside, locale);
  if (said === undefined) return null;
  return (
    <MessageBar intent={beside.summary ? "error" : "warning"} layout="multiline">
      <MessageBarBody style={{ whiteSpace: "normal", overflowWrap: "anywhere" }}>{said}</MessageBarBody>
      {beside.summary && sending.dropSummary && (
        <MessageBarActions>
          <Button size="small" icon={<DeleteRegular />} onClick={() => void sending.dropSummary?.(false)}>
            {locale.pane.send.dropSummary.button}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
