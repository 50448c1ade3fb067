import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Checked } from "../../actions/check";
import { cellName, kindOf, type Finding } from "../../domain";
import { fill, say } from "../../locales";
import { SIGNS, useKindColours } from "../../ui/kinds";
import { useTools } from "../pane";
import { keysOf } from "../../ui/form/rows";

const useStyles = makeStyles({
  title: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  line: { display: "grid", gridTemplateColumns: "auto 1fr", columnGap: tokens.spacingHorizontalS },
  sign: { lineHeight: tokens.lineHeightBase300, display: "inline-flex", alignItems: "center", height: tokens.lineHeightBase300 },
  link: { textAlign: "left", overflowWrap: "anywhere" },
});

/** Enough to see what it is about; the whole list is one press away. */
const SHOWN = 5;

/** What keeps the form from being sent; each line leads to its finding. */
export function Blocking({ checked, blocking }: { readonly checked: Checked; readonly blocking: readonly Finding[] }) {
  const styles = useStyles();
  const colours = useKindColours();
  const { locale, dispatch, effects, around } = useTools();
  const words = locale.pane.send;
  const keys = keysOf(checked.findings);
  const go = (finding: Finding): void => {
    const key = keys.get(finding);
    dispatch({ kind: "viewed", view: { only: "all", text: "", selected: key, expanded: key } });
    dispatch({ kind: "went", to: "check" });
    void effects.checking.reveal(finding.at);
  };
  return (
    <section aria-labelledby="blocks">
      <h2 className={styles.title} id="blocks">
        {words.blocks}
      </h2>
      <ul className={styles.list}>
        {blocking.slice(0, SHOWN).map((finding) => {
          const kind = kindOf(finding);
          return (
            <li key={keys.get(finding)} className={styles.line}>
              <span className={mergeClasses(styles.sign, colours[kind])} role="img" aria-label={locale.pane.check.counts[kind]}>
                {SIGNS[kind]}
              </span>
              <Link as="button" className={styles.link} onClick={() => go(finding)}>
                {cellName(finding.at)} {say(finding, locale, around.catalogue.ruleset).message}
              </Link>
            </li>
          );
        })}
        {blocking.length > SHOWN && (
          <li>
            <Link as="button" onClick={() => dispatch({ kind: "went", to: "check" })}>
              {fill(words.blocksMore, { count: blocking.length - SHOWN })}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}
