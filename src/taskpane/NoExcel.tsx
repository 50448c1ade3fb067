import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import type { Locale } from "../locales";
import { UnusableView } from "./frame/Unusable";
import type { Unusable } from "./state/model";
import type { Appearance } from "../ui/theme";
import { themeFor } from "../ui/theme";

const useStyles = makeStyles({
  root: {
    position: "fixed",
    inset: 0,
    overflowY: "auto",
    display: "flex",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

/** There is no Excel to work with: why, and where the same job can be done. */
export function NoExcel(props: { readonly why: Unusable; readonly locale: Locale; readonly look: Appearance; readonly pageUrl: string }) {
  const styles = useStyles();
  const { why, locale, look, pageUrl } = props;
  return (
    <FluentProvider theme={themeFor(look)}>
      <div className={styles.root} lang={locale.tag}>
        <UnusableView why={why} locale={locale} pageUrl={pageUrl} />
      </div>
    </FluentProvider>
  );
}
