import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { FilterDismissRegular, SearchRegular } from "@fluentui/react-icons";
import { useTools } from "../../taskpane/pane";
import type { View } from "../../taskpane/state/model";

const useStyles = makeStyles({
  row: { display: "flex", gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalS },
  input: { flexGrow: 1, minWidth: 0 },
});

/** Finds a word in the findings; one press forgets word and kind. */
export function Filter({ view }: { readonly view: View }) {
  const styles = useStyles();
  const { locale, dispatch } = useTools();
  const words = locale.pane.check;
  const filtered = view.only !== "all" || view.text !== "";
  return (
    <div className={styles.row} role="search">
      <Input
        className={styles.input}
        size="small"
        type="search"
        contentBefore={<SearchRegular />}
        aria-label={words.search}
        placeholder={words.search}
        value={view.text}
        onChange={(_, { value }) => dispatch({ kind: "viewed", view: { text: value } })}
      />
      {filtered && (
        <Button
          size="small"
          icon={<FilterDismissRegular />}
          aria-label={words.clearFilter}
          title={words.clearFilter}
          onClick={() => dispatch({ kind: "viewed", view: { only: "all", text: "" } })}
        />
      )}
    </div>
  );
}
