import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { LocationRegular, WrenchRegular } from "@fluentui/react-icons";
import { lazy, Suspense, useCallback, useEffect, useRef, type ReactNode } from "react";
import type { Checked } from "../../actions/check";
import { cellName, type CellRef, type Finding } from "../../domain";
import { fill, say } from "../../locales";
import { useUi } from "../context";
import { useFormActions } from "./actions";
import { fixLineOf } from "./fixes";
import { RuleText } from "./RuleText";

/** Loaded once the list stands, so that it is there when a finding that asks for an explanation is told in full. */
export const loadExplain = (): Promise<typeof import("./Explain")> => import("./Explain");
const Explain = lazy(async () => ({ default: (await loadExplain()).Explain }));

const useStyles = makeStyles({
  detail: {
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    overflowWrap: "anywhere",
    "@media (forced-colors: active)": { borderLeftColor: "Highlight" },
  },
  facts: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0 },
  related: { display: "flex", flexWrap: "wrap", gap: `0 ${tokens.spacingHorizontalS}` },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** A finding in full: where, what, what was expected, the cure; and what can be done about it from here. */
export function FindingDetail(props: {
  readonly id: string;
  readonly checked: Checked;
  readonly finding: Finding;
  readonly busy: boolean;
}) {
  const styles = useStyles();
  const { locale, catalogue } = useUi();
  const actions = useFormActions();
  const { id, checked, finding, busy } = props;
  const place = useRef<HTMLDivElement>(null);
  // What was just opened at the foot of the list is worth seeing. Engines without layout do not know the method,
  // and new ones return a promise from it, which React would take for a cleanup.
  const bringIntoView = useCallback((): void => {
    place.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  useEffect(bringIntoView, [bringIntoView]);
  const words = locale.pane.check;
  const { cure, fix } = say(finding, locale, catalogue.ruleset);
  const was = finding.found === undefined || finding.found === "" ? words.blank : finding.found;
  return (
    <div className={styles.detail} id={id} ref={place}>
      <dl className={styles.facts}>
        <Fact name={words.where}>
          <CellLink at={finding.at} />
        </Fact>
        {finding.expected !== undefined && (
          <>
            <Fact name={words.found}>{was}</Fact>
            <Fact name={finding.severity === "query" ? words.compared : words.expected}>{finding.expected}</Fact>
          </>
        )}
        <Fact name={words.cure}>{cure}</Fact>
        {finding.related.length > 0 && (
          <Fact name={words.related}>
            <span className={styles.related}>
              {finding.related.map((at) => (
                <CellLink key={cellName(at)} at={at} />
              ))}
            </span>
          </Fact>
        )}
      </dl>
      {finding.fix && (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            size="small"
            icon={<WrenchRegular />}
            disabledFocusable={busy}
            title={words.fixKey}
            aria-label={`${words.fix}${locale.commands.report.colon}${fix}`}
            onClick={() => void actions.fix(fixLineOf(finding))}
          >
            {fix}
          </Button>
        </div>
      )}
      {finding.explanation && finding.state !== "notChecked" && (
        <Suspense>
          <Explain checked={checked} finding={finding} explanation={finding.explanation} busy={busy} onShown={bringIntoView} />
        </Suspense>
      )}
      <RuleText finding={finding} />
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}

/** Leads to a cell. */
export function CellLink({ at }: { readonly at: CellRef }) {
  const { locale } = useUi();
  const actions = useFormActions();
  return (
    <Link
      as="button"
      inline
      aria-label={fill(locale.pane.check.revealCell, { cell: cellName(at) })}
      onClick={() => void actions.reveal(at)}
    >
      <LocationRegular aria-hidden />
      {cellName(at)}
    </Link>
  );
}
