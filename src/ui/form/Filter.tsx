import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { FilterDismissRegular, SearchRegular } from "@fluentui/react-icons";
import { useUi } from "../context";
import { useFormActions } from "./actions";
import type { View } from "./view";

const useStyles = makeStyles({
  row: { display: "flex", gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalS },
  input: { flexGrow: 1, minWidth: 0 },
});

/** Finds a word in the findings; one press forgets word and kind. */
export function Filter({ view }: { readonly view: View }) {
  const styles = useStyles();
  const { locale } = useUi();
  const actions = useFormActions();
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
        onChange={(_, { value }) => actions.view({ text: value })}
      />
      {filtered && (
        <Button
          size="small"
          icon={<FilterDismissRegular />}
          aria-label={words.clearFilter}
          title={words.clearFilter}
          onClick={() => actions.view({ only: "all", text: "" })}
        />
      )}
    </div>
  );
}
