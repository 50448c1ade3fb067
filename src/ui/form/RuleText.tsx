import { makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../../domain";
import { relationOf, relationWords } from "../../locales";
import { useUi } from "../context";

const useStyles = makeStyles({
  summary: {
    cursor: "pointer",
    color: tokens.colorNeutralForeground2,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  facts: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
});

/** Why this is asked: the rule's own text, and the clause that asks for the indicator. Closed until somebody wants to know. */
export function RuleText({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const { locale, catalogue } = useUi();
  const words = locale.pane.check;
  const { form, ruleset } = catalogue;
  const relation = relationWords(relationOf(finding, ruleset), locale);
  if (!relation) return null;
  const source = form.indicators.find(({ code }) => code === finding.indicator)?.source ?? form.source;
  const lines: readonly (readonly [string, string])[] = [
    [words.mustHold, relation.description],
    [words.why, relation.why],
    [words.source, source],
  ];
  return (
    <details>
      <summary className={styles.summary}>
        {words.rule} {finding.ref} {relation.title}
      </summary>
      <dl className={styles.facts}>
        {lines.map(([term, value]) => [
          <dt key={term} className={styles.term}>
            {term}
          </dt>,
          <dd key={`${term} value`} className={styles.value}>
            {value}
          </dd>,
        ])}
      </dl>
    </details>
  );
}
